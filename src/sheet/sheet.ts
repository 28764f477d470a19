import type { Contact } from '../calls/account.ts';
import { accountKey } from '../calls/account.ts';
import type { Call } from '../calls/call.ts';
import { openRequests } from '../calls/open-requests.ts';
import type { OpenRequest } from '../calls/open-requests.ts';
import type { Promised } from '../calls/promise.ts';
import type { OnFile } from '../plan/reasons.ts';
import { bareText } from '../text/bare-text.ts';
import { dateOf } from '../time/wall.ts';

/** All that there is to know before a call, on one page; for a closed one, before it took place. */
export interface Sheet {
  readonly call: Call;
  /** The person to see, as the account knows her. */
  readonly contact?: Contact | undefined;
  /** What is open between us and the customer, by the day on which it is due. */
  readonly promises: readonly Promised[];
  /** The last call that was held before. */
  readonly lastCall?: Call | undefined;
  /** What we have done for the customer: what was told in the last call, and what we promised and have done since. */
  readonly done: readonly string[];
  /** What the customer asked for in calls before the last, and has no answer to. */
  readonly openRequests: readonly OpenRequest[];
}

/** Gathers the sheet of a call from what is on file. */
export function sheetOf(call: Call, { book, calls, promises }: OnFile): Sheet {
  const key = book.keyOf(call.account);
  const isOurs = ({ account }: { readonly account: string }): boolean => book.keyOf(account) === key;
  const before = calls.filter(
    (other) => isOurs(other) && other.id !== call.id && other.startsAt < call.startsAt,
  );
  const lastCall = before
    .filter(({ status }) => status === 'held')
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
    .at(-1);
  const own = promises.filter(isOurs);
  return {
    call,
    contact: contactOf(call, { book }),
    promises: own
      .filter(({ status }) => status === 'open')
      .toSorted((one, other) => one.due.localeCompare(other.due)),
    lastCall,
    done: withoutRepeats([...(lastCall?.result?.done ?? []), ...keptSince(lastCall, call, own)]),
    openRequests: openRequests({ calls: before, promises, book }).filter((one) => one.call !== lastCall),
  };
}

function contactOf({ account, contact }: Call, { book }: Pick<OnFile, 'book'>): Contact | undefined {
  if (contact === undefined) return undefined;
  const known = book.find(account)?.contacts ?? [];
  return known.find(({ name }) => accountKey(name) === accountKey(contact)) ?? { name: contact };
}

/** What we promised and have done between two calls. */
function keptSince(last: Call | undefined, { startsAt }: Call, promises: readonly Promised[]): string[] {
  return promises
    .filter(({ by, status }) => by === 'us' && status === 'done')
    .filter(({ endedOn = '' }) => endedOn <= dateOf(startsAt))
    .filter(({ endedOn = '' }) => last === undefined || endedOn >= dateOf(last.startsAt))
    .toSorted((one, other) => (one.endedOn ?? '').localeCompare(other.endedOn ?? ''))
    .map(({ what }) => what);
}

function withoutRepeats(texts: readonly string[]): string[] {
  const seen = new Map(texts.toReversed().map((text) => [bareText(text), text]));
  return texts.filter((text) => seen.get(bareText(text)) !== undefined && seen.delete(bareText(text)));
}
