import type { Call, Status } from '../../calls/call.ts';
import type { Calls } from '../../calls/weeks.ts';
import type { Store } from '../../calls/store.ts';
import type { Stage } from '../../rules/rule.ts';
import type { Period } from './period.ts';

export interface Wanted {
  readonly period: Period;
  /** Whether an account is asked for, by any name of it; every one when it is left out. */
  readonly isOfAccount?: ((name: string) => boolean) | undefined;
  readonly status?: Status | undefined;
  readonly stage?: Stage | undefined;
  /** Also what was cancelled or moved elsewhere. */
  readonly all: boolean;
}

/** Reads the weeks of a period and no other. */
export async function readCalls(store: Store, wanted: Wanted): Promise<Calls> {
  const { calls, problems } = await store.readDays(wanted.period);
  return { calls: calls.filter((call) => isWanted(call, wanted)), problems };
}

function isWanted(call: Call, { isOfAccount, status, stage, all }: Wanted): boolean {
  if (isOfAccount?.(call.account) === false) return false;
  if (stage !== undefined && call.stage !== stage) return false;
  if (status !== undefined) return call.status === status;
  return all || (call.status !== 'cancelled' && call.status !== 'moved');
}
