import { expect, test } from 'vitest';
import stringWidth from 'fast-string-width';
import fc from 'fast-check';
import { loadSummary } from '../../src/lint/formats/index.ts';
import { openSummary } from '../../src/lint/summary.ts';
import { showSummary } from '../../src/lint/show-summary.ts';
import type { JudgedDocument } from '../../src/lint/document.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { CWD, HOSTILE, OBEYED, file, look, message, report, row, written } from './formats/documents.ts';

/** A row by a rep about an account; each rule named is broken in it. */
function call(
  owner: string | undefined,
  account: string | undefined,
  date: string | undefined,
  ...rules: string[]
): JudgedDocument {
  const messages = rules.map((rule) =>
    message('Hello', { rule, level: rule.startsWith('missing') ? 'warn' : 'error' }),
  );
  return row(2, messages, { about: { owner, account, date } });
}

const CALLS = [
  call('Ann Lee', 'Delta Print', '2026-11-03', 'courtesy-call', 'vague-purpose'),
  call('ann  lee', 'Nordic Pumps', '2026-11-04', 'courtesy-call', 'courtesy-call'),
  call('Ann Lee', 'Nordic Pumps', '2026-10-04'),
  call('Bob Pop', 'Delta Print', '2026-10-05', 'missing-benefit'),
  call('Bob Pop', undefined, 'soon', 'vague-purpose'),
  call('Bob Pop', 'Hòa Phát', undefined),
  call('Bob Pop', 'Hòa Phát'.normalize('NFD'), undefined),
];

function countsOf(calls: readonly JudgedDocument[]) {
  const summary = openSummary();
  for (const one of calls) summary.add(one);
  return summary.counts();
}

test('calls without a real reason are counted by rep, account, month and rule', () => {
  const counts = countsOf(CALLS);
  expect(counts).toMatchObject({ calls: 7, withoutReason: 3, share: 3 / 7 });
  const { rep, account, month, rule } = counts.by;
  expect(rep).toEqual([
    { name: 'Ann Lee', calls: 3, withoutReason: 2, share: 2 / 3 },
    { name: 'Bob Pop', calls: 4, withoutReason: 1, share: 1 / 4 },
  ]);
  expect(account.map(({ name, calls, withoutReason }) => [name, calls, withoutReason])).toEqual([
    [undefined, 1, 1],
    ['Delta Print', 2, 1],
    ['Nordic Pumps', 2, 1],
    ['Hòa Phát', 2, 0],
  ]);
  expect(month.map(({ name, calls, withoutReason }) => [name, calls, withoutReason])).toEqual([
    ['2026-11', 2, 2],
    [undefined, 3, 1],
    ['2026-10', 2, 0],
  ]);
  // Of all calls; twice in one call is one call, and a warning leaves a call its reason.
  expect(rule).toEqual([
    { name: 'courtesy-call', calls: 7, withoutReason: 2, share: 2 / 7 },
    { name: 'vague-purpose', calls: 7, withoutReason: 2, share: 2 / 7 },
  ]);
});

test('names that programs trip over are names', () => {
  const { rep } = countsOf(
    ['__proto__', 'constructor', '__proto__'].map((name) => call(name, name, name)),
  ).by;
  expect(rep.map(({ name, calls }) => [name, calls])).toEqual([
    ['__proto__', 2],
    ['constructor', 1],
  ]);
});

test('people see tables with bars', () => {
  expect(showSummary(countsOf(CALLS), look('en', { width: 60 })))
    .toBe(`7 calls judged, 3 without a real reason (43%)

By rep
  Ann Lee  67%  ████████████████████            2 of 3
  Bob Pop  25%  ████████                        1 of 4

By account
  (not given)   100%  ██████████████████████████████  1 of 1
  Delta Print    50%  ███████████████                 1 of 2
  Nordic Pumps   50%  ███████████████                 1 of 2
  Hòa Phát        0%                                  0 of 2

By month
  November 2026  100%  █████████████████████████████  2 of 2
  (not given)     33%  ██████████                     1 of 3
  October 2026     0%                                 0 of 2

By rule
  Courtesy call  29%  █████████                       2 of 7
  Vague purpose  29%  █████████                       2 of 7`);
});

test('what no call says has no table', () => {
  expect(showSummary(countsOf([call(undefined, undefined, undefined)]), look())).toBe(
    '1 call judged, 0 without a real reason (0%)',
  );
  expect(showSummary(countsOf([]), look())).toBe('No call was judged.');
});

test('no more lines than asked for, and how many more there are', () => {
  const calls = Array.from({ length: 1234 }, (_, i) =>
    call(`Rep ${i}`, 'Delta Print', '2026-11-03', 'courtesy-call'),
  );
  const shown = showSummary(countsOf(calls), { ...look(), most: 3 });
  expect(shown).toContain('1,234 calls judged, 1,234 without a real reason (100%)');
  expect(shown.match(/Rep \d+/g)).toEqual(['Rep 0', 'Rep 1', 'Rep 10']);
  expect(shown).toContain('\n  … and 1,231 more\n');
});

test('it speaks three languages', () => {
  const counts = countsOf(CALLS);
  expect(showSummary(counts, look('vi'))).toMatch(/^Đã xét 7 cuộc gặp, 3 không có lý do thật sự \(43%\)/);
  expect(showSummary(counts, look('vi'))).toContain('tháng 11 năm 2026');
  expect(showSummary(counts, look('ro'))).toMatch(/^7 vizite judecate, 3 fără un motiv real \(43\s%\)/);
  expect(showSummary(counts, look('ro'))).toContain('noiembrie 2026');
});

test('whatever the names, no line is wider than the terminal, and nothing is shown that it obeys', () => {
  const check = (names: readonly string[], width: number): void => {
    const calls = names.map((name) => call(name, `${name}${name}`, '2026-09-01', name, 'courtesy-call'));
    for (const language of LANGUAGES) {
      for (const line of showSummary(countsOf(calls), look(language, { width })).split('\n')) {
        expect(line).not.toMatch(OBEYED);
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  };
  for (const width of [60, 120]) check([...HOSTILE, '水泵'.repeat(40), 'Công ty Cổ phần '.repeat(10)], width);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 50, max: 120 }), check),
    { numRuns: 30 },
  );
});

test('as a format it says all at the end, and names what was not read', async () => {
  const steps = [
    file(report('a.md', [message('Hello')])),
    { unread: `${CWD}/gone.md`, problem: 'There is no such file' },
  ];
  expect(written(await loadSummary('text', look()), steps, { empty: 0, broken: 1, header: 0 })).toBe(`gone.md
  ✗ There is no such file

1 call judged, 1 without a real reason (100%)

By rule
  Courtesy call  100%  ██████████████████████████████  1 of 1

Not judged: 1 row that cannot be read.
`);
});

test('as JSON it is one object with every group', async () => {
  const steps = [
    file(call(undefined, 'Delta Print', '2026-11-03', 'courtesy-call')),
    { unread: `${CWD}/gone.md`, problem: 'Gone' },
  ];
  const json = written(await loadSummary('json', look()), steps, { empty: 2, broken: 0, header: 0 });
  const all = { calls: 1, withoutReason: 1, share: 1 };
  expect(JSON.parse(json)).toEqual({
    ...all,
    by: {
      rep: [{ name: null, ...all }],
      account: [{ name: 'Delta Print', ...all }],
      month: [{ name: '2026-11', ...all }],
      rule: [{ name: 'courtesy-call', ...all }],
    },
    skipped: { empty: 2, broken: 0, header: 0 },
    unread: [{ filePath: `${CWD}/gone.md`, message: 'Gone' }],
  });
});
