import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import type { Run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

/** What is promised, and what a user sees of it, in each language. */
const TALKS = {
  en: {
    purpose: 'Get sign-off on drawing C',
    ours: 'send the test log of pump 3',
    theirs: 'sign drawing B',
    told: ['✓ kept: send the test log of pump 3', '✓ kept by the customer: sign drawing B'],
    discussion: '- The customer did what was promised: sign drawing B',
    elsewhere: 'is a promise on Delta Print',
    open: 'Open on Nordic Pumps:',
    late: 'we: send the test log of pump 3, by Fri 20 Nov 2026 (past due)',
    question: /Which of these promises are kept by now\?/,
  },
  vi: {
    purpose: 'Chốt lịch giao 200 lọc dầu',
    ours: 'gửi nhật ký thử máy bơm số 3',
    theirs: 'ký bản vẽ B',
    told: ['✓ đã thực hiện: gửi nhật ký thử máy bơm số 3', '✓ khách đã thực hiện: ký bản vẽ B'],
    discussion: '- Khách đã làm điều đã hứa: ký bản vẽ B',
    elsewhere: 'là lời hứa với Delta Print',
    open: 'Lời hứa chưa thực hiện với Nordic Pumps:',
    late: 'ta: gửi nhật ký thử máy bơm số 3, hạn Th 6 20/11/2026 (quá hạn)',
    question: /Những lời hứa nào đến nay đã thực hiện\?/,
  },
  ro: {
    purpose: 'Stabilim data livrării presei 2',
    ours: 'trimitem fișa de probă a pompei 3',
    theirs: 'semnează desenul B',
    told: ['✓ ținută: trimitem fișa de probă a pompei 3', '✓ ținută de client: semnează desenul B'],
    discussion: '- Clientul a făcut ce a promis: semnează desenul B',
    elsewhere: 'este o promisiune la Delta Print',
    open: 'Neîndeplinite la Nordic Pumps:',
    late: 'noi: trimitem fișa de probă a pompei 3, până pe vin. 20 nov. 2026 (termen depășit)',
    question: /Care dintre promisiuni sunt ținute deja\?/,
  },
} as const;
type Language = keyof typeof TALKS;

/** A store with a call of this morning, and promises on its account and on another. */
interface Desk {
  readonly folder: string;
  /** Ends of ids. */
  readonly call: string;
  readonly ours: string;
  readonly theirs: string;
  readonly elsewhere: string;
  readonly run: (...argv: string[]) => Promise<Run>;
  readonly statuses: () => Promise<string[]>;
}

async function openDesk(language: Language = 'en'): Promise<Desk> {
  const folder = freshFolder();
  const talk = TALKS[language];
  const inLanguage = (...argv: string[]): Promise<Run> =>
    run(folder, argv, { env: { PLAN_CALL_LANG: language, COLUMNS: '120' } });
  const added = async (...argv: string[]): Promise<string> =>
    JSON.parse((await inLanguage(...argv, '--json')).stdout).id.slice(-8);
  const promised = (account: string, what: string, due: string, by: string): Promise<string> =>
    added('promise', 'add', '--account', account, '--what', what, '--due', due, '--by', by);
  const planning = ['--account', 'Nordic Pumps', '--when', '25/11 9:30', '--purpose', talk.purpose];
  return {
    folder,
    call: await added('new', ...planning, '--benefit', 'x', '--force', '--because', 'a test'),
    ours: await promised('NORDIC pumps', talk.ours, '20/11/2026', 'us'),
    theirs: await promised('Nordic Pumps', talk.theirs, '30/11/2026', 'customer'),
    elsewhere: await promised('Delta Print', 'send the price list', '27/11/2026', 'us'),
    run: inLanguage,
    statuses: async () => {
      const { stdout } = await inLanguage('promises', '--all', '--json');
      const all: { what: string; status: string; endedOn?: string }[] = JSON.parse(stdout);
      return all.map(({ what, status, endedOn = '' }) => `${what}: ${status} ${endedOn}`.trim()).toSorted();
    },
  };
}

describe.each(['en', 'vi', 'ro'] as const)('in %s', (language) => {
  const talk = TALKS[language];

  test('promises that are kept are ended with the call, told, and reported as what was done', async () => {
    const { folder, call, ours, theirs, run: inLanguage, statuses } = await openDesk(language);
    const argv = ['close', call, '--outcome', 'advance', '--kept', theirs, '--kept', ours];
    const { stdout, code } = await inLanguage(...argv);
    expect(stdout.split('\n').slice(1, 3)).toEqual(talk.told.map((line) => `  ${line}`));
    expect(stdout).not.toContain('value-not-told');
    expect(code).toBe(0);
    expect(await statuses()).toEqual(
      [
        `${talk.ours}: done 2026-11-25`,
        `${talk.theirs}: done 2026-11-25`,
        'send the price list: open',
      ].toSorted(),
    );
    const reports = join(folder, 'data', 'plan-call', 'reports', '2026', 'W48');
    const report = fs.readFileSync(join(reports, fs.readdirSync(reports)[0] ?? ''), 'utf8');
    expect(report).toContain(`\n\n- ${talk.ours}\n\n`);
    expect(report).toContain(`${talk.discussion}\n`);
  });

  test('a promise of another account is refused, with those that are open', async () => {
    const { call, elsewhere, run: inLanguage, statuses } = await openDesk(language);
    const before = await statuses();
    const { stderr, code } = await inLanguage('close', call, '--outcome', 'order', '--kept', elsewhere);
    expect(stderr).toContain(talk.elsewhere);
    expect(stderr).toContain(talk.open);
    expect(stderr).toContain(talk.late);
    expect(stderr).not.toMatch(/close\.|\{\w+\}/);
    expect(code).toBe(2);
    expect(await statuses()).toEqual(before);
  });
});

test('--json tells the promises that are kept, and what we kept among what was done', async () => {
  const { call, ours, theirs, run: inEnglish } = await openDesk();
  const given = ['close', call, '--outcome', 'order', '--did', 'Measured the shaft', '--json'];
  const closed = JSON.parse((await inEnglish(...given, '--kept', ours, '--kept', theirs)).stdout);
  expect(closed.kept).toMatchObject([
    { by: 'us', what: TALKS.en.ours, status: 'done', endedOn: '2026-11-25' },
    { by: 'customer', what: TALKS.en.theirs, status: 'done', endedOn: '2026-11-25' },
  ]);
  expect(closed.call.result.done).toEqual(['Measured the shaft', TALKS.en.ours]);
  expect(closed.promises).toEqual([]);
});

test('what was told as done and was promised in the same words is written once', async () => {
  const { call, ours, run: inEnglish } = await openDesk();
  const given = ['close', call, '--outcome', 'order', '--did', 'Send the test log of pump 3', '--json'];
  const closed = JSON.parse((await inEnglish(...given, '--kept', ours)).stdout);
  expect(closed.call.result.done).toEqual(['Send the test log of pump 3']);
});

test('an undo of the closing opens the promises again, and a redo ends them', async () => {
  const { call, ours, theirs, run: inEnglish, statuses } = await openDesk();
  const before = await statuses();
  await inEnglish('close', call, '--outcome', 'order', '--kept', ours, '--kept', theirs);
  const after = await statuses();
  expect(after).not.toEqual(before);
  expect((await inEnglish('undo')).code).toBe(0);
  expect(await statuses()).toEqual(before);
  expect((await inEnglish('redo')).code).toBe(0);
  expect(await statuses()).toEqual(after);
});

test('a promise that was kept does not stop the next plan', async () => {
  const { call, ours, run: inEnglish } = await openDesk();
  const next = ['new', '--account', 'Nordic Pumps', '--when', '2/12 9:30', '--purpose', 'Agree the price'];
  const plan = [...next, '--benefit', 'they can order the steel earlier', '--agenda', 'price'];
  expect((await inEnglish(...plan, '--dry-run')).stderr).toContain('send the test log of pump 3');
  await inEnglish('close', call, '--outcome', 'order', '--kept', ours);
  expect((await inEnglish(...plan, '--dry-run')).stderr).not.toContain('send the test log of pump 3');
});

test('--dry-run shows what would be kept, and keeps nothing', async () => {
  const { call, theirs, run: inEnglish, statuses } = await openDesk();
  const before = await statuses();
  const argv = ['close', call, '--outcome', 'order', '--kept', theirs, '--dry-run'];
  expect((await inEnglish(...argv)).stdout).toContain(TALKS.en.discussion);
  expect(JSON.parse((await inEnglish(...argv, '--json')).stdout).kept).toMatchObject([{ status: 'done' }]);
  expect(await statuses()).toEqual(before);
});

test.each([
  ['nothere', 'There is no promise “nothere”. Open on Nordic Pumps:\n'],
  ['', 'There is no promise “”.'],
])('--kept %j is refused in words, with exit code 2', async (given, sentence) => {
  const { call, run: inEnglish } = await openDesk();
  const { stderr, stdout, code } = await inEnglish('close', call, '--outcome', 'order', '--kept', given);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('--kept names a promise that was kept before, and says where none is open', async () => {
  const { call, ours, theirs, run: inEnglish } = await openDesk();
  await inEnglish('promise', 'done', ours);
  await inEnglish('promise', 'drop', theirs, '--because', 'x');
  const kept = await inEnglish('close', call, '--outcome', 'order', '--kept', ours);
  expect(kept.stderr).toContain('(“send the test log of pump 3”) was kept on Wed 25 Nov 2026 already.');
  expect(kept.stderr).toContain('No promise is open on Nordic Pumps.');
  const dropped = await inEnglish('close', call, '--outcome', 'order', '--kept', theirs);
  expect(dropped.stderr).toContain('(“sign drawing B”) was dropped on Wed 25 Nov 2026 already.');
  expect([kept.code, dropped.code]).toEqual([2, 2]);
});

test('--kept is about a call that was held', async () => {
  const { call, ours, run: inEnglish } = await openDesk();
  const argv = ['close', call, '--status', 'cancelled', '--because', 'ill', '--kept', ours];
  const { stderr, code } = await inEnglish(...argv);
  expect(stderr).toContain('--kept is about a call that was held');
  expect(code).toBe(2);
});

/** Answers that leave only the outcome, the promises and the end to be asked for. */
function mostGiven(call: string): string[] {
  const given = ['--did', 'Measured the shaft', '--accepted', 'a', '--promised', 'b | fri'];
  return [
    'close',
    call,
    ...given,
    '--they-promised',
    'c | fri',
    '--next-step',
    'y',
    '--notes',
    'z',
    '--signed',
    'today',
  ];
}

test.each(['en', 'vi', 'ro'] as const)(
  'on a terminal, in %s, open promises are ticked that are kept by now',
  async (language) => {
    const talk = TALKS[language];
    const { folder, call, statuses } = await openDesk(language);
    const terminal = openTerminal(folder, mostGiven(call), { PLAN_CALL_LANG: language });
    await terminal.see(/\?/);
    terminal.type(KEY.enter);
    expect(await terminal.see(talk.question)).toBeDefined();
    await terminal.see(new RegExp(`◯[^]*${talk.ours}[^]*◯[^]*${talk.theirs}[^]*Enter`));
    terminal.type(' ');
    terminal.type(KEY.enter);
    await terminal.see(new RegExp(`- ${talk.ours}`));
    await terminal.see(/❯/);
    terminal.type('<');
    await terminal.see(new RegExp(`◉[^]*${talk.ours}[^]*◯[^]*${talk.theirs}[^]*Enter`));
    terminal.type(KEY.enter);
    await terminal.see(/❯/);
    terminal.type(KEY.enter);
    await terminal.see(new RegExp(talk.told[0]));
    await terminal.see(/Nordic Pumps[^]*❯/);
    terminal.type(KEY.down);
    terminal.type(KEY.enter);
    expect(await terminal.ended).toBe(0);
    expect(await statuses()).toContain(`${talk.ours}: done 2026-11-25`);
    expect(await statuses()).toContain(`${talk.theirs}: open`);
  },
);

test('on a terminal a single open promise is a question of yes or no, and Enter leaves it open', async () => {
  const { folder, call, ours, run: inEnglish, statuses } = await openDesk();
  await inEnglish('promise', 'done', ours);
  const terminal = openTerminal(folder, mostGiven(call));
  await terminal.see(/What came of it\?/);
  terminal.type(KEY.enter);
  await terminal.see(/“they: sign drawing B, by Mon 30 Nov 2026”: kept by now\?[^]*❯ no/);
  terminal.type(KEY.enter);
  await terminal.see(/Write it down\?[^]*❯/);
  terminal.type(KEY.enter);
  await terminal.see(/Plan the next call[^]*❯/);
  terminal.type(KEY.ctrlC);
  await terminal.ended;
  expect(await statuses()).toContain('sign drawing B: open');
});
