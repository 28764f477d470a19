import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../calls/call.ts';
import { isJsonObject } from '../calls/json.ts';
import type { RecordSchema } from '../calls/kinds.ts';
import { firstComplaint } from '../calls/read.ts';
import type { MessageKey, MessageValues } from '../messages.ts';
import { errorText } from '../system-error.ts';
import { weekNameOf } from '../time/week.ts';
import { changesIn, editedCall } from './edit-call.ts';

/** A call that was edited as a text, or what is wrong with it. */
export type ReadEdited =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'problem'; readonly key: MessageKey; readonly values: MessageValues };

/** What only other commands change, or none. */
const FIXED = [
  'schema',
  'id',
  'status',
  'moves',
  'movedTo',
  'movedFrom',
  'result',
  'withdrawn',
] as const satisfies readonly (keyof Call)[];

/**
 * Reads a call that was edited as JSON.
 * @param before as it was handed out
 */
export function readEdited(text: string, before: Call, schema: RecordSchema<Call>): ReadEdited {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return problem('edit.not-json', { detail: errorText(error) });
  }
  if (!isJsonObject(raw)) return problem('edit.not-json', { detail: '{ … }' });
  const result = schema.safeParse(raw);
  if (!result.success) return problem('edit.wrong-field', { detail: firstComplaint(result.error) });
  const edited = result.data;
  const fixed = FIXED.find((field) => !isDeepStrictEqual(edited[field], before[field]));
  if (fixed !== undefined) return problem('edit.fixed-field', { field: fixed });
  if (weekNameOf(edited.startsAt) !== weekNameOf(before.startsAt)) return problem('edit.other-week', {});
  // Texts are cleaned as those of options are; what was not edited stays as it was.
  return { kind: 'call', call: editedCall(edited, changesIn(edited, before)) };
}

function problem(key: MessageKey, values: MessageValues): ReadEdited {
  return { kind: 'problem', key, values };
}
