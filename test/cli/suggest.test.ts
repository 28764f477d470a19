import * as fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { aCall, aPromise, fill, heldCall } from '../support/filled-store.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

/** A store in which two accounts have reasons and two have questions. */
function filled(): Promise<string> {
  return fill(freshFolder(), {
    calls: [
      aCall({ account: 'Nordic Pumps', startsAt: '2026-11-27T09:30' }),
      heldCall(
        { account: 'Moara Veche', startsAt: '2026-11-05T10:00', stage: 'signed' },
        { requests: [{ what: 'night shift', answer: 'open' }] },
      ),
      heldCall({
        account: 'Delta Print',
        startsAt: '2026-10-29T10:00',
        repeat: { every: 4, unit: 'week' },
      }),
      heldCall({ account: 'Hòa Phát', startsAt: '2026-09-15T10:00' }, { nextStep: 'they ask production' }),
    ],
    promises: [
      aPromise({ account: 'Nordic Pumps' }),
      aPromise({ account: 'Nordic Pumps', what: 'print the plan', due: '2026-11-27' }),
      aPromise({ account: 'Moara Veche', what: 'send the certificate', due: '2026-11-30' }),
    ],
  });
}

test('who has a reason is named with it, the most urgent first, and questions stand below, apart', async () => {
  const { code, stdout, stderr } = await run(await filled(), ['suggest']);
  expect(stdout.split('\n')).toEqual([
    'Whom to call on',
    '',
    'Nordic Pumps',
    '  ! promised by Fri 20 Nov 2026, past due: send the test log',
    '  plan-call --account "Nordic Pumps"',
    '',
    'Moara Veche',
    '  · promised by Mon 30 Nov 2026: send the certificate',
    '  · asked on Thu 5 Nov 2026, still without an answer: night shift',
    '  · signed, and nothing planned since Thu 5 Nov 2026',
    '  plan-call --account "Moara Veche"',
    '',
    'Questions, not reasons',
    '',
    'Delta Print',
    '  ? every 4 weeks, next Thu 26 Nov 2026 10:00: what for?',
    '  plan-call --account "Delta Print" --when "2026-11-26 10:00"',
    '',
    'Hòa Phát',
    '  ? last call 10 weeks ago; open: next step: they ask production; what would',
    '  they gain?',
    '  plan-call --account "Hòa Phát"',
    '',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test.each([
  [
    'vi',
    [
      'Nên gặp khách hàng nào',
      'nay quá hạn: send',
      'đã ký, từ Th 5 05/11/2026',
      'để làm gì?',
      'cách đây 10 tuần',
    ],
  ],
  [
    'ro',
    [
      'La cine să mergi',
      'termen depășit: send',
      'semnat, nimic planificat din joi',
      'pentru ce?',
      'acum 10 săptămâni',
    ],
  ],
])('it is said in %s, and fits a narrow terminal but for what is to be pasted', async (language, said) => {
  const folder = await filled();
  const env = { PLAN_CALL_LANG: language };
  const wide = await run(folder, ['suggest'], { env: { ...env, COLUMNS: '120' } });
  for (const words of said) expect(wide.stdout).toContain(words);
  const { stdout } = await run(folder, ['suggest'], { env: { ...env, COLUMNS: '48' } });
  const lines = stdout.split('\n').filter((line) => !line.startsWith('  plan-call '));
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(48);
});

test('--limit cuts both lists and says how to see the rest; --json tells all', async () => {
  const folder = await filled();
  const { stdout } = await run(folder, ['suggest', '--limit', '1']);
  expect(stdout).toContain('Nordic Pumps');
  expect(stdout).not.toContain('Moara Veche');
  expect(stdout).toContain('… and 1 more account: --limit 2');
  const { suggestions, questions } = JSON.parse((await run(folder, ['suggest', '--json'])).stdout);
  expect(suggestions).toMatchObject([
    { account: 'Nordic Pumps', reasons: [{ kind: 'late', promise: { what: 'send the test log' } }] },
    {
      account: 'Moara Veche',
      reasons: [{ kind: 'due' }, { kind: 'request', request: { what: 'night shift' } }, { kind: 'signed' }],
      command: 'plan-call --account "Moara Veche"',
    },
  ]);
  expect(questions).toMatchObject([
    { account: 'Delta Print', questions: [{ kind: 'recurring', next: '2026-11-26T10:00' }] },
    { account: 'Hòa Phát', questions: [{ kind: 'quiet' }] },
  ]);
});

test.each(['0', 'many', '-1'])('--limit %s is refused in words', async (limit) => {
  const { code, stdout, stderr } = await run(await filled(), ['suggest', `--limit=${limit}`]);
  expect(stderr).toContain(`--limit takes a whole number from 1 on, not “${limit}”`);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('an empty store says so kindly, and stays as empty as it was', async () => {
  const folder = freshFolder();
  const { code, stdout } = await run(folder, ['suggest']);
  expect(stdout).toContain('Nothing on file says whom to call on.');
  expect(code).toBe(0);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a name that a shell would meddle with is quoted so that it cannot', async () => {
  const folder = await fill(freshFolder(), { promises: [aPromise({ account: `O'Hara "$HOME" \`x\`` })] });
  const { stdout } = await run(folder, ['suggest']);
  expect(stdout).toContain(String.raw`plan-call --account 'O'\''Hara "$HOME" ${'`x`'}'`);
});

test('a damaged file is named, and what can be read is told all the same', async () => {
  const folder = await filled();
  fs.writeFileSync(join(folder, 'data', 'plan-call', 'promises', 'broken.json'), '{');
  const { code, stdout, stderr } = await run(folder, ['suggest']);
  expect(stdout).toContain('send the certificate');
  expect(stderr).toContain('broken.json');
  expect(code).toBe(2);
});

test('text that a terminal would obey is shown as text', async () => {
  const folder = await filled();
  const promises = join(folder, 'data', 'plan-call', 'promises');
  const hostile = aPromise({ account: 'Evil\u001b]0;x\u0007', what: 'send\u009b2J\u202eit\nnow' });
  fs.writeFileSync(join(promises, `${hostile.id}.json`), JSON.stringify(hostile));
  const { stdout } = await run(folder, ['suggest']);
  expect(stdout).toContain('past due: sendit now');
  expect(stdout).toContain('plan-call --account "Evil"');
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
});
