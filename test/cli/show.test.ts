import * as fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { aCall, aPromise, fill, heldCall } from '../support/filled-store.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

/** A store with a call to come that there is much to know about, and the call. */
async function filled(changes: Partial<Call> = {}): Promise<{ folder: string; call: Call; last: Call }> {
  const call = aCall({
    startsAt: '2026-11-26T09:30',
    contact: 'Ion Dinu',
    customerBenefit: 'they can order the steel two weeks earlier',
    expectedOutcome: 'they sign drawing C.',
    minimumOutcome: 'production names what is missing',
    agenda: ['the thicker flange', 'the date of the order'],
    preparation: ['print drawing C'],
    ...changes,
  });
  const last = heldCall(
    { startsAt: '2026-11-02T10:00', expectedOutcome: 'a date', agenda: ['dates', 'prices'] },
    {
      isReached: false,
      agendaDone: ['dates'],
      done: ['replaced the seal at no charge'],
      nextStep: 'they show the drawing to production',
      requests: [
        {
          what: '10 % discount',
          answer: 'refused',
          reason: 'the volume is too small',
          alternative: '3 % from 500',
        },
      ],
      notes: 'first line\n\nsecond line\nthird line\nfourth line',
    },
  );
  const before = heldCall(
    { startsAt: '2026-10-02T10:00' },
    { requests: [{ what: 'night shift', answer: 'open' }] },
  );
  const folder = await fill(freshFolder(), {
    calls: [before, last, call],
    promises: [aPromise(), aPromise({ by: 'customer', what: 'name the buyer', due: '2026-12-04' })],
    accounts: [
      { name: 'Nordic Pumps', contacts: [{ name: 'Ion Dinu', role: 'purchasing', phone: '0722 000 111' }] },
    ],
  });
  return { folder, call, last };
}

test('the sheet of a call tells everything on one page', async () => {
  const { folder, call } = await filled();
  const { code, stdout, stderr } = await run(folder, ['show', call.id.slice(-6)]);
  expect(stdout.split('\n')).toEqual([
    'Nordic Pumps · Ion Dinu',
    'Thursday 26 November 2026 09:30',
    '60 min · visit · negotiation',
    'purchasing · 0722 000 111',
    '',
    'What it is for',
    '  · Purpose: Get sign-off on drawing C',
    '  · Customer benefit: they can order the steel two weeks earlier',
    '  · Expected outcome: they sign drawing C.',
    '  · Least acceptable: production names what is missing',
    '',
    'To say first',
    '  · Why I asked for your time: Get sign-off on drawing C.',
    '  · What it gives you: they can order the steel two weeks earlier.',
    '  · What I would like us to agree: they sign drawing C.',
    '',
    'Agenda',
    '  · the thicker flange',
    '  · the date of the order',
    '',
    'Preparation',
    '  ☐ print drawing C',
    '',
    'Promises',
    '  ! we: send the test log, by Fri 20 Nov 2026 (past due)',
    '  · they: name the buyer, by Fri 4 Dec 2026',
    '',
    'What we have done for them',
    '  · replaced the seal at no charge',
    '',
    'Last call, Mon 2 Nov 2026',
    '  · an advance; not reached: a date',
    '  · Next step: they show the drawing to production',
    '  · They asked: 10 % discount (refused); because: the volume is too small;',
    '    instead: 3 % from 500',
    '  · first line',
    '  · second line',
    '  · third line',
    '',
    'Still to be answered',
    '  · night shift (call on Fri 2 Oct 2026)',
    '',
    call.id.slice(-6),
    '',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test.each([
  [
    'vi',
    [
      'Câu mở đầu',
      'Lý do tôi xin hẹn: Get',
      'hạn Th 6 20/11/2026 (quá hạn)',
      'Lần gặp trước',
      'chưa đạt được: a date',
    ],
  ],
  [
    'ro',
    [
      'De spus la început',
      'De ce v-am cerut',
      '20 nov. 2026 (termen depășit)',
      'Ultima vizită',
      'neatins: a date',
    ],
  ],
])('it is said in %s, and fits a narrow terminal', async (language, said) => {
  const { folder, call } = await filled();
  const env = { PLAN_CALL_LANG: language };
  const wide = await run(folder, ['show', call.id], { env: { ...env, COLUMNS: '120' } });
  for (const words of said) expect(wide.stdout).toContain(words);
  const { stdout } = await run(folder, ['show', call.id], { env: { ...env, COLUMNS: '48' } });
  expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(48);
});

test('what there is nothing to say about is left out, and what is missing is said in one line', async () => {
  const call = aCall({ account: 'Delta Print', startsAt: '2026-11-27' });
  const folder = await fill(freshFolder(), { calls: [call] });
  const { stdout } = await run(folder, ['show', call.id]);
  expect(stdout.split('\n')).toEqual([
    'Delta Print',
    'Friday 27 November 2026',
    '60 min · visit · negotiation',
    'missing: customer benefit, agenda, preparation',
    '',
    'What it is for',
    '  · Purpose: Get sign-off on drawing C',
    '',
    'To say first',
    '  · Why I asked for your time: Get sign-off on drawing C.',
    '',
    call.id.slice(-6),
    '',
  ]);
});

test('of a closed call the result comes first, with what was dealt with and where the report is', async () => {
  const { folder, last } = await filled();
  const { stdout } = await run(folder, ['show', last.id], { env: { COLUMNS: '200' } });
  const lines = stdout.split('\n');
  expect(lines.slice(2, 8)).toEqual([
    '60 min · visit · negotiation',
    'held',
    '',
    'What came of it',
    '  · an advance; what was expected did not come about',
    '  · Done for them: replaced the seal at no charge',
  ]);
  expect(stdout).toContain(`  · Report: ${join(folder, 'data', 'plan-call', 'reports')}`);
  expect(stdout).toContain('  ☑ dates\n  ☐ prices');
  expect(stdout).not.toContain('To say first');
  expect(stdout).not.toContain('missing:');
});

test('a cancelled call says why', async () => {
  const { folder, call } = await filled({ status: 'cancelled', because: 'their line stands still' });
  expect((await run(folder, ['show', call.id])).stdout).toContain('\ncancelled: their line stands still\n');
});

test('--format md is a page to print, in which nothing that was typed is markup', async () => {
  const { folder, call } = await filled({
    account: 'A*B* #1',
    purpose: '# Get sign-off',
    agenda: ['- one\n# two', '<b>three</b>'],
  });
  const { stdout } = await run(folder, ['show', call.id, '--format', 'md']);
  expect(stdout.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    String.raw`# A\*B\* \#1 · Ion Dinu`,
    '## What it is for',
    '## To say first',
    '## Agenda',
    '## Preparation',
  ]);
  expect(stdout).toContain(String.raw`- Purpose: \# Get sign-off`);
  expect(stdout).toContain(`- \\- one \\# two\n- \\<b\\>three\\</b\\>\n`);
  expect(stdout).toContain('- [ ] print drawing C');
});

test('--json is the whole sheet', async () => {
  const { folder, call, last } = await filled();
  const { stdout } = await run(folder, ['show', call.id, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    call: { id: call.id },
    contact: { role: 'purchasing' },
    promises: [{ what: 'send the test log' }, { what: 'name the buyer' }],
    lastCall: { id: last.id, result: { isReached: false } },
    done: ['replaced the seal at no charge'],
    openRequests: [{ request: { what: 'night shift' } }],
  });
});

test('text that a terminal would obey is shown as text', async () => {
  const { folder, call } = await filled();
  const path = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48', `${call.id}.json`);
  const hostile = {
    ...call,
    purpose: 'x\u001b]0;owned\u0007y\u009b2J',
    agenda: ['a\u202eb'],
    because: '\u001b[2J',
  };
  fs.writeFileSync(path, JSON.stringify(hostile));
  for (const format of ['text', 'md']) {
    const { stdout } = await run(folder, ['show', call.id, '--format', format]);
    expect(stdout).toContain('xy');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  }
});

test.each([
  [['show', 'nosuch'], 'There is no call “nosuch”'],
  [['show'], 'There is no terminal to ask on'],
  [['show', 'x', '--format', 'pdf'], '“pdf” is no value for --format. Choose from: text, md, json.'],
  [['show', 'x', '--format', 'md', '--json'], '--json and --format md contradict each other'],
])('%j is refused in words, with exit code 2', async (argv, sentence) => {
  const { folder } = await filled();
  const { code, stdout, stderr } = await run(folder, argv);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test.each([
  ['en', /Which call\?/],
  ['vi', /Cuộc gặp nào\?/],
  ['ro', /Care vizită\?/],
])('on a terminal the call is chosen, the nearest first, in %s', async (language, question) => {
  const { folder } = await filled();
  const terminal = openTerminal(folder, ['show'], { PLAN_CALL_LANG: language });
  await terminal.see(question);
  await terminal.see(/Nordic Pumps/);
  terminal.type(KEY.enter);
  await terminal.see(/drawing C[^]*print drawing C[^]*night shift/);
  expect(await terminal.ended).toBe(0);
});
