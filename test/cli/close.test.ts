import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import type { Run, Setting } from '../support/program.ts';

const STORE = join('data', 'plan-call');

/** A store with one call in it, planned for this morning, and the program there. */
interface Desk {
  readonly folder: string;
  readonly id: string;
  readonly plan: (...options: string[]) => Promise<string>;
  readonly close: (options: readonly string[], setting?: Setting) => Promise<Run>;
  readonly closeJson: (options: readonly string[], setting?: Setting) => Promise<Closed>;
  readonly report: () => string;
  readonly records: (kind: string) => Record<string, unknown>[];
}

interface Closed {
  readonly call: Record<string, unknown>;
  readonly promises: readonly Record<string, unknown>[];
  readonly report: string | null;
  readonly findings: readonly { readonly ruleId: string }[];
}

const GOOD = {
  en: [
    'Get sign-off on drawing C',
    'they can order the steel two weeks earlier',
    'Sent the stress report on 18 November',
  ],
  vi: [
    'Chốt lịch giao 200 lọc dầu',
    'xưởng không phải dừng máy chờ lọc',
    'Gửi biên bản thử áp lực ngày 18/11',
  ],
  ro: [
    'Stabilim data livrării presei 2',
    'linia lor repornește cu două zile mai devreme',
    'Am trimis raportul de presiune pe 18 noiembrie',
  ],
} as const;

async function openDesk(language: keyof typeof GOOD = 'en', ...options: string[]): Promise<Desk> {
  const folder = freshFolder();
  const env = { PLAN_CALL_LANG: language };
  const [purpose, benefit] = GOOD[language];
  const plan = async (...more: string[]): Promise<string> => {
    const planned = await run(
      folder,
      [
        ['new', '--account', 'Nordic Pumps', '--purpose', purpose, '--benefit', benefit, '--json'],
        ['--agenda', 'Drawing C', '--agenda', 'Mẫu thử Ș', ...more],
      ].flat(),
      { env },
    );
    return JSON.parse(planned.stdout).id;
  };
  const id = await plan(
    '--when',
    '25/11 9:30',
    '--outcome',
    'they sign it',
    '--stage',
    'negotiation',
    ...options,
  );
  const close = (given: readonly string[], setting: Setting = {}): Promise<Run> =>
    run(folder, ['close', ...given], { ...setting, env: { ...env, ...setting.env } });
  return {
    folder,
    id,
    plan,
    close,
    closeJson: async (given, setting) => JSON.parse((await close([...given, '--json'], setting)).stdout),
    report: () => fs.readFileSync(join(folder, STORE, 'reports', '2026', 'W48', `${id}.md`), 'utf8'),
    records: (kind) =>
      filesIn(join(folder, STORE, kind)).map((file) => JSON.parse(fs.readFileSync(file, 'utf8'))),
  };
}

function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('a call is closed with its result, its report, its promises and the signature, as one change', async () => {
  const { folder, id, closeJson, records, report } = await openDesk();
  const closed = await closeJson(
    [
      [id, '--outcome', 'advance', '--reached', 'yes', '--covered', 'mau thu s', '--did', GOOD.en[2]],
      ['--accepted', 'a second drawing | fri', '--refused', 'a loan pump | both are out on hire |'],
      [
        '--to-answer',
        'net 60',
        '--promised',
        'send the quote | 1/12',
        '--they-promised',
        'measure the shaft | 4/12',
      ],
      ['--next-step', 'Agree the delivery week', '--notes', 'Ion checked the flange', '--signed', 'today'],
    ].flat(),
  );
  expect(closed.call).toMatchObject({
    id,
    status: 'held',
    result: {
      closedOn: '2026-11-25',
      outcome: 'advance',
      isReached: true,
      agendaDone: ['Mẫu thử Ș'],
      done: [GOOD.en[2]],
      requests: [
        { what: 'a second drawing', answer: 'accepted' },
        { what: 'a loan pump', answer: 'refused', reason: 'both are out on hire' },
        { what: 'net 60', answer: 'open' },
      ],
      nextStep: 'Agree the delivery week',
      notes: 'Ion checked the flange',
      report: `reports/2026/W48/${id}.md`,
    },
  });
  expect(closed.promises).toMatchObject([
    { by: 'us', what: 'a second drawing', due: '2026-11-27', call: id },
    { by: 'us', what: 'send the quote', due: '2026-12-01', call: id },
    { by: 'customer', what: 'measure the shaft', due: '2026-12-04', call: id },
  ]);
  expect(closed.report).toBe(join(folder, STORE, 'reports', '2026', 'W48', `${id}.md`));
  expect(closed.findings).toEqual([]);
  expect(records('calls')).toEqual([closed.call]);
  expect(records('promises')).toHaveLength(3);
  expect(records('accounts')).toMatchObject([
    { name: 'Nordic Pumps', stage: 'signed', signedOn: '2026-11-25' },
  ]);
  expect(report()).toContain('- [ ] Drawing C\n- [x] Mẫu thử Ș\n');
  const changes = records('changes').filter(({ command }) => command === 'close');
  expect(changes).toHaveLength(1);
  expect(changes[0]?.['files']).toHaveLength(6);
});

test('the end of the id is enough, and the path, the promises and the findings are told', async () => {
  const { id, close } = await openDesk();
  const argv = [
    id.slice(-6),
    '--outcome',
    'continuation',
    '--refused',
    'a loan pump',
    '--promised',
    'send the quote | 1/12',
  ];
  const { code, stdout, stderr } = await close(argv);
  expect(stdout).toMatch(/^✓ Closed\. Report: .*\.md\n {2}Nordic Pumps: send the quote, by Tue 1 Dec 2026\n/);
  expect(stdout).toContain('[unexplained-refusal]');
  expect(stdout).toContain('[value-not-told]');
  expect(stdout).toContain('1 report: 0 errors, 2 warnings');
  expect(stdout).toContain(`To put it right in the report: plan-call edit ${id.slice(-6)}`);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

describe.each(['en', 'vi', 'ro'] as const)('in %s', (language) => {
  const [, , done] = GOOD[language];

  test('a report that is filled in well has nothing against it, and lint agrees', async () => {
    const { folder, id, closeJson } = await openDesk(language);
    const { report, findings } = await closeJson([
      id,
      '--outcome',
      'order',
      '--did',
      done,
      '--next-step',
      done,
    ]);
    expect(findings).toEqual([]);
    const linted = await run(folder, ['lint', report ?? ''], { env: { PLAN_CALL_LANG: language } });
    expect([linted.code, linted.stderr]).toEqual([0, '']);
  });

  test('a refusal without a reason and a report without anything done are found', async () => {
    const { id, closeJson } = await openDesk(language);
    const { findings } = await closeJson([id, '--outcome', 'no-sale', '--refused', '10 %']);
    expect(findings.map(({ ruleId }) => ruleId).toSorted()).toEqual([
      'unexplained-refusal',
      'value-not-told',
    ]);
  });

  test('a report is closed and told in that language, without a word left in another', async () => {
    const { id, close, report } = await openDesk(language);
    const { stdout } = await close([id, '--outcome', 'advance', '--did', done]);
    expect(stdout).not.toMatch(/close\.|\{\w+\}/);
    expect(report()).not.toMatch(/close\.|\{\w+\}/);
    expect(stdout).toMatch({ en: /^✓ Closed\./, vi: /^✓ Đã ghi kết quả\./, ro: /^✓ Încheiată\./ }[language]);
  });
});

test.each([
  ['not-held', 'nobody was there', /^✓ not held: nobody was there\n$/],
  ['cancelled', 'they moved house', /^✓ cancelled: they moved house\n$/],
])('a call that was %s is closed with its reason and without a report', async (status, because, told) => {
  const { folder, id, close, records } = await openDesk();
  const { code, stdout } = await close([id, '--status', status, '--because', because]);
  expect(stdout).toMatch(told);
  expect(code).toBe(0);
  expect(records('calls')).toMatchObject([{ status, because }]);
  expect(records('calls')[0]).not.toHaveProperty('result');
  expect(filesIn(join(folder, STORE, 'reports'))).toEqual([]);
});

test('a closed call is not closed again: its report is named', async () => {
  const { id, close, report } = await openDesk();
  await close([id, '--outcome', 'order']);
  const before = report();
  const { code, stderr } = await close([id, '--outcome', 'no-sale']);
  expect(stderr).toContain(`reports/2026/W48/${id}.md`);
  expect(stderr).toContain(`plan-call edit ${id.slice(-6)}`);
  expect(code).toBe(2);
  expect(report()).toBe(before);

  const other = await openDesk();
  await other.close([other.id, '--status', 'cancelled', '--because', 'ill']);
  expect((await other.close([other.id, '--outcome', 'order'])).stderr).toContain(
    'closed already (cancelled)',
  );
});

test('what is still to come cannot be held, only cancelled', async () => {
  const { plan, close } = await openDesk();
  const id = await plan('--when', 'thu 9:30');
  for (const options of [
    ['--outcome', 'order'],
    ['--status', 'not-held', '--because', 'ill'],
  ]) {
    const { code, stderr } = await close([id, ...options]);
    expect(stderr).toContain('This call is still to come: Thu 26 Nov 2026 09:30.');
    expect(code).toBe(2);
  }
  expect((await close([id, '--status', 'cancelled', '--because', 'ill'])).code).toBe(0);
});

test.each([
  [[], 'Still needed: --outcome.'],
  [['--did', 'x'], 'Still needed: --outcome.'],
  [['--status', 'cancelled'], 'Still needed: --because.'],
  [['--outcome', 'win'], '“win” is no value for --outcome. Choose from: order, advance'],
  [['--status', 'gone'], '“gone” is no value for --status'],
  [['--outcome', 'order', '--reached', 'maybe'], '“maybe” is no value for --reached'],
  [['--outcome', 'order', '--because', 'so'], '--because says why a call was not held'],
  [['--status', 'held', '--outcome', 'order', '--because', 'so'], '--because says why a call was not held'],
  [
    ['--status', 'not-held', '--because', 'x', '--did', 'y', '--notes', 'z'],
    '--did, --notes is about a call that was held',
  ],
  [
    ['--outcome', 'order', '--covered', 'prices'],
    '“prices” is no item of the agenda. It has:\n  1  Drawing C\n  2  Mẫu thử Ș',
  ],
  [['--outcome', 'order', '--covered', '3'], '“3” is no item of the agenda'],
  [
    ['--outcome', 'order', '--promised', 'the quote'],
    '--promised “the quote” is not written as "WHAT | DAY"',
  ],
  [['--outcome', 'order', '--promised', 'the quote |'], 'is not written as "WHAT | DAY"'],
  [['--outcome', 'order', '--they-promised', ' | fri'], 'is not written as "WHAT | DAY"'],
  [['--outcome', 'order', '--refused', 'a | b | c | d'], 'is not written as "WHAT | WHY | INSTEAD"'],
  [['--outcome', 'order', '--accepted', 'a | 31/2'], 'There is no day “31/2”'],
  [['--outcome', 'order', '--signed', 'fri'], 'Fri 27 Nov 2026 is still to come'],
  [['--outcome', 'order', '--editor'], 'Set VISUAL or EDITOR'],
])('%j is refused in words, with exit code 2 and nothing written', async (options, sentence) => {
  const { folder, id, close } = await openDesk();
  const before = filesIn(folder).length;
  const { code, stdout, stderr } = await close([id, ...options]);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(filesIn(folder)).toHaveLength(before);
});

test('a call that expected nothing and has no agenda is asked for neither', async () => {
  const { folder, close } = await openDesk();
  const planned = await run(
    folder,
    [
      [
        'new',
        '--account',
        'Delta Print',
        '--when',
        '25/11 14:00',
        '--purpose',
        GOOD.en[0],
        '--benefit',
        GOOD.en[1],
      ],
      ['--prepare', 'print it', '--json'],
    ].flat(),
  );
  const { id } = JSON.parse(planned.stdout);
  expect((await close([id, '--outcome', 'order', '--reached', 'yes'])).stderr).toContain(
    'Leave --reached out',
  );
  expect((await close([id, '--outcome', 'order', '--covered', '1'])).stderr).toContain('Leave --covered out');
});

test('without a terminal and without an id the way to name a call is told', async () => {
  const { close } = await openDesk();
  const { code, stderr } = await close(['--outcome', 'order']);
  expect(stderr).toContain('Name the call by the end of its id');
  expect(code).toBe(2);
});

test('--dry-run shows the report and what lint says of it, and writes nothing', async () => {
  const { folder, id, close, closeJson } = await openDesk();
  const before = filesIn(folder);
  const argv = [id, '--outcome', 'order', '--refused', '10 %', '--dry-run', '--editor'];
  const { code, stdout } = await close(argv);
  expect(stdout).toContain('nothing was written');
  expect(stdout).toContain('## Customer requests\n\n- They asked for: 10 %\n');
  expect(stdout).toContain('[unexplained-refusal]');
  expect(code).toBe(0);
  const { call, report } = await closeJson(argv);
  expect(call).toMatchObject({
    status: 'held',
    result: { outcome: 'order', report: `reports/2026/W48/${id}.md` },
  });
  expect(report).toContain(`${id}.md`);
  expect(filesIn(folder)).toEqual(before);
});

test('--editor opens the report that was written, and what comes out of it is linted', async () => {
  const { id, close, report } = await openDesk();
  const opened: string[] = [];
  const { code, stdout } = await close([id, '--outcome', 'order', '--editor'], {
    env: { VISUAL: 'nano -w', EDITOR: 'ed' },
    runEditor: (editor, file) => {
      opened.push(`${editor}: ${file}`);
      fs.appendFileSync(file, `\n## What we did for the customer\n\n${GOOD.en[2]}\n`);
      return Promise.resolve(0);
    },
  });
  expect(opened).toEqual([expect.stringMatching(new RegExp(`^nano -w: .*${id}\\.md$`))]);
  expect(report()).toContain(GOOD.en[2]);
  expect(stdout).not.toContain('value-not-told');
  expect(code).toBe(0);
});

test('an editor that fails is told of, and the report stands', async () => {
  const { id, close, report } = await openDesk();
  const { code, stderr } = await close([id, '--outcome', 'order', '--editor'], {
    env: { EDITOR: 'ed' },
    runEditor: () => Promise.resolve(3),
  });
  expect(stderr).toContain('The editor “ed” ended with 3');
  expect(report()).toContain('The customer ordered.');
  expect(code).toBe(0);
});

test('a report that the editor has taken away is told of', async () => {
  const { id, close } = await openDesk();
  const { code, stdout, stderr } = await close([id, '--outcome', 'order', '--editor'], {
    env: { EDITOR: 'ed' },
    runEditor: (_, file) => {
      fs.rmSync(file);
      return Promise.resolve(0);
    },
  });
  expect(stdout).toContain('✓ Closed.');
  expect(stderr).toMatch(/There is no such file or folder: .*\.md/);
  expect(code).toBe(0);
});

test('a disk that is full leaves the call as it was', async () => {
  const { folder, id, close, records } = await openDesk();
  const fsyncSync = (): never => {
    throw Object.assign(new Error('ENOSPC: no space left on device, fsync'), { code: 'ENOSPC' });
  };
  const { code, stderr } = await close([id, '--outcome', 'order', '--promised', 'x | fri'], {
    fs: { fsyncSync },
  });
  expect(stderr).toContain('there is no room left on the disk');
  expect(code).toBe(2);
  expect(records('calls')).toMatchObject([{ status: 'planned' }]);
  expect(records('promises')).toEqual([]);
  expect(filesIn(join(folder, STORE, 'reports'))).toEqual([]);
});

test('after a signature the account is shown as one on which nothing is planned, once two weeks are over', async () => {
  const { folder, id, close, plan } = await openDesk();
  await close([id, '--outcome', 'order', '--signed', 'today']);
  const env = { PLAN_CALL_NOW: '2026-12-09T08:00' };
  expect((await run(folder, ['accounts'], { env })).stdout).toContain(
    'signed, and nothing is planned after it',
  );
  await plan('--when', 'mon 9:00', '--stage', 'service');
  expect((await run(folder, ['accounts'], { env })).stdout).not.toContain('nothing is planned after it');
});

test('control characters in what is typed reach neither the report nor the terminal', async () => {
  const { id, close, report } = await openDesk();
  const { stdout } = await close([
    id,
    '--outcome',
    'order',
    '--promised',
    'send \u001b[31mred\u001b[0m\u0007 | fri',
  ]);
  expect(stdout).toContain('Nordic Pumps: send red, by');
  expect(report()).toContain('- We: send red, by');
});
