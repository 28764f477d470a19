import type { Account, Contact } from '../calls/account.ts';
import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { OnFile } from '../plan/reasons.ts';
import type { Stage } from '../rules/rule.ts';
import { dateOf } from '../time/wall.ts';
import type { WallDate, WallTime } from '../time/wall.ts';
import { callsByAccount, stageOf } from '../calls/account-calls.ts';
import { findingsByAccount } from './account-view.ts';
import type { StoreFinding } from './account-view.ts';

/** The last and the next calls that a page has room for. */
const CALLS = 5;

/** Something that a customer asked for and has no answer to. */
export interface OpenRequest {
  readonly what: string;
  /** The id of the call in which it was asked for, and its day. */
  readonly call: string;
  readonly on: WallDate;
}

/** Everything on file about one account. */
export interface AccountPage {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly stage: Stage | null;
  readonly signedOn: WallDate | null;
  readonly contacts: readonly Contact[];
  /** Open promises, the most urgent first. */
  readonly ourPromises: readonly Promised[];
  readonly theirPromises: readonly Promised[];
  readonly openRequests: readonly OpenRequest[];
  /** The soonest first. */
  readonly nextCalls: readonly Call[];
  /** The latest first. */
  readonly lastCalls: readonly Call[];
  readonly findings: readonly StoreFinding[];
}

/** Gathers the page of one account. */
export function accountPage(account: Account, onFile: OnFile, now: WallTime): AccountPage {
  const { book, promises } = onFile;
  const key = book.keyOf(account.name);
  const { past, coming } = callsByAccount(onFile, dateOf(now)).get(key) ?? { past: [], coming: [] };
  const open = promises
    .filter((promise) => promise.status === 'open' && book.keyOf(promise.account) === key)
    .toSorted((one, other) => (one.due < other.due ? -1 : 1));
  return {
    id: account.id,
    name: account.name,
    otherNames: account.otherNames ?? [],
    stage: stageOf(account, { past, coming }) ?? null,
    signedOn: account.signedOn ?? null,
    contacts: account.contacts ?? [],
    ourPromises: open.filter(({ by }) => by === 'us'),
    theirPromises: open.filter(({ by }) => by === 'customer'),
    openRequests: past.flatMap(openRequestsIn),
    nextCalls: coming.slice(0, CALLS),
    lastCalls: past.slice(0, CALLS),
    findings: findingsByAccount(onFile, now)(account),
  };
}

function openRequestsIn({ id, startsAt, result }: Call): OpenRequest[] {
  return (result?.requests ?? [])
    .filter(({ answer }) => answer === 'open')
    .map(({ what }) => ({ what, call: id, on: dateOf(startsAt) }));
}
