import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../src/calls/call.ts';
import { openStore } from '../../src/calls/store.ts';
import { StoreError } from '../../src/calls/store-error.ts';
import {
  aCall,
  filesIn,
  aPromise,
  addAccount,
  addCall,
  addPromise,
  quietMachine,
  recordsIn,
  temporaryFolder,
  updateCall,
  updatePromise,
  write,
} from './temporary-store.ts';

const WEEK_48 = { year: 2026, week: 48 };
const FILE = 'calls/2026/W48/01kb1ncsw0q2v4x6z8a0c2e4g6.json';

function emptyStore() {
  const dir = temporaryFolder();
  return { dir, store: openStore(fs, dir, quietMachine()) };
}

async function failure(work: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof StoreError) return error;
  throw new Error(`expected a StoreError, got ${String(error)}`);
}

describe('adding a call', () => {
  it('files it under the ISO week of its date, a field a line, for its owner only', async () => {
    const { dir, store } = emptyStore();
    const { path: file, record } = await addCall(store, aCall());
    expect(path.relative(dir, file)).toBe(FILE);
    expect(file).toBe(store.pathOf(record));
    expect(fs.readFileSync(file, 'utf8')).toBe(`{
  "schema": 1,
  "id": "01kb1ncsw0q2v4x6z8a0c2e4g6",
  "account": "Cơ khí Bình Minh",
  "startsAt": "2026-11-26T09:30",
  "timeZone": "Asia/Ho_Chi_Minh",
  "durationMinutes": 45,
  "channel": "visit",
  "stage": "negotiation",
  "status": "planned",
  "purpose": "Chốt ngày giao 200 bộ lọc",
  "agenda": [
    "Lịch giao hàng"
  ],
  "preparation": []
}
`);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(recordsIn(dir)).toEqual([FILE]);
  });

  it('uses the ISO year at the turn of the year', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall({ id: 'a', startsAt: '2027-01-01' }));
    await addCall(store, aCall({ id: 'b', startsAt: '2024-12-31T08:00' }));
    expect(recordsIn(dir)).toEqual(['calls/2025/W01/b.json', 'calls/2026/W53/a.json']);
    expect((await store.readWeek({ year: 2026, week: 53 })).calls).toMatchObject([
      { startsAt: '2027-01-01' },
    ]);
  });

  it('writes known fields in their order whatever order they come in, and unknown ones after them', async () => {
    const { store } = emptyStore();
    const { purpose, ...rest } = aCall({ customerBenefit: 'Không phải dừng máy' });
    const { path: file } = await addCall(store, { purpose, crm: { ref: 7 }, ...rest } as ReturnType<
      typeof aCall
    >);
    const keys = Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')));
    expect(keys.slice(-5)).toEqual(['purpose', 'customerBenefit', 'agenda', 'preparation', 'crm']);
  });

  it('stores texts composed', async () => {
    const { store } = emptyStore();
    const { record } = await addCall(store, aCall({ account: 'Hòa Phát'.normalize('NFD') }));
    expect(record.account).toBe('Hòa Phát'.normalize('NFC'));
    expect((await store.readWeek(WEEK_48)).calls).toEqual([record]);
  });

  it('never writes over a call', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall());
    const error = await failure(addCall(store, aCall({ purpose: 'Another' })));
    expect(error).toMatchObject({ reason: 'exists', path: store.pathOf(aCall()) });
    expect((await store.readWeek(WEEK_48)).calls).toEqual([aCall()]);
  });

  it.each([
    [{ id: '../../etc/passwd' }, 'id: must be a file name'],
    [{ id: 'con' }, 'id: must be a file name'],
    [{ startsAt: '2026-02-31' }, 'startsAt: is neither a time'],
    [{ startsAt: '2026-11-26T25:00' }, 'startsAt: is neither a time'],
    [{ account: ' ' }, 'account: is empty'],
    [{ durationMinutes: 4 }, 'durationMinutes: '],
    [{ channel: 'fax' }, 'channel: '],
    [{ timeZone: '../x' }, 'timeZone: is not a time zone'],
    [{ purpose: 'Sign\u001b[31m' }, 'purpose holds the control character U+001B'],
    [{ agenda: ['ok', 'a\u0000b'] }, 'agenda holds the control character U+0000'],
    [
      { overrides: [{ rule: 'missing-benefit', because: 'bell\u0007' }] },
      'overrides.because holds the control',
    ],
    [{ schema: 2 }, 'schema: this version writes 1'],
  ])('refuses %o and writes nothing', async (changes, complaint) => {
    const { dir, store } = emptyStore();
    const error = await failure(addCall(store, { ...aCall(), ...changes } as ReturnType<typeof aCall>));
    expect(error.reason).toBe('invalid');
    expect(error.message).toContain(complaint);
    expect(filesIn(dir)).toEqual([]);
  });

  it('keeps line breaks and tabs', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall({ purpose: 'One\n\tTwo' }));
    expect((await store.readWeek(WEEK_48)).calls).toMatchObject([{ purpose: 'One\n\tTwo' }]);
  });

  it('does without hard links where the disk has none', async () => {
    const dir = temporaryFolder();
    const noLinks = {
      ...fs,
      linkSync: () => {
        throw Object.assign(new Error('not supported'), { code: 'ENOTSUP' });
      },
    };
    const store = openStore(noLinks, dir, quietMachine());
    await addCall(store, aCall());
    expect((await failure(addCall(store, aCall({ purpose: 'Another' })))).reason).toBe('exists');
    expect((await store.readWeek(WEEK_48)).calls).toEqual([aCall()]);
    expect(recordsIn(dir)).toEqual([FILE]);
  });
});

describe('editing a call', () => {
  it('changes what the edit changes and nothing else: unknown fields, their order and their spelling stay', async () => {
    const { dir, store } = emptyStore();
    const nfd = 'Hòa'.normalize('NFD');
    const raw = {
      $crm: { ref: '0063x', tags: [{ name: nfd, bell: '\u0007' }] },
      ...aCall(),
      customerBenefit: 'Ít dừng máy hơn',
      overrides: [{ rule: 'missing-benefit', because: 'khách tự hỏi', by: { name: 'Lan' } }],
      ['__proto__']: null,
      zz: [1, 2.5, null, true],
    };
    const before = JSON.stringify(
      Object.fromEntries([...Object.entries(raw), ['__proto__', { polluted: true }]]),
      null,
      2,
    );
    const file = write(dir, FILE, before);
    await updateCall(store, aCall(), (call) => ({ ...call, status: 'held' }));
    expect(fs.readFileSync(file, 'utf8')).toBe(`${before.replace('"planned"', '"held"')}\n`);
  });

  it('keeps unknown fields even when the edit forgets them, and removes known ones that it leaves out', async () => {
    const { dir, store } = emptyStore();
    write(dir, FILE, JSON.stringify({ ...aCall({ contact: 'Chị Lan' }), crm: { ref: 7 } }));
    const { record } = await updateCall(store, aCall(), () => aCall({ status: 'cancelled' }));
    expect(record).toEqual({ ...aCall({ status: 'cancelled' }), crm: { ref: 7 } });
    expect((await store.readWeek(WEEK_48)).calls).toEqual([record]);
  });

  it('puts a new field where it belongs', async () => {
    const { store } = emptyStore();
    const { path: file } = await addCall(store, aCall());
    await updateCall(store, aCall(), (call) => ({
      ...call,
      expectedOutcome: 'Ký biên bản',
      contact: 'Chị Lan',
    }));
    const keys = Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')));
    expect(keys.slice(2, 4)).toEqual(['account', 'contact']);
    expect(keys.slice(-4)).toEqual(['purpose', 'expectedOutcome', 'agenda', 'preparation']);
  });

  it('does not touch a file when nothing changes', async () => {
    const { dir, store } = emptyStore();
    const text = JSON.stringify(aCall());
    const file = write(dir, FILE, text);
    const { ino } = fs.statSync(file);
    await updateCall(store, aCall(), (call) => ({ ...call, contact: undefined, agenda: [...call.agenda] }));
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
    expect(fs.statSync(file).ino).toBe(ino);
  });

  it('can move it within its week, not out of it, nor give it another id', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    await updateCall(store, aCall(), (call) => ({ ...call, startsAt: '2026-11-27' }));
    const later = await failure(
      updateCall(store, aCall(), (call) => ({ ...call, startsAt: '2026-11-30T09:30' })),
    );
    const other = await failure(updateCall(store, aCall(), (call) => ({ ...call, id: 'other' })));
    expect([later.reason, other.reason]).toEqual(['invalid', 'invalid']);
    expect((await store.readWeek(WEEK_48)).calls).toEqual([aCall({ startsAt: '2026-11-27' })]);
    expect(recordsIn(dir)).toEqual([FILE]);
  });

  it('says so when there is no such call', async () => {
    const { dir, store } = emptyStore();
    const error = await failure(updateCall(store, aCall(), (call) => call));
    expect(error).toMatchObject({ reason: 'missing', path: path.join(dir, FILE) });
    expect(filesIn(dir)).toEqual([]);
  });

  it('refuses what must not be written, and leaves the file', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall());
    const control = await failure(updateCall(store, aCall(), (call) => ({ ...call, purpose: 'a\u0000b' })));
    const empty = await failure(updateCall(store, aCall(), (call) => ({ ...call, purpose: '' })));
    expect(control.message).toContain('purpose holds the control character U+0000');
    expect(empty.message).toContain('purpose: is empty');
    expect((await store.readWeek(WEEK_48)).calls).toEqual([aCall()]);
  });

  it('refuses to lose the digits of a number that somebody else put there', async () => {
    const { dir, store } = emptyStore();
    const text = `{"crm": 12345678901234567890, ${JSON.stringify(aCall()).slice(1)}`;
    const file = write(dir, FILE, text);
    const error = await failure(updateCall(store, aCall(), (call) => ({ ...call, status: 'held' })));
    expect(error.message).toContain('number too large');
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  it('replaces what a symbolic link points to, and keeps the link and the permissions', async () => {
    const { dir, store } = emptyStore();
    const elsewhere = write(temporaryFolder(), 'real.json', JSON.stringify(aCall()));
    fs.chmodSync(elsewhere, 0o640);
    fs.mkdirSync(path.join(dir, path.dirname(FILE)), { recursive: true });
    fs.symlinkSync(elsewhere, path.join(dir, FILE));
    await updateCall(store, aCall(), (call) => ({ ...call, status: 'held' }));
    expect(fs.lstatSync(path.join(dir, FILE)).isSymbolicLink()).toBe(true);
    expect(JSON.parse(fs.readFileSync(elsewhere, 'utf8'))).toEqual(aCall({ status: 'held' }));
    expect(fs.statSync(elsewhere).mode & 0o777).toBe(0o640);
    expect(recordsIn(path.dirname(elsewhere))).toEqual(['real.json']);
  });

  it('notices a program that takes no lock', async () => {
    const { dir, store } = emptyStore();
    const { path: file } = await addCall(store, aCall());
    const theirs = JSON.stringify(aCall({ purpose: 'Synchronised from the office' }));
    const error = await failure(
      updateCall(store, aCall(), (call) => {
        fs.writeFileSync(file, theirs);
        return { ...call, status: 'held' };
      }),
    );
    expect(error.reason).toBe('changed');
    expect(fs.readFileSync(file, 'utf8')).toBe(theirs);
    expect(recordsIn(dir)).toEqual([FILE]);
  });

  it('passes on what the change itself throws, and lets go of the lock', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    const change = () => {
      throw new TypeError('not today');
    };
    await expect(updateCall(store, aCall(), change)).rejects.toThrow(TypeError);
    expect(recordsIn(dir)).toEqual([FILE]);
  });
});

describe('a damaged file', () => {
  const DAMAGE: [name: string, content: string | Buffer, problem: string, detail: string][] = [
    ['empty', '', 'not-json', 'the file is empty'],
    ['zeroes', Buffer.alloc(300), 'not-json', ''],
    ['cut', JSON.stringify(aCall()).slice(0, 100), 'not-json', ''],
    ['list', '[]', 'not-json', 'no JSON object'],
    ['latin1', Buffer.from(JSON.stringify(aCall({ account: 'Müller' })), 'latin1'), 'not-json', 'not UTF-8'],
    [
      'merge',
      '{\n<<<<<<< HEAD\n  "status": "held",\n=======\n  "status": "planned",\n>>>>>>> office\n}\n',
      'conflict-markers',
      'a merge was left half done',
    ],
    ['channel', JSON.stringify({ ...aCall({ id: 'channel' }), channel: 'fax' }), 'invalid', 'channel: '],
    [
      'nested',
      JSON.stringify({ ...aCall({ id: 'nested' }), overrides: [{ rule: 'x' }] }),
      'invalid',
      'overrides.0.because: ',
    ],
    ['copy', JSON.stringify(aCall({ id: 'original' })), 'invalid', 'W48/original.json'],
    ['astray', JSON.stringify(aCall({ id: 'astray', startsAt: '2026-12-24' })), 'invalid', 'W52/astray.json'],
    [
      'future',
      JSON.stringify({ ...aCall({ id: 'future' }), schema: 2, status: 'tentative' }),
      'newer-schema',
      'status: ',
    ],
  ];

  it.each(DAMAGE)(
    '(%s) is named and left alone, and the rest is shown',
    async (name, content, problem, detail) => {
      const { dir, store } = emptyStore();
      await addCall(store, aCall());
      const file = write(dir, `calls/2026/W48/${name}.json`, content);
      const { calls, problems } = await store.readWeek(WEEK_48);
      expect(calls).toEqual([aCall()]);
      expect(problems).toMatchObject([{ path: file, problem }]);
      expect(problems[0]?.detail).toContain(detail);
      expect(problems[0]?.detail).not.toMatch(/\p{Cc}/u);

      const error = await failure(
        updateCall(store, aCall({ id: name }), (call) => ({ ...call, status: 'held' })),
      );
      expect(error.reason).toBe(problem === 'newer-schema' ? 'newer-schema' : 'damaged');
      expect(error.path).toBe(file);
      expect(fs.readFileSync(file)).toEqual(Buffer.from(content));
    },
  );

  it('may be a folder, or a link to nothing', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    fs.mkdirSync(path.join(dir, 'calls/2026/W48/folder.json'));
    fs.symlinkSync('/nowhere', path.join(dir, 'calls/2026/W48/link.json'));
    const { calls, problems } = await store.readWeek(WEEK_48);
    expect(calls).toEqual([aCall()]);
    expect(problems.map(({ path: file, problem }) => [path.basename(file), problem])).toEqual([
      ['folder.json', 'unreadable'],
      ['link.json', 'unreadable'],
    ]);
  });

  it('may stand where a folder should', async () => {
    const { dir, store } = emptyStore();
    write(dir, 'calls', 'not a folder');
    expect((await store.readWeek(WEEK_48)).problems).toMatchObject([{ problem: 'unreadable' }]);
    expect((await store.readLatestCalls({ maxWeeks: 3 })).problems).toMatchObject([
      { problem: 'unreadable' },
    ]);
    expect((await failure(addCall(store, aCall()))).reason).toBe('failed');
  });

  it('does not stand in the way of promises and accounts', async () => {
    const { dir, store } = emptyStore();
    await addAccount(store, 'Bình Minh');
    await addPromise(store, aPromise());
    write(dir, 'accounts/broken.json', '{');
    write(dir, 'promises/broken.json', JSON.stringify({ ...aPromise({ id: 'broken' }), due: 'soon' }));
    const { accounts, problems } = await store.accounts();
    expect([accounts.length, problems.length]).toEqual([1, 1]);
    const { promises, problems: broken } = await store.promises();
    expect(promises).toEqual([aPromise()]);
    expect(broken).toMatchObject([{ problem: 'invalid', detail: 'due: is not a date such as 2026-11-26' }]);
  });
});

describe('a file of a newer plan-call', () => {
  it('is shown when it can be read, and never rewritten', async () => {
    const { dir, store } = emptyStore();
    const newer = { ...aCall(), schema: SCHEMA + 1, mood: { colour: 'green' } };
    const text = JSON.stringify(newer);
    const file = write(dir, FILE, text);
    expect(await store.readWeek(WEEK_48)).toEqual({ calls: [newer], problems: [] });
    const error = await failure(updateCall(store, newer, (call) => ({ ...call, status: 'held' })));
    expect(error.reason).toBe('newer-schema');
    expect(error.message).toContain('Update plan-call');
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('reading', () => {
  it('takes a missing folder for an empty store, and does not make it', async () => {
    const dir = path.join(temporaryFolder(), 'not', 'there');
    const store = openStore(fs, dir);
    const nothing = { calls: [], problems: [] };
    expect(await store.readWeek(WEEK_48)).toEqual(nothing);
    expect(await store.readWeeks([WEEK_48, { year: 2026, week: 49 }])).toEqual(nothing);
    expect(await store.readLatestCalls({ maxWeeks: 10 })).toEqual(nothing);
    expect(await store.accounts()).toEqual({ accounts: [], problems: [] });
    expect(await store.promises()).toEqual({ promises: [], problems: [] });
    expect(fs.existsSync(path.dirname(dir))).toBe(false);
  });

  it('skips files that are no records', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    for (const name of ['.x.1.abc.tmp', '.DS_Store', '.hidden.json', 'notes.txt', 'x.json~']) {
      write(dir, `calls/2026/W48/${name}`, 'junk');
    }
    expect(await store.readWeek(WEEK_48)).toEqual({ calls: [aCall()], problems: [] });
  });

  it('takes files that other programs wrote: a byte order mark, CRLF, another indent', async () => {
    const { dir, store } = emptyStore();
    write(dir, FILE, `\uFEFF${JSON.stringify(aCall(), null, 4).replaceAll('\n', '\r\n')}`);
    expect(await store.readWeek(WEEK_48)).toEqual({ calls: [aCall()], problems: [] });
  });

  it('gives the calls of several weeks by time, those without a time first on their day', async () => {
    const { store } = emptyStore();
    const times = ['2026-11-26T14:00', '2026-12-02', '2026-11-26', '2026-11-26T08:15', '2026-11-23T09:00'];
    for (const [index, startsAt] of times.entries())
      await addCall(store, aCall({ id: `c${index}`, startsAt }));
    const { calls } = await store.readWeeks([{ year: 2026, week: 49 }, WEEK_48]);
    expect(calls.map((call) => call.startsAt)).toEqual([
      '2026-11-23T09:00',
      '2026-11-26',
      '2026-11-26T08:15',
      '2026-11-26T14:00',
      '2026-12-02',
    ]);
  });
});

describe('the latest calls', () => {
  const TIMES = [
    '2025-12-30T09:00',
    '2026-01-02',
    '2026-10-05T10:00',
    '2026-11-23T09:00',
    '2026-11-26T09:30',
  ];

  async function storeOfSeveralWeeks() {
    const { dir, store } = emptyStore();
    for (const [index, startsAt] of TIMES.entries())
      await addCall(store, aCall({ id: `c${index}`, startsAt }));
    write(dir, 'calls/readme/W01/x.json', 'junk');
    write(dir, 'calls/2026/W99/x.json', 'junk');
    const read: string[] = [];
    const watching = {
      ...fs,
      readdirSync: ((folder: string) => {
        read.push(path.relative(dir, folder));
        return fs.readdirSync(folder);
      }) as typeof fs.readdirSync,
    };
    return { store: openStore(watching, dir), read };
  }

  const startTimes = ({ calls }: { calls: { startsAt: string }[] }) => calls.map((call) => call.startsAt);

  it('come newest first, from no more weeks than asked for', async () => {
    const { store, read } = await storeOfSeveralWeeks();
    expect(startTimes(await store.readLatestCalls({ maxWeeks: 2 }))).toEqual([
      '2026-11-26T09:30',
      '2026-11-23T09:00',
      '2026-10-05T10:00',
    ]);
    expect(read.sort()).toEqual(['calls', 'calls/2026', 'calls/2026/W41', 'calls/2026/W48']);
  });

  it('come from before a time, later weeks unread', async () => {
    const { store, read } = await storeOfSeveralWeeks();
    expect(startTimes(await store.readLatestCalls({ before: '2026-11-26', maxWeeks: 1 }))).toEqual([
      '2026-11-23T09:00',
    ]);
    expect(startTimes(await store.readLatestCalls({ before: '2026-10-05T10:00', maxWeeks: 9 }))).toEqual([
      '2026-01-02',
      '2025-12-30T09:00',
    ]);
    expect(read.filter((folder) => folder.endsWith('W48'))).toHaveLength(1);
  });

  it('are all calls when there is no limit', async () => {
    const { store } = await storeOfSeveralWeeks();
    expect(startTimes(await store.readLatestCalls({ maxWeeks: Infinity }))).toEqual([...TIMES].toReversed());
  });
});

describe('promises', () => {
  it('are kept one to a file, and edited', async () => {
    const { dir, store } = emptyStore();
    await addPromise(store, { ...aPromise(), crm: 7 } as ReturnType<typeof aPromise>);
    await updatePromise(store, aPromise(), (promised) => ({
      ...promised,
      status: 'dropped',
      because: 'Khách đổi ý',
    }));
    expect(recordsIn(dir)).toEqual([`promises/${aPromise().id}.json`]);
    expect(await store.promises()).toEqual({
      promises: [{ ...aPromise({ status: 'dropped', because: 'Khách đổi ý' }), crm: 7 }],
      problems: [],
    });
  });
});

describe('what a failure says', () => {
  it('names the file, the cause and the way out', async () => {
    const dir = temporaryFolder();
    const full = {
      ...fs,
      writeFileSync: () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      },
    };
    const error = await failure(addCall(openStore(full, dir), aCall()));
    expect(error.message).toBe(
      `${dir}: no space left on the disk. Nothing was changed. Make room on the disk, then try again.`,
    );
    expect(filesIn(dir)).toEqual([]);
  });

  it.each([
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EDQUOT', 'disk-full'],
    ['EMFILE', 'failed'],
  ])('%s while the folder is made is "%s"', async (code, reason) => {
    const dir = temporaryFolder();
    const closed = {
      ...fs,
      mkdirSync: () => {
        throw Object.assign(new Error(`${code}: mkdir`), { code });
      },
    };
    expect((await failure(addCall(openStore(closed, dir), aCall()))).reason).toBe(reason);
  });
});
