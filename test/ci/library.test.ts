import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT } from '../support/folders.ts';
import { installed } from '../support/packed.ts';
import { environment, run } from '../support/program.ts';

/** A program by somebody who has installed the package and nothing else. */
const CONSUMER = `import { judgePurpose, lintReport, openStore } from 'plan-call';
import type { Call, Judgement, Language, LintedReport, Problem } from 'plan-call';

const language: Language = 'vi';
async function main(): Promise<void> {
  const refused: Judgement = await judgePurpose('Courtesy call', { stage: 'prospect' });
  const late: Judgement = await judgePurpose('Agree the volume for Q1', {
    language,
    promises: [{ what: 'send the CE certificate', due: '2026-11-20', status: 'open' }],
    today: '2026-11-25',
  });
  const report: LintedReport = await lintReport('# Purpose\\nWas in the area, so I dropped in.\\n');
  const { calls, problems }: { calls: Call[]; problems: Problem[] } = await openStore(process.argv[2] ?? '').readDays({
    from: '2026-11-23',
  });
  console.log(JSON.stringify({ refused, late, report, calls, problems }));
}
void main();
declare const process: { argv: string[] };
declare const console: { log(text: string): void };
`;

test.each(['mts', 'cts'])('a program in .%s is checked against its types, and runs', async (ending) => {
  const folder = installed();
  const source = join(folder, `consumer.${ending}`);
  fs.writeFileSync(source, CONSUMER);
  const purpose = [
    '--purpose',
    'Agree the start date of the pilot',
    '--benefit',
    'no overtime',
    '--agenda',
    'dates',
  ];
  await run(folder, ['new', '--account', 'Delta Print', '--when', 'fri 10:00', ...purpose]);

  const node = (...words: string[]) =>
    spawnSync(process.execPath, words, {
      cwd: folder,
      encoding: 'utf8',
      env: { HOME: folder, ...environment(folder) },
    });
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const strict = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--verbatimModuleSyntax',
  ];
  // Types of Node are not there either, and the package's own are checked like the program's.
  const options = ['--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023', '--types', ''];
  const only = ending === 'cts' ? strict.slice(0, -1) : strict;
  expect(node(compiler, ...only, ...options, source).stdout).toBe('');

  const told = node(source.replace(/ts$/, 'js'), join(folder, 'data', 'plan-call'));
  expect(told.stderr).toBe('');
  expect(JSON.parse(told.stdout)).toEqual({
    refused: {
      verdict: 'reject',
      messages: [expect.objectContaining({ ruleId: 'courtesy-call', severity: 2 })],
    },
    late: {
      verdict: 'reject',
      messages: [
        expect.objectContaining({ ruleId: 'open-commitment', message: expect.stringContaining('đã hứa') }),
      ],
    },
    report: {
      messages: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'convenience-stop', line: 2, column: 1, endLine: 2 }),
      ]),
      notes: [],
    },
    calls: [expect.objectContaining({ account: 'Delta Print', startsAt: '2026-11-27T10:00' })],
    problems: [],
  });
});

test('every entry that package.json names is there, its types first', () => {
  const folder = join(installed(), 'node_modules', 'plan-call');
  const { import: module, require: common } = manifest.exports['.'];
  for (const entry of [module, common]) {
    expect(Object.keys(entry)).toEqual(['types', 'default']);
    for (const path of Object.values(entry)) expect(fs.existsSync(join(folder, path)), path).toBe(true);
  }
  // A tool that knows no `exports` finds the same.
  expect([manifest.main, manifest.types]).toEqual([common.default, common.types]);
});

test('its types need nothing that is not in the package', () => {
  const folder = join(installed(), 'node_modules', 'plan-call', 'dist', 'types');
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('ts'));
  const needed = files.flatMap((name) => [
    ...fs
      .readFileSync(join(folder, name), 'utf8')
      .matchAll(/(?:from |import\(|path=|types=)['"]([^'"]*)['"]/g),
  ]);
  expect(needed.length).toBeGreaterThan(files.length);
  expect(
    needed.map(([, from]) => from).filter((from) => !/^\.{1,2}\/[\w/-]+\.cjs$/.test(from ?? '')),
  ).toEqual([]);
});

test('what is judged by the library is judged as by the program', async () => {
  const folder = installed();
  const source = fs.readFileSync(join(ROOT, 'test', 'fixtures', 'reports', 'en-bad.md'), 'utf8');
  fs.writeFileSync(join(folder, 'bad.md'), source);
  const script = `import { lintReport } from 'plan-call';
    import { readFileSync } from 'node:fs';
    console.log(JSON.stringify(await lintReport(readFileSync('bad.md', 'utf8'), 'ro')));`;
  fs.writeFileSync(join(folder, 'lint.mjs'), script);
  const told = spawnSync(process.execPath, ['lint.mjs'], { cwd: folder, encoding: 'utf8' });
  const { stdout } = await run(folder, ['lint', 'bad.md', '--format', 'json', '--lang', 'ro']);
  const [file] = JSON.parse(stdout);
  expect(JSON.parse(told.stdout).messages).toEqual(file.messages);
  expect(file.messages.length).toBeGreaterThan(0);
});
