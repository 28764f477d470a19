import type { MessageKey, MessageValues } from './messages.ts';

/** Something the user can put right: said in one sentence in her language, exit code 2, no stack trace. */
export class UserError extends Error {
  override name = 'UserError';
  readonly key: MessageKey;
  readonly values: MessageValues;

  constructor(key: MessageKey, values: MessageValues = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
