import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../../src/calls/account.ts';
import type { Call, CallResult } from '../../src/calls/call.ts';
import type { Promised } from '../../src/calls/promise.ts';
import { openStore } from '../../src/calls/store.ts';

let made = 0;

/** An id that no other record of the test has. */
function anId(): string {
  made += 1;
  return `01kb1ncsw0q2v4x6z8a0${String(made).padStart(6, '0')}`;
}

/** A call as it was planned, on the day of the tests unless it says otherwise. */
export function aCall(changes: Partial<Call> = {}): Call {
  return {
    schema: 1,
    id: anId(),
    account: 'Nordic Pumps',
    startsAt: '2026-11-25T10:00',
    timeZone: 'Europe/Bucharest',
    durationMinutes: 60,
    channel: 'visit',
    stage: 'negotiation',
    status: 'planned',
    purpose: 'Get sign-off on drawing C',
    agenda: [],
    preparation: [],
    ...changes,
  };
}

/** A call that was held, and what came of it. */
export function heldCall(changes: Partial<Call>, result: Partial<CallResult> = {}): Call {
  const call = aCall({ status: 'held', ...changes });
  return {
    ...call,
    result: {
      closedOn: call.startsAt.slice(0, 10),
      outcome: 'advance',
      agendaDone: [],
      done: [],
      requests: [],
      report: `reports/2026/W40/${call.id}.md`,
      ...result,
    },
  };
}

export function aPromise(changes: Partial<Promised> = {}): Promised {
  return {
    schema: 1,
    id: anId(),
    account: 'Nordic Pumps',
    by: 'us',
    what: 'send the test log',
    due: '2026-11-20',
    status: 'open',
    ...changes,
  };
}

export interface Filling {
  readonly calls?: readonly Call[];
  readonly promises?: readonly Promised[];
  /** Accounts of calls and promises need not be named. */
  readonly accounts?: readonly Partial<Account>[];
}

/** Puts records into the store of a folder that the program is run in, or into one of its own. */
export async function fill(
  folder: string,
  { calls = [], promises = [], accounts = [] }: Filling,
  dir = join(folder, 'data', 'plan-call'),
): Promise<string> {
  const occasion = { command: 'plan', at: '2026-11-25T08:00', now: new Date(2026, 10, 25, 8, 0) };
  await openStore(fs, dir).change(occasion, (edit) => {
    for (const { name = '', ...more } of accounts) {
      const account = edit.account(name);
      edit.updateAccount(account, (before) => ({ ...before, ...more }));
    }
    for (const { account } of [...calls, ...promises]) edit.account(account);
    for (const call of calls) edit.addCall(call);
    for (const promise of promises) edit.addPromise(promise);
  });
  return folder;
}
