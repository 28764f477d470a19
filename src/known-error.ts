import { ConfigError, sayProblems } from './config/config-error.ts';
import { StoreError } from './calls/store-error.ts';
import type { Speaker } from './messages.ts';
import { UserError } from './user-error.ts';

/** What to tell the user of an error that she can put right, a sentence for each thing that is wrong; nothing for any other. */
export function sentenceForKnown(error: unknown, speaker: Speaker): string | undefined {
  if (error instanceof UserError) return speaker.say(error.key, error.values);
  if (error instanceof ConfigError) return sayProblems(error, speaker);
  if (error instanceof StoreError)
    return speaker.say(`saving.${error.reason}`, { path: error.path, detail: error.detail });
  return undefined;
}
