import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { aCall, aPromise } from '../calls/temporary-store.ts';
import { environment } from './program.ts';

/** What a terminal would obey, or be misled by: a title, a colour by a C1 control, turned directions, line ends. */
export const HOSTILE = 'Evil\u001b]0;x\u0007\u009b31m\u0085\u202eABC\u2066\u200f\b\r\ttext\nmore\u001b[2J';

/** Which of what a terminal obeys is in a text; line feeds, and colours where there are to be any, are not told of. */
export function controlsIn(text: string, { areColoursExpected = false } = {}): string[] {
  const plain = areColoursExpected ? text.replace(/\u001b\[[\d;]*m/g, '') : text;
  const found = plain.match(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
  );
  return [...new Set(found)].map((control) => JSON.stringify(control));
}

/** Ids of what is in the store. */
export const HOSTILE_IDS = { call: aCall().id, promise: aPromise().id, account: 'evil' } as const;

/** Puts records into the store of a folder that no plan-call would write. */
export function fillHostileStore(folder: string): void {
  const store = join(environment(folder)['XDG_DATA_HOME'] ?? '', 'plan-call');
  const call = {
    ...aCall({
      account: HOSTILE,
      contact: HOSTILE,
      purpose: HOSTILE,
      customerBenefit: HOSTILE,
      expectedOutcome: HOSTILE,
      agenda: [HOSTILE],
      preparation: [HOSTILE],
      because: HOSTILE,
    }),
    overrides: [{ rule: HOSTILE, because: HOSTILE }],
    moves: [{ from: '2026-11-25T10:00', because: HOSTILE }],
    minimumOutcome: HOSTILE,
  };
  const closed = {
    ...call,
    id: 'closed',
    startsAt: '2026-11-24T09:30',
    status: 'held',
    result: {
      closedOn: '2026-11-24',
      outcome: 'advance',
      agendaDone: [HOSTILE],
      done: [HOSTILE],
      requests: [{ what: HOSTILE, answer: 'refused', reason: HOSTILE, alternative: HOSTILE }],
      nextStep: HOSTILE,
      notes: HOSTILE,
      report: 'reports/2026/W48/closed.md',
    },
  };
  const account = {
    schema: 1,
    id: HOSTILE_IDS.account,
    name: HOSTILE,
    otherNames: [HOSTILE],
    stage: 'signed',
    signedOn: '2026-11-01',
    contacts: [{ name: HOSTILE, role: HOSTILE, phone: HOSTILE, email: HOSTILE }],
  };
  const promised = aPromise({ account: HOSTILE, what: HOSTILE, due: '2026-11-20', because: HOSTILE });
  const change = {
    schema: 1,
    id: '01m8bdwp00q2v4x6z8a0c2e4g8',
    at: '2026-11-25T07:00',
    command: HOSTILE,
    because: HOSTILE,
    files: [
      { path: `calls/2026/W48/${call.id}.json`, before: { ...call, purpose: `Old ${HOSTILE}` }, after: call },
      { path: `promises/${promised.id}.json`, before: null, after: promised },
      { path: `accounts/${account.id}.json`, before: null, after: account },
    ],
  };
  const put = (name: string, content: unknown): void => {
    fs.mkdirSync(dirname(join(store, name)), { recursive: true });
    fs.writeFileSync(join(store, name), typeof content === 'string' ? content : JSON.stringify(content));
  };
  put(`calls/2026/W48/${call.id}.json`, call);
  put('calls/2026/W48/closed.json', closed);
  put('reports/2026/W48/closed.md', `# ${HOSTILE}\n`);
  put('accounts/evil.json', account);
  put(`promises/${promised.id}.json`, promised);
  put(`changes/2026/W48/${change.id}.json`, change);
  // Damaged, and with a name that is no better.
  put(`calls/2026/W48/${HOSTILE.replaceAll('/', '')}.json`, `{"${HOSTILE}`);
  put('promises/broken.json', JSON.stringify({ ...promised, id: 'broken', due: HOSTILE }));
}
