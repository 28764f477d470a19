import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { ROOT, freshFolder } from '../support/folders.ts';
import { jsonLines, rowsOf, withoutFile } from '../support/lint.ts';
import type { Message } from '../support/lint.ts';
import { environment, run } from '../support/program.ts';
import type { Run, Setting } from '../support/program.ts';
import { OBEYED } from '../lint/formats/documents.ts';
import { valuesAt } from '../lint/formats/junit-schema.ts';
import { isSarif } from '../lint/formats/sarif-schema.ts';

const BIN = join(ROOT, 'bin', 'plan-call.cjs');
const GOLF = join(ROOT, 'test', 'fixtures', 'company', 'golf-round.yaml');
const CLEAN = fs.readFileSync(join(ROOT, 'test', 'fixtures', 'reports', 'clean.md'), 'utf8');

interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly suppressedMessages?: readonly Message[];
  readonly errorCount: number;
  readonly warningCount: number;
}

/** A report, two tables, and a file that is no text; what spreadsheets and terminals would obey is in them. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'calls.csv': [
    'Record ID,Subject,Notes,Account,Owner,Date',
    'A-1,Courtesy call,"The idiot in accounts\u001b[31m, again","=HYPERLINK(""http://x.invalid"")",+Ana,2026-06-12',
    'A-2,Sign the NDA,,Delta Print,Ana Pop,2026-06-13',
    'A-3,,,Delta Print,Ana Pop,2026-07-01',
    'A-4,Get drawing C signed,They asked for a discount. I told them no.,Delta Print,Ana Pop,2026-07-02',
    '',
  ].join('\r\n'),
  'report.md': CLEAN.replace('Get sign-off on drawing C.', 'Was in the area.').replace(
    '## Discussion\n',
    '## Discussion\n<!-- plan-call-disable-next-line disparaging-language -- agreed with Ann -->\nThe idiot in accounts has lost it.\n\n',
  ),
  'rows.ndjson': '{"id":1,"purpose":"Courtesy call"}\n{"id":2,\n{"id":3,"purpose":"Sign the NDA"}\n',
  'scan.md': Uint8Array.of(0x23, 0, 1, 2, 0),
};

function folderWith(files: Readonly<Record<string, string | Uint8Array>> = FILES): string {
  const folder = fs.realpathSync(freshFolder());
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(join(folder, name), content);
  return folder;
}

/** Lints a folder; nothing that a terminal obeys is ever written. */
async function lint(folder: string, argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const done = await run(folder, ['lint', ...argv], setting);
  expect(done.stdout + done.stderr).not.toMatch(OBEYED);
  return done;
}

const FOUND = [
  'calls.csv 2 courtesy-call 2',
  'calls.csv 2 disparaging-language 1',
  'calls.csv 5 unexplained-refusal 1',
  'report.md undefined convenience-stop 2',
  'rows.ndjson 1 courtesy-call 2',
];

describe('a folder with a report, tables and a file that cannot be read', () => {
  test('as text, in three languages', async () => {
    const folder = folderWith();
    const said = async (language: string): Promise<Run> => lint(folder, ['.', '--lang', language]);
    const { stdout, stderr, code } = await said('en');
    expect(stdout).toMatch(
      /^calls\.csv\n {2}✗ error row 2, column “Subject” {2}“Courtesy call” is a courtesy/,
    );
    expect(stdout).toMatch(/\nreport\.md\n {2}✗ error 7:1 {2}/);
    expect(stdout).toMatch(/\nscan\.md\n {2}✗ This is no text: /);
    expect(stdout).toContain(
      '\n1 report, 5 rows: 3 errors, 2 warnings, 1 suppressed, 1 file not read\n' +
        'Not judged: 1 row with neither subject nor text, 1 row that cannot be read.\n',
    );
    expect(stderr).toBe(
      [
        'calls.csv judged as purpose=Subject, discussion=Notes',
        'rows.ndjson 1 row is no JSON object: 2 (2:9)',
        'rows.ndjson judged as purpose=purpose',
        '',
      ].join('\n'),
    );
    expect(code).toBe(2);
    expect((await said('vi')).stdout).toContain(
      '\n1 báo cáo, 5 dòng: 3 lỗi, 2 cảnh báo, 1 mục được bỏ qua, 1 tệp không đọc được\n' +
        'Không xét: 1 dòng không có cả tiêu đề lẫn nội dung, 1 dòng không đọc được.\n',
    );
    expect((await said('ro')).stdout).toContain(
      '\n1 raport, 5 rânduri: 3 erori, 2 avertismente, 1 ignorată, 1 fișier necitit\n' +
        'Nu s-au judecat: 1 rând fără subiect și fără text, 1 rând care nu poate fi\ncitit.\n',
    );
  });

  test('as json: the shape of ESLint, the same on two runs', async () => {
    const folder = folderWith();
    const { stdout, code } = await lint(folder, ['.', '--format', 'json']);
    const results: Result[] = JSON.parse(stdout);
    const found = results.flatMap(({ filePath, messages }) =>
      messages
        .filter(({ fatal }) => fatal !== true)
        .map(
          ({ row, ruleId, severity }) => `${filePath.slice(folder.length + 1)} ${row} ${ruleId} ${severity}`,
        ),
    );
    expect(found).toEqual(FOUND);
    for (const { messages, errorCount, warningCount } of results) {
      expect(errorCount).toBe(messages.filter(({ severity }) => severity === 2).length);
      expect(warningCount).toBe(messages.filter(({ severity }) => severity === 1).length);
    }
    expect(results[1]?.suppressedMessages).toMatchObject([
      {
        ruleId: 'disparaging-language',
        suppressions: [{ kind: 'directive', justification: 'agreed with Ann' }],
      },
    ]);
    expect(results[3]?.messages).toMatchObject([{ ruleId: null, fatal: true, severity: 2 }]);
    expect(code).toBe(2);
    expect((await lint(folder, ['.', '--format', 'json'])).stdout).toBe(stdout);
    expect((await lint(folder, ['.', '--format', 'json', '--jobs', '2'], { processors: 2 })).stdout).toBe(
      stdout,
    );
  });

  test('as ndjson: a row for each row, in order, and one for each report and file', async () => {
    const folder = folderWith();
    const { stdout, code } = await lint(folder, ['.', '--format', 'ndjson']);
    const answers = jsonLines(stdout);
    expect(rowsOf(answers)).toBe('2✗, 3✓, 4 empty, 5✓, undefined✗, 1✗, 2 broken, 3✓, undefined broken');
    const ids = answers.map(({ id }) => id);
    expect(ids).toEqual(['A-1', 'A-2', 'A-3', 'A-4', undefined, '1', null, '3', undefined]);
    expect(answers.at(-1)).toMatchObject({
      file: join(folder, 'scan.md'),
      error: expect.stringContaining('no text'),
    });
    expect(code).toBe(2);
  });

  test('as sarif: valid by the official schema', async () => {
    const { stdout, code } = await lint(folderWith(), ['.', '--format', 'sarif']);
    const log = JSON.parse(stdout);
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    const [{ results, invocations }] = log.runs;
    const found = results.map((result: { ruleId: string; level: string; suppressions?: unknown[] }) =>
      [result.ruleId, result.level, result.suppressions?.length ?? 0].join(' '),
    );
    expect(found).toEqual([
      'courtesy-call error 0',
      'disparaging-language warning 0',
      'unexplained-refusal warning 0',
      'convenience-stop error 0',
      'disparaging-language warning 1',
      'courtesy-call error 0',
    ]);
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { locations: [{ physicalLocation: { artifactLocation: { uri: 'scan.md' } } }] },
        ],
      },
    ]);
    expect(code).toBe(2);
  });

  test('as junit: valid by the XSD', async () => {
    const { stdout, code } = await lint(folderWith(), ['.', '--format', 'junit']);
    const [suites, cases, failures, errors] = valuesAt(
      stdout,
      '//testsuite/@name',
      '//testcase/@name',
      '//failure/@type',
      '//error/@message',
    );
    expect(suites).toEqual(['calls.csv', 'report.md', 'rows.ndjson', 'scan.md']);
    expect(cases).toEqual([
      'calls.csv, row 2 (A-1)',
      'calls.csv, row 3 (A-2)',
      'calls.csv, row 5 (A-4)',
      'report.md',
      'rows.ndjson, row 1 (1)',
      'rows.ndjson, row 3 (3)',
      'scan.md',
    ]);
    expect(failures).toEqual(['courtesy-call', 'convenience-stop', 'courtesy-call']);
    expect(errors).toEqual([expect.stringContaining('This is no text')]);
    expect(code).toBe(2);
  });

  test('as github: a command a line', async () => {
    const { stdout, code } = await lint(folderWith(), ['.', '--format', 'github']);
    const commands = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => line.replace(/(?<=\))::.*$/, ''));
    expect(commands.map((command) => command.replace(/,col=.*title=/, ' '))).toEqual([
      '::error file=calls.csv,line=2 Courtesy call (courtesy-call)',
      '::warning file=calls.csv,line=2 Contempt for the customer (disparaging-language)',
      '::warning file=calls.csv,line=5 Refusal without a reason (unexplained-refusal)',
      '::error file=report.md,line=7 Convenience stop (convenience-stop)',
      '::error file=rows.ndjson,line=1 Courtesy call (courtesy-call)',
      expect.stringMatching(/^::error file=scan\.md,title=plan-call/),
    ]);
    expect(code).toBe(2);
  });

  test('as csv: read back the same, and no spreadsheet reckons', async () => {
    const { stdout, code } = await lint(folderWith(), ['.', '--format', 'csv']);
    const lines: Record<string, string>[] = parse(stdout, { columns: true });
    expect(lines.map((line) => [line['file'], line['row'], line['rule'], line['level']].join(' '))).toEqual([
      'calls.csv 2 courtesy-call error',
      'calls.csv 2 disparaging-language warn',
      'calls.csv 5 unexplained-refusal warn',
      'report.md  convenience-stop error',
      'rows.ndjson 1 courtesy-call error',
      'scan.md   error',
    ]);
    expect(lines[0]).toMatchObject({
      id: 'A-1',
      account: `'=HYPERLINK("http://x.invalid")`,
      owner: "'+Ana",
      date: '2026-06-12',
      columnName: 'Subject',
      text: 'Courtesy call',
    });
    for (const cell of lines.flatMap((line) => Object.values(line))) expect(cell).not.toMatch(/^[=+\-@]/);
    expect(code).toBe(2);
  });

  test('as a summary, as text and as json', async () => {
    const folder = folderWith();
    const { stdout, code } = await lint(folder, ['.', '--summary']);
    expect(stdout).toMatch(
      /^scan\.md\n {2}✗ This is no text.*\n\n6 calls judged, 3 without a real reason \(50%\)\n/,
    );
    expect(stdout).toMatch(/\nBy account\n(?:.*\n)* {2}Delta Print +0% +0 of 2\n/);
    expect(stdout).toContain(
      '\nNot judged: 1 row with neither subject nor text, 1 row that cannot be read.\n',
    );
    expect(code).toBe(2);
    const json = JSON.parse((await lint(folder, ['.', '--summary', '--format', 'json'])).stdout);
    expect(json).toMatchObject({
      calls: 6,
      withoutReason: 3,
      skipped: { empty: 1, broken: 1, header: 0 },
      unread: [{ filePath: join(folder, 'scan.md') }],
    });
    for (const format of ['ndjson', 'csv', 'sarif']) {
      const wrong = await lint(folder, ['.', '--summary', '--format', format]);
      expect([wrong.stdout, wrong.stderr, wrong.code]).toEqual([
        '',
        '--summary is written as text or json.\n',
        2,
      ]);
    }
  });
});

describe('results in a file', () => {
  test.each(['text', 'json', 'ndjson', 'sarif', 'junit', 'github', 'csv'])(
    'are the same: %s',
    async (format) => {
      const folder = folderWith();
      const shown = await lint(folder, ['.', '--format', format]);
      const written = await lint(folder, ['.', '--format', format, '--output', 'results.csv']);
      expect(written.stdout).toBe('');
      expect(written.stderr).toBe(shown.stderr);
      expect(written.code).toBe(shown.code);
      expect(fs.readFileSync(join(folder, 'results.csv'), 'utf8')).toBe(shown.stdout);
      // Neither are they judged, nor is anything left of the last ones.
      await lint(folder, ['.', '--format', format, '--output', './results.csv']);
      expect(fs.readFileSync(join(folder, 'results.csv'), 'utf8')).toBe(shown.stdout);
    },
  );

  test('have no colours', async () => {
    const folder = folderWith();
    const env = { FORCE_COLOR: '1' };
    expect((await run(folder, ['lint', '.'], { env })).stdout).toContain('\u001b[');
    await run(folder, ['lint', '.', '--output', 'a.log'], { env });
    expect(fs.readFileSync(join(folder, 'a.log'), 'utf8')).not.toContain('\u001b');
  });

  test.each([
    ['en', 'The results cannot be written to ', ' Write them to another file.\n'],
    ['vi', 'Không ghi được kết quả vào ', ' Hãy ghi vào tệp khác.\n'],
    ['ro', 'Rezultatele nu pot fi scrise în ', ' Scrie-le în alt fișier.\n'],
  ])(
    'that cannot be written, or that is to be judged, is an error in %s',
    async (language, sentence, wayOut) => {
      const folder = folderWith();
      for (const output of ['.', 'no/such/folder/a.json']) {
        const { stdout, stderr, code } = await lint(folder, ['.', '--output', output, '--lang', language]);
        expect([stdout, code]).toEqual(['', 2]);
        expect(stderr).toContain(sentence + join(folder, output));
      }
      const named = await lint(folder, ['calls.csv', '--output', 'calls.csv', '--lang', language]);
      expect([named.stdout, named.code]).toEqual(['', 2]);
      expect(named.stderr).toContain(join(folder, 'calls.csv'));
      expect(named.stderr.endsWith(wayOut)).toBe(true);
      expect(fs.readFileSync(join(folder, 'calls.csv'), 'utf8')).toBe(FILES['calls.csv']);
    },
  );
});

describe('how it ends', () => {
  const WARNED = { 'a.csv': 'Subject,Notes\nSign the NDA,They asked for a discount. I told them no.\n' };
  const REFUSED = { 'a.csv': 'Subject,Notes\nCourtesy call,They asked for a discount. I told them no.\n' };

  test.each([
    [{ 'a.csv': 'Subject\nSign the NDA\n' }, [], 0],
    [WARNED, [], 0],
    [WARNED, ['--max-warnings', '1'], 0],
    [WARNED, ['--max-warnings', '0'], 1],
    // What is not shown counts all the same.
    [WARNED, ['--max-warnings', '0', '--quiet'], 1],
    [REFUSED, [], 1],
    [REFUSED, ['--max-warnings', '9'], 1],
    [{ ...REFUSED, 'b.ndjson': '{\n' }, [], 2],
    [{ ...REFUSED, 'b.md': Uint8Array.of(0) }, [], 2],
    [REFUSED, ['--max-warnings', '-1'], 2],
    [REFUSED, ['--format', 'xml'], 2],
    [REFUSED, ['--jobs', '0'], 2],
  ])('%j %j: %i', async (files, argv, code) => {
    expect((await lint(folderWith(files), ['.', ...argv])).code).toBe(code);
  });

  test.each([
    ['en', '1 warning; 0 would be allowed.'],
    ['vi', '1 cảnh báo; chỉ cho phép 0.'],
    ['ro', '1 avertisment; sunt îngăduite 0.'],
  ])('too many warnings are said to be so, in %s', async (language, sentence) => {
    const { stderr } = await lint(folderWith(WARNED), ['.', '--max-warnings', '0', '--lang', language]);
    expect(stderr).toContain(`${sentence}\n`);
  });

  test('--quiet shows errors alone, in every format', async () => {
    const folder = folderWith(REFUSED);
    for (const format of ['text', 'json', 'ndjson', 'sarif', 'junit', 'github', 'csv']) {
      const { stdout, code } = await lint(folder, ['.', '--format', format, '--quiet']);
      expect(stdout).toContain('“Courtesy call”');
      expect(stdout).not.toContain('told them no');
      expect(code).toBe(1);
    }
    const [result]: Result[] = JSON.parse((await lint(folder, ['.', '--format', 'json', '--quiet'])).stdout);
    expect([result?.errorCount, result?.warningCount]).toEqual([1, 0]);
  });
});

describe('several threads', () => {
  /** So much that more than one is worth its start. */
  function largeTable(): string {
    // Most of it is soon judged.
    const note = `Walked through the drawing with them; the pilot begins in August. ${'-'.repeat(2000)}`;
    const purposes = ['Sign the NDA', 'Courtesy call', 'A round of golf with Ion', 'Ghé thăm', ''];
    const rows = Array.from(
      { length: 450 },
      (_, i) =>
        `${i},${purposes[i % purposes.length]},"${i % purposes.length === 4 ? '' : note}",2026-06-12\n`,
    );
    return `Record ID,Subject,Notes,Date\n${rows.join('')}`;
  }

  const SETTING = { processors: 2 };

  const COMPANY = {
    'plan-call.config.json': JSON.stringify({ ruleFiles: ['golf-round.yaml'] }),
    'golf-round.yaml': fs.readFileSync(GOLF),
  };

  test.each([
    ['our rules', {}, 0],
    ['rules of a company, too', COMPANY, 90],
  ])('write byte for byte what one writes, by %s', async (_name, company, golfRounds) => {
    const folder = folderWith({ 'calls.csv': largeTable(), ...company });
    for (const format of ['csv', 'json', 'ndjson']) {
      const argv = ['calls.csv', '--format', format];
      const one = await lint(folder, [...argv, '--jobs', '1'], SETTING);
      const two = await lint(folder, [...argv, '--jobs', '2'], SETTING);
      expect(two).toEqual(one);
      expect(one.stdout.split('golf-round').length - 1).toBe(golfRounds);
    }
  });

  /** The built program, but for what its threads do. */
  function programWith(worker: string): string {
    const folder = freshFolder();
    const dist = join(ROOT, 'dist');
    for (const name of fs.readdirSync(dist)) fs.symlinkSync(join(dist, name), join(folder, name));
    fs.rmSync(join(folder, 'lint-worker.cjs'));
    fs.writeFileSync(join(folder, 'lint-worker.cjs'), worker);
    return folder;
  }

  test.each([
    ['process.exit(1);', 'a thread has ended before its work was done'],
    [
      "require('node:worker_threads').parentPort.once('message', () => process.exit(0));",
      'a thread has ended before its work was done',
    ],
    ["throw new Error('out of order');", 'out of order'],
  ])('one of which ends are an error, and nobody waits for it: %s', async (worker, said) => {
    const folder = folderWith({ 'calls.csv': largeTable() });
    const setting = { ...SETTING, programFolder: programWith(worker) };
    const { stderr, code } = await lint(folder, ['calls.csv', '--format', 'ndjson'], setting);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
    // In one thread nothing of it is seen.
    const one = await lint(folder, ['calls.csv', '--format', 'ndjson', '--jobs', '1'], setting);
    expect(one.code).toBe(1);
  });
});

describe('the real executable', () => {
  const env = (folder: string) => ({
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    NODE: process.execPath,
    BIN,
    ...environment(folder),
  });

  function execute(command: string, input = '', folder = folderWith()) {
    return spawnSync('sh', ['-c', command], {
      input,
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: env(folder),
    });
  }

  const ROWS = Array.from({ length: 400 }, (_, id) =>
    id % 50 === 49
      ? '{"id":'
      : JSON.stringify({
          id,
          purpose: ['Sign the NDA', 'Courtesy call', 'Ghé thăm', ''][id % 4],
          account: 'Hòa Phát',
        }),
  );

  test('several of its threads write what one writes', () => {
    const one = execute('"$NODE" "$BIN" lint . --format json --jobs 1');
    expect(
      execute('"$NODE" "$BIN" lint . --format json --jobs 2').stdout.replace(/plan-call-[^/]*/g, ''),
    ).toBe(one.stdout.replace(/plan-call-[^/]*/g, ''));
    expect(one.status).toBe(2);
  });

  test('results written into the folder that is judged are not judged', () => {
    const folder = folderWith();
    for (const command of [
      '"$NODE" "$BIN" lint . --format ndjson >out.ndjson',
      '"$NODE" "$BIN" lint . --format ndjson --output out.ndjson',
    ]) {
      // There are some of an earlier run.
      fs.writeFileSync(join(folder, 'out.ndjson'), '{"id":1,"purpose":"Courtesy call"}\n');
      expect(execute(command, '', folder).status).toBe(2);
      expect(fs.readFileSync(join(folder, 'out.ndjson'), 'utf8')).not.toContain('out.ndjson');
    }
  });

  test('a reader that stops early ends it', () => {
    const { stdout, stderr } = execute(
      '"$NODE" "$BIN" lint - --format ndjson | head -n 1',
      `${ROWS[0]}\n`.repeat(3000),
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).not.toContain('EPIPE');
  });

  const hasParallel = /GNU parallel/.test(
    spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '',
  );

  /** Answers without what tells which part of the rows they came in. */
  function apart(stdout: string) {
    return withoutFile(jsonLines(stdout)).map(({ row, error, messages, ...answer }) => ({
      ...answer,
      isRow: row !== undefined,
      isBroken: error !== undefined,
      messages: messages?.map((message) => ({ ...message, line: 0, endLine: 0 })),
    }));
  }

  test('under GNU parallel it answers as one process does', ({ skip }) => {
    skip(!hasParallel, 'GNU parallel is not there (Debian: apt-get install parallel)');
    const input = `${ROWS.join('\n')}\n`;
    const one = execute('"$NODE" "$BIN" lint --format ndjson -', input);
    const parallel = execute(
      'parallel --will-cite --pipe --keep-order -j2 --block 8k "$NODE" "$BIN" lint --format ndjson -',
      input,
    );
    expect(apart(parallel.stdout)).toEqual(apart(one.stdout));
    expect(apart(one.stdout)).toHaveLength(ROWS.length);
    // It ran several, each of which counted its rows from 1.
    expect(jsonLines(parallel.stdout).filter(({ row }) => row === 1).length).toBeGreaterThan(1);
  });

  test('any number of rows needs little memory', { timeout: 60_000 }, async () => {
    const folder = freshFolder();
    const words = ['--max-old-space-size=32', BIN, 'lint', '-', '--format', 'ndjson'];
    const program = spawn(process.execPath, words, {
      cwd: folder,
      env: env(folder),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // What is kept of a row is more than 1 KB: of all of them it would not fit, and Node would end with a signal.
    program.stdin.end('{"id":"A-1","purpose":"Sign the NDA"}\n'.repeat(100_000));
    expect(await new Promise((resolve) => program.on('close', resolve))).toBe(0);
  });
});
