import { bareText } from '../text/bare-text.ts';
import type { AccountBook } from './account-book.ts';
import type { Call, CustomerRequest } from './call.ts';
import type { Promised } from './promise.ts';

/** Something that a customer asked for and that we have still to answer. */
export interface OpenRequest {
  readonly request: CustomerRequest;
  /** The call in which it was last asked for. */
  readonly call: Call;
}

/**
 * What customers asked for and have no answer to, the longest open first. A later call in which the same is answered closes
 * it; where the answer was promised, the promise stands for it.
 */
export function openRequests({
  calls,
  promises,
  book,
}: {
  readonly calls: readonly Call[];
  readonly promises: readonly Promised[];
  readonly book: AccountBook;
}): OpenRequest[] {
  const latest = new Map<string, OpenRequest>();
  for (const call of calls.toSorted(byTime)) {
    for (const request of call.result?.requests ?? []) {
      const key = `${book.keyOf(call.account)}\n${bareText(request.what)}`;
      // Once more at the end, behind what has been open for longer.
      latest.delete(key);
      latest.set(key, { request, call });
    }
  }
  return [...latest.values()].filter(
    ({ request, call }) => request.answer === 'open' && !promises.some((one) => stands(one, request, call)),
  );
}

/** Whether a promise was made in answer to a request: it says what was asked for, perhaps with words around it. */
function stands(promised: Promised, { what }: CustomerRequest, { id }: Call): boolean {
  return promised.by === 'us' && promised.call === id && bareText(promised.what).includes(bareText(what));
}

function byTime(one: Call, other: Call): number {
  return one.startsAt.localeCompare(other.startsAt);
}
