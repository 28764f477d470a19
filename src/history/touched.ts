import { OUTCOMES, STATUSES } from '../calls/call.ts';
import type { Outcome, Status } from '../calls/call.ts';
import type { Change, Contents } from '../calls/change.ts';
import { isJsonObject } from '../calls/json.ts';
import type { JsonObject } from '../calls/json.ts';

/** A record that a change touched: what it held before and after; nothing where it was not there. */
export interface Touched {
  readonly kind: 'call' | 'promise' | 'account';
  /** Its file in the store. */
  readonly path: string;
  readonly id: string;
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

const KINDS: Readonly<Record<string, Touched['kind']>> = {
  calls: 'call',
  promises: 'promise',
  accounts: 'account',
};

/** The records that a change touched, calls first, then promises, then accounts. Reports are none. */
export function recordsIn(change: Change): Touched[] {
  const records = change.files.flatMap(({ path, before, after }): Touched[] => {
    const [folder = '', ...rest] = path.split('/');
    const kind = KINDS[folder];
    const id = rest.at(-1)?.replace(/\.json$/, '');
    if (kind === undefined || id === undefined) return [];
    return [{ kind, path, id, before: recordIn(before), after: recordIn(after) }];
  });
  return Object.values(KINDS).flatMap((kind) => records.filter((record) => record.kind === kind));
}

/**
 * What a change is about, as a person sees it: the call before the account that was added with it. A call that was moved to
 * another week is one call, which was in the one file before and is in the other now.
 */
export function subjectOf(change: Change): Touched | undefined {
  const records = recordsIn(change);
  const [first] = records;
  return first && (movedIn(first, records) ?? first);
}

/** The record into which a call was moved by the same change, with what it was before. */
export function movedIn(record: Touched, records: readonly Touched[]): Touched | undefined {
  const target = records.find(
    ({ kind, id, before }) => kind === 'call' && before === undefined && id === record.after?.['movedTo'],
  );
  return target && { ...target, before: record.before };
}

/** How a call ended that a change closed. */
export interface Ending {
  readonly status: Status;
  /** Of a call that was held. */
  readonly outcome: Outcome | undefined;
}

/** How the call ended that a change closed; nothing for any other change. */
export function endingIn(change: Change): Ending | undefined {
  const call = change.command === 'close' ? subjectOf(change)?.after : undefined;
  const status = STATUSES.find((one) => one === call?.['status']);
  const result = call?.['result'];
  const outcome = OUTCOMES.find((one) => isJsonObject(result) && one === result['outcome']);
  return status && { status, outcome };
}

function recordIn(contents: Contents): JsonObject | undefined {
  return isJsonObject(contents) ? contents : undefined;
}
