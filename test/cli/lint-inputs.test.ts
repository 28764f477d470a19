import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeTable } from '../../src/tables/decode-table.ts';
import { ROOT, freshFolder } from '../support/folders.ts';
import { answersTo, findingsIn, jsonLines, rowsOf, withoutFile, wordsAt } from '../support/lint.ts';
import { environment, run } from '../support/program.ts';

const EXPORTS = join(ROOT, 'test', 'fixtures', 'exports');
const REPORTS = join(ROOT, 'test', 'fixtures', 'reports');
const BIN = join(ROOT, 'bin', 'plan-call.cjs');

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(join(folder, name), content);
  return folder;
}

const textOf = (path: string): string => decodeTable(fs.readFileSync(path)).text;

interface Expected {
  /** What became of each row. */
  readonly rows: string;
  /** Everything on standard error, each line without the name of the file. */
  readonly notes: readonly string[];
  /** One of the findings. */
  readonly finding: string;
  readonly code: number;
}

const FIXTURES: Readonly<Record<string, Expected>> = {
  'array.json': {
    rows: '1✓, 2✗, 3 broken, 4✓, 5 empty',
    notes: [
      'judged as purpose=purpose, benefit=benefit, agenda=agenda',
      '1 row is no JSON object: 3 (1:222)',
    ],
    finding: '2 courtesy-call: purpose 0–8, 1:189 “Thăm hỏi”',
    code: 2,
  },
  'dynamics-odata.json': {
    rows: '1✗, 2✓, 3✗',
    notes: [
      'Dynamics 365, judged as purpose=subject, discussion=description',
      'not looked at: the columns @odata.etag, directioncode, _regardingobjectid_value',
    ],
    finding: '3 courtesy-call: subject 0–8, 32:16 “Ghé thăm”',
    code: 1,
  },
  'dynamics-phone-calls.csv': {
    rows: '2✗, 3✓, 4✗, 5✗, 6 empty',
    notes: ['Dynamics 365, judged as purpose=Subject'],
    finding: '4 courtesy-call: Subject 0–8, 4:99 “Thăm hỏi”',
    code: 1,
  },
  'espocrm.csv': {
    rows: '2✗, 3✓, 4✓, 5✗, 6 empty',
    notes: [
      'EspoCRM, judged as purpose=name, discussion=description',
      'not looked at: the columns dateEnd, direction, parentType',
    ],
    finding: '2 courtesy-call: name 0–18, 2:19 “Quarterly check-in”',
    code: 1,
  },
  'hand-made.tsv': {
    rows: '2✓, 3✗, 4✓, 5✓, 6✓',
    notes: [
      'judged as purpose=Mục đích, benefit=Lợi ích cho khách hàng',
      'These stages are not known and were left out: banana.',
    ],
    finding: '3 courtesy-call: Mục đích 0–8, 3:19 “Ghé thăm”',
    code: 1,
  },
  'hubspot-api.ndjson': {
    rows: '1✗, 2✓, 4 broken, 5 broken, 6✗',
    notes: [
      '2 rows are no JSON objects: 4 (4:40), 5 (5:1)',
      'HubSpot, judged as purpose=hs_call_title, discussion=hs_call_body',
    ],
    finding: '6 vague-purpose: hs_call_title 7–13, 6:98 “vorbim”',
    code: 2,
  },
  'hubspot-calls.csv': {
    rows: '2✗, 3✓, 4✗, 5 empty, 6✗',
    notes: [
      'HubSpot, judged as purpose=Call Title, discussion=Call notes',
      'not looked at: the columns Call direction, Call duration (HH:mm:ss), To Number, From number',
    ],
    finding: '4 courtesy-call: Call Title 4–12, 4:14 “hỏi thăm”',
    code: 1,
  },
  'hubspot-meetings.csv': {
    rows: '2✓, 3✗, 4✗, 5✓, 6 empty',
    notes: [
      'HubSpot, judged as purpose=Meeting name',
      'not looked at: the columns Meeting end time, Meeting location, Create date',
    ],
    finding: '3 meal-as-purpose: Meeting name 0–11, 3:6 “Coffee with”',
    code: 1,
  },
  'odoo-ro.csv': {
    rows: '2✓, 3✗, 4✓, 5✗, 6 empty',
    notes: ['Odoo, judged as purpose=Sumar, discussion=Notă'],
    finding: '3 courtesy-call: Sumar 0–19, 3:26 “Vizită de curtoazie”',
    code: 1,
  },
  'odoo-vi.csv': {
    rows: '2✓, 3✗, 4✓, 5✓, 6 empty',
    notes: ['Odoo, judged as purpose=Tóm tắt, discussion=Ghi chú'],
    finding: '3 courtesy-call: Tóm tắt 0–8, 3:28 “Thăm hỏi”',
    code: 1,
  },
  'pipedrive.csv': {
    rows: '2✗, 3✓, 4✗, 5✗, 6✗',
    notes: [
      'Pipedrive, judged as purpose=Activity - Subject, discussion=Activity - Note',
      'not looked at: the columns Activity - Deal, Activity - Add time, Activity - Update time',
    ],
    finding: '6 courtesy-call: Activity - Subject 0–8, 6:8 “Check in”',
    code: 1,
  },
  'salesforce-data-export.csv': {
    rows: '2✗, 3✓, 4✗, 5 empty, 6✗',
    notes: [
      'Salesforce, judged as purpose=Subject, discussion=Description',
      'not looked at: the columns Priority, CallType',
    ],
    // The second row goes over two lines.
    finding: '4 courtesy-call: Subject 0–8, 5:29 “Ghé thăm”',
    code: 1,
  },
  'salesforce-report.csv': {
    rows: '2✗, 3✓, 4✗, 5✓, 6✓, 9 empty, 10 empty, 11 empty, 12 empty',
    notes: [
      'Salesforce report, judged as purpose=Subject, discussion=Full Comments',
      'not looked at: the columns Priority, Opportunity',
    ],
    finding: '4 courtesy-call: Subject 0–19, 4:2 “Vizita de curtoazie”',
    code: 1,
  },
  'salesforce-tree.json': {
    rows: '1✓, 2✗, 3 empty',
    notes: [
      'Salesforce, judged as purpose=Subject, discussion=Description',
      'not looked at: the columns referenceId, Priority',
    ],
    finding: '2 courtesy-call: Subject 0–8, 19:19 “Check in”',
    code: 1,
  },
  'spreadsheet-utf16.txt': {
    rows: '2✓, 3✗, 4✓, 5 empty, 6✗',
    notes: [
      'judged as purpose=Purpose, benefit=Benefit, agenda=Agenda, preparation=Preparation, discussion=Notes',
      'not looked at: the column Comment by manager',
    ],
    finding: '6 convenience-stop: Purpose 0–15, 6:13 “Was in the area”',
    code: 1,
  },
  'suitecrm-meetings.csv': {
    rows: '2✗, 3✓, 5✗, 6✗, 7 empty',
    notes: [
      'SuiteCRM, judged as purpose=Subject, discussion=Description',
      'not looked at: the columns Location, Date End, Duration Hours, Duration Minutes, Reminder Time, Meeting Password, Join Url, Host Url, …',
    ],
    finding: '5 courtesy-call: Subject 0–12, 5:2 “Thăm xã giao”',
    code: 1,
  },
};

describe('an export', () => {
  test('of each kind is there', () => {
    expect(Object.keys(FIXTURES)).toEqual(fs.readdirSync(EXPORTS));
  });

  test.each(Object.entries(FIXTURES))(
    '%s: its rows, what is said of its columns, places',
    async (name, expected) => {
      const text = textOf(join(EXPORTS, name));
      const { answers, stderr, code } = await answersTo(EXPORTS, [name]);
      expect(rowsOf(answers)).toBe(expected.rows);
      expect(stderr).toBe(expected.notes.map((note) => `${name} ${note}\n`).join(''));
      expect(findingsIn(text, answers)).toContain(expected.finding);
      expect(code).toBe(expected.code);
      // Whatever is found is quoted as it stands at its place in the file.
      for (const message of answers.flatMap(({ messages = [] }) => messages))
        if (message.columnName !== undefined) expect(message.message).toContain(wordsAt(text, message));
    },
  );

  test('piped in without a name is recognised, and judged the same', async () => {
    const files = await answersTo(EXPORTS, Object.keys(FIXTURES));
    for (const [name, { notes, code }] of Object.entries(FIXTURES)) {
      const piped = await answersTo(EXPORTS, ['-'], { stdin: fs.readFileSync(join(EXPORTS, name)) });
      const ofFile = files.answers.filter(({ file }) => file === join(EXPORTS, name));
      expect(piped.answers).toEqual(withoutFile(ofFile));
      expect(piped.stderr).toBe(notes.map((note) => `<stdin> ${note}\n`).join(''));
      expect(piped.code).toBe(code);
    }
  });
});

describe('a table in any form', () => {
  const CELLS = [
    ['Account', 'Purpose', 'Notes'],
    ['Société Lamarck', 'Sign the NDA', 'They said “maybe”.'],
    ['Delta Print; Nordic,\nPumps', 'Courtesy call', 'The 5" valve, the idiot in accounts lost it'],
    ['Élise', 'Was in the area', ''],
  ];

  function written(delimiter: string, lineEnd: string): string {
    const cell = (value: string): string =>
      /[",;\t\n]/.test(value) ? `"${value.replaceAll('"', '""').replaceAll('\n', lineEnd)}"` : value;
    return CELLS.map((cells) => cells.map(cell).join(delimiter) + lineEnd).join('');
  }

  const latin = (text: string): Buffer =>
    Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1');
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const plain = written(',', '\n');
  const FORMS: Readonly<Record<string, string | Buffer>> = {
    'bom.csv': `\uFEFF${plain}`,
    'cr.csv': written(',', '\r'),
    'crlf.csv': written(',', '\r\n'),
    'no-last-line-end.csv': plain.trimEnd(),
    'plain.csv': plain,
    'semicolon.csv': written(';', '\r\n'),
    'sep.csv': `sep=;\r\n${written(';', '\r\n')}`,
    'tab.TSV': written('\t', '\r\n'),
    'tab.tab': written('\t', '\n'),
    'unicode.txt': utf16(`\uFEFF${written('\t', '\r\n')}`),
    'utf16be.csv': utf16(`\uFEFF${plain}`).swap16(),
    'utf16le-without-mark.csv': utf16(written(';', '\r\n')),
    'windows-1252.csv': latin(plain),
  };

  test('is judged the same, each word at its place in the file', async () => {
    const folder = folderWith(FORMS);
    const { answers, code } = await answersTo(folder, Object.keys(FORMS));
    for (const name of Object.keys(FORMS)) {
      const path = join(folder, name);
      const found = answers
        .filter(({ file }) => file === path)
        .flatMap(({ row = NaN, messages = [] }) =>
          messages.map((message) => {
            const { ruleId, columnName, cellStart } = message;
            const words = wordsAt(textOf(path), message);
            return `${name === 'sep.csv' ? row - 1 : row} ${ruleId}: ${columnName} ${cellStart} “${words}”`;
          }),
        );
      expect([name, ...found]).toEqual([
        name,
        '3 courtesy-call: Purpose 0 “Courtesy call”',
        '3 disparaging-language: Notes 14 “the idiot in accounts”',
        '4 convenience-stop: Purpose 0 “Was in the area”',
      ]);
    }
    expect(code).toBe(1);
  });

  const ROWS = [
    { id: 'A-1', purpose: 'Sign the NDA', agenda: 'the draft' },
    { id: 'A-2', purpose: 'Courtesy call', agenda: null, who: { account: { Name: 'Delta Print' } } },
    { id: 'A-3', purpose: 'Say “hi”:\n\tVizit\u0103 de curtoazie', agenda: ['volumes', 'coffee and a chat'] },
  ];

  test('JSON is judged the same as a list, a list in an object, a single object, in lines', async () => {
    const escaped = (value: unknown, indent?: number): string =>
      JSON.stringify(value, undefined, indent).replaceAll('ă', String.raw`\u0103`);
    const folder = folderWith({
      'a.ndjson': ROWS.map((row) => escaped(row)).join('\n'),
      'b.jsonl': `\uFEFF${ROWS.map((row) => `${escaped(row)}\r\n`).join('')}`,
      'c.json': escaped(ROWS),
      'd.json': escaped({ value: ROWS }, 2),
      'e.json': escaped(ROWS, 1),
      'f.json': escaped(ROWS[1], 2),
    });
    const names = fs.readdirSync(folder);
    const { answers } = await answersTo(folder, names);
    const found = (name: string): string[] =>
      answers
        .filter(({ file }) => file === join(folder, name))
        .flatMap(({ id, messages = [] }) =>
          messages.map((message) => {
            const words =
              message.columnName === undefined ? '' : wordsAt(textOf(join(folder, name)), message);
            return `${id} ${message.ruleId} ${message.columnName} ${message.cellStart} ${words}`;
          }),
        );
    const first = found('a.ndjson');
    expect(first[0]).toBe('A-2 courtesy-call purpose 0 Courtesy call');
    expect(first.some((line) => line.startsWith('A-3 ') && line.includes(String.raw`\u0103`))).toBe(true);
    for (const name of ['b.jsonl', 'c.json', 'd.json', 'e.json']) expect(found(name)).toEqual(first);
    expect(found('f.json')).toEqual(first.filter((line) => line.startsWith('A-2')));
  });

  test('HTML is judged as people read it, and words are marked where they stand in it', async () => {
    const note =
      '<div style="""" dir=""auto""><p>Tests at Tom &amp; Sons&nbsp;from Monday.<br>The <b>idiot</b> in\naccounts lost it.</p></div>';
    const text = `Call Title,Call notes\r\nSign the NDA,"${note}"\r\n<p>Courtesy&nbsp;<i>call</i></p>,<p> </p>\r\n,<p>&nbsp;</p>\r\n`;
    const { answers, stderr } = await answersTo(folderWith({ 'a.csv': text }), ['a.csv']);
    expect(rowsOf(answers)).toBe('2✓, 3✗, 4 empty');
    expect(findingsIn(text, answers)).toEqual([
      '2 disparaging-language: Call notes 33–54, 2:92 “The <b>idiot</b> in\naccounts”',
      '3 courtesy-call: Call Title 0–13, 4:4 “Courtesy&nbsp;<i>call</i>”',
    ]);
    expect(stderr).not.toContain('<p>');
  });
});

describe('what the user says of a table', () => {
  const TABLE =
    'Betreff,Nutzen,Bericht,Datum,Bearbeiter\nCourtesy call,,Sent the list,03/04/2026,Ana Pop\nSign the NDA,no penalty in Q3,Sent it,13/04/2026,Ana Pop\n';

  test('--map names the columns, in any writing, any number of times', async () => {
    const folder = folderWith({ 'a.csv': TABLE });
    const { answers, stderr, code } = await answersTo(folder, [
      'a.csv',
      '--map=purpose=betreff',
      '--map=benefit = Nutzen',
      '--map=discussion=Bericht',
      '--map=date=Datum',
      '--map=owner=Bearbeiter',
    ]);
    expect(findingsIn(TABLE, answers)).toEqual([
      '2 courtesy-call: Betreff 0–13, 2:1 “Courtesy call”',
      '2 missing-benefit',
    ]);
    expect(stderr).toBe('a.csv judged as purpose=Betreff, benefit=Nutzen, discussion=Bericht\n');
    expect(code).toBe(1);
  });

  test.each([
    [
      'en',
      'None of the columns is known to hold a purpose or notes: Betreff, Nutzen, Bericht, Datum, Bearbeiter. Say which one does: --map purpose=COLUMN or --map discussion=COLUMN.',
    ],
    [
      'vi',
      'Không nhận ra cột nào chứa mục đích hay ghi chú: Betreff, Nutzen, Bericht, Datum, Bearbeiter. Hãy chỉ rõ: --map purpose=CỘT hoặc --map discussion=CỘT.',
    ],
    [
      'ro',
      'Nicio coloană nu este cunoscută ca scop sau ca note: Betreff, Nutzen, Bericht, Datum, Bearbeiter. Spune care este: --map purpose=COLOANĂ sau --map discussion=COLOANĂ.',
    ],
  ])('without it a table that is named is an error that says the way out, in %s', async (language, error) => {
    const folder = folderWith({ 'a.csv': TABLE });
    const { answers, code } = await answersTo(folder, ['a.csv', '--lang', language]);
    expect(answers).toEqual([{ file: join(folder, 'a.csv'), error }]);
    expect(code).toBe(2);
  });

  test.each(['a.csv', 'a.json', 'a.ndjson'])(
    'a column that is not there is named, with those that are: %s',
    async (name) => {
      const rows =
        name === 'a.csv' ? 'Subject,Owner\nSign the NDA,Ana\n' : '{"Subject":"Sign the NDA","Owner":"Ana"}\n';
      const { answers, code } = await answersTo(folderWith({ [name]: rows }), [
        name,
        '--map',
        'benefit=Nutzen',
      ]);
      expect(answers.at(-1)?.error).toBe(
        'There is no column “Nutzen” to take as benefit. The columns are: Subject, Owner.',
      );
      expect(code).toBe(2);
    },
  );

  test.each(['Betreff', 'purpose=', 'reason=Betreff', '=Betreff'])('--map %s is refused', async (pair) => {
    const { stdout, stderr, code } = await run(folderWith({ 'a.csv': TABLE }), [
      'lint',
      'a.csv',
      '--map',
      pair,
    ]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(`“${pair}” is no pair such as purpose=Subject. What a column can be: purpose, `);
  });

  const summary = async (table: string, ...argv: string[]) => {
    const folder = folderWith({ 'a.csv': table });
    const { stdout, stderr } = await run(folder, ['lint', 'a.csv', '--summary', '--format', 'json', ...argv]);
    const months: { name: string | null; calls: number }[] = JSON.parse(stdout).by.month;
    return { months: months.map(({ name, calls }) => `${name} ${calls}`).sort(), stderr };
  };

  test('day and month are told by the table, or else by --date-order, which has the last word', async () => {
    const either = 'Subject,Date\nSign the NDA,03/04/2026\nSign the contract,05/06/2026\n';
    const { months, stderr } = await summary(either);
    expect(months).toEqual(['null 2']);
    expect(stderr).toContain(
      '2 dates can be read in two ways, and are left out. Say which comes first: --date-order dmy or mdy.',
    );
    expect((await summary(either, '--date-order', 'dmy')).months).toEqual(['2026-04 1', '2026-06 1']);
    expect((await summary(either, '--date-order', 'mdy')).months).toEqual(['2026-03 1', '2026-05 1']);
    const told = `${either}Sign the order,13/07/2026\n`;
    expect((await summary(told)).months).toEqual(['2026-04 1', '2026-06 1', '2026-07 1']);
    // A date in a note decides nothing that the user has said.
    const noted = 'Subject,Date,Notes\nSign the NDA,03/04/2026,04/13/2026 they called\n';
    expect((await summary(noted)).months).toEqual(['2026-03 1']);
    expect((await summary(noted, '--date-order', 'dmy')).months).toEqual(['2026-04 1']);
    expect((await run(freshFolder(), ['lint', 'a.csv', '--date-order', 'ymd'])).stderr).toContain('dmy, mdy');
  });

  test('--as says what a file is, whatever it is called', async () => {
    const folder = folderWith({
      'export.dat': 'Subject;Owner\nCourtesy call;Ana\n',
      'notes.csv': 'The idiot in accounts, again.\n',
      'rows.md': '{"purpose":"Courtesy call"}\n',
      'list.txt': '[{"purpose":"Courtesy call"}]\n',
    });
    const as = async (kind: string, name: string): Promise<string> => {
      const { answers } = await answersTo(folder, [name, '--as', kind]);
      return answers.map(({ row, messages = [] }) => `${row} ${messages[0]?.ruleId}`).join();
    };
    expect(await as('csv', 'export.dat')).toBe('2 courtesy-call');
    expect(await as('report', 'notes.csv')).toBe('undefined disparaging-language');
    expect(await as('ndjson', 'rows.md')).toBe('1 courtesy-call');
    expect(await as('json', 'list.txt')).toBe('1 courtesy-call');
    expect(await as('report', 'list.txt')).toContain('undefined ');
    const { stderr, code } = await run(folder, ['lint', 'export.dat', '--as', 'xlsx']);
    expect(stderr).toContain('report, csv, json, ndjson');
    expect(code).toBe(2);
  });
});

describe('what is no table of calls', () => {
  test('is passed over below a folder, and is an error where it is named', async () => {
    const folder = folderWith({
      'budget.csv': 'Year,Budget\n2026,100\n',
      'calls.csv': 'Subject\nSign the NDA\n',
      'empty.csv': '',
      'log.ndjson': '{"level":"info"}\n',
    });
    const below = await run(folder, ['lint', '.']);
    expect(below.stderr).toBe(
      'budget.csv is no table of calls; it was not judged.\ncalls.csv judged as purpose=Subject\n' +
        'empty.csv is no table of calls; it was not judged.\nlog.ndjson is no table of calls; it was not judged.\n',
    );
    expect(below.stdout).toContain('✓ 1 row, nothing to say against it.');
    expect(below.code).toBe(0);
    const named = await answersTo(folder, fs.readdirSync(folder));
    expect(named.answers.map(({ error }) => error?.slice(0, 26))).toEqual([
      'None of the columns is kno',
      undefined,
      'The file is empty: it has ',
      undefined,
      'None of the columns is kno',
    ]);
    expect(named.code).toBe(2);
  });

  test.each([
    ['[{"purpose": "a"},\n  {"purpose": ]', 'This is no JSON: line 2, column 15, at “]”.'],
    ['[{"purpose": "Sign"}]\n// comment', 'This is no JSON: line 2, column 1, at “// comment”.'],
    ['Subject,Owner\n', 'This is no JSON: line 1, column 1, at “Subject,Owner”.'],
    ['[{"purpose": "Sign"}', 'This JSON ends too early: line 1, column 21.'],
    ['', 'The file is empty: it has neither a header nor calls.'],
    ['"a"', 'There is no list of calls in this JSON.'],
  ])('broken JSON is told with its place: %j', async (text, error) => {
    const { answers, code } = await answersTo(folderWith({ 'a.json': text }), ['a.json']);
    expect(answers.map((answer) => answer.error)).toEqual([error]);
    expect(code).toBe(2);
  });

  test.each([
    ['a.csv', 'Subject,Date\n'],
    ['a.json', '[]'],
    ['a.json', '{"value": []}'],
    ['a.ndjson', ''],
    ['a.ndjson', '\n\r\n'],
  ])('a table without a row is none to complain of: %s %j', async (name, text) => {
    const { stdout, code } = await run(folderWith({ [name]: text }), ['lint', name]);
    expect([stdout, code]).toEqual(['Nothing was judged.\n', 0]);
  });

  test.each([
    [
      'en',
      'Nothing was judged.\nNot judged: 1 row with neither subject nor text, 2 rows that cannot be read.\n',
      '2 rows are no JSON objects: 2 (2:1), 3 (3:6)',
    ],
    [
      'vi',
      'Không có gì để xét.\nKhông xét: 1 dòng không có cả tiêu đề lẫn nội dung, 2 dòng không đọc được.\n',
      '2 dòng không phải là đối tượng JSON: 2 (2:1), 3 (3:6)',
    ],
    [
      'ro',
      'Nu s-a judecat nimic.\nNu s-au judecat: 1 rând fără subiect și fără text, 2 rânduri care nu pot fi\ncitite.\n',
      '2 rânduri nu sunt obiecte JSON: 2 (2:1), 3 (3:6)',
    ],
  ])(
    'rows that were not judged are counted, and those that are broken named, in %s',
    async (language, said, noted) => {
      const folder = folderWith({ 'a.ndjson': '{"purpose":""}\n7\n{"a":x}\n' });
      const { stdout, stderr, code } = await run(folder, ['lint', 'a.ndjson', '--lang', language]);
      expect(stdout).toBe(said);
      expect(stderr).toContain(`a.ndjson ${noted}\n`);
      expect(code).toBe(2);
    },
  );

  test('of many broken rows only the first are named', async () => {
    const folder = folderWith({ 'a.ndjson': '{\n'.repeat(1000) });
    const { stderr } = await run(folder, ['lint', 'a.ndjson']);
    expect(stderr).toMatch(/^a\.ndjson 1000 rows are no JSON objects: 1 \(1:2\), .*, 8 \(8:2\), …\n$/);
  });
});

describe('standard input', () => {
  const COURTESY = '{"id":"A-1","purpose":"Courtesy call"}\n';

  test.each([
    [['-'], undefined],
    [['--stdin'], undefined],
    [['-', '--stdin'], undefined],
    [['--stdin-filename', 'x.ndjson'], undefined],
    [['--stdin', '--stdin-filename', 'calls/x.jsonl'], undefined],
    [['-', '--as', 'ndjson', '--stdin-filename', 'x.md'], undefined],
  ])('rows of JSON are read from %j', async (argv, file) => {
    const { answers, code } = await answersTo(freshFolder(), argv, { stdin: COURTESY });
    expect(answers).toMatchObject([{ row: 1, id: 'A-1', verdict: 'reject' }]);
    expect(answers[0]?.file).toBe(file);
    expect(code).toBe(1);
  });

  test.each([
    ['en', 'x.csv\n  ✗ error row 2, column “Subject”  '],
    ['vi', 'x.csv\n  ✗ lỗi dòng 2, cột “Subject”  '],
    ['ro', 'x.csv\n  ✗ eroare rândul 2, coloana „Subject”  '],
  ])('is called what --stdin-filename says, in %s', async (language, shown) => {
    const { stdout, code } = await run(
      freshFolder(),
      ['lint', '--stdin-filename', 'x.csv', '--lang', language],
      {
        stdin: 'Subject\nCourtesy call\n',
      },
    );
    expect(stdout.startsWith(shown)).toBe(true);
    expect(code).toBe(1);
  });

  test('a report is judged the same as its file', async () => {
    for (const name of fs.readdirSync(REPORTS)) {
      const file = await answersTo(REPORTS, [name]);
      const stdin = fs.readFileSync(join(REPORTS, name));
      const piped = await answersTo(REPORTS, ['-'], { stdin });
      const named = await answersTo(REPORTS, ['--stdin-filename', name], { stdin });
      expect(piped.answers).toEqual(withoutFile(file.answers));
      expect(named.answers).toEqual(piped.answers);
      expect(named.stderr).toBe(file.stderr);
    }
  });

  test('a configuration counts by the name that is given', async () => {
    const folder = folderWith({
      'plan-call.config.json': JSON.stringify({ columns: { purpose: 'Betreff' } }),
    });
    const { answers } = await answersTo(folder, ['--stdin-filename', 'x.csv'], {
      stdin: 'Betreff\nCourtesy call\n',
    });
    expect(rowsOf(answers)).toBe('2✗');
  });

  test('nothing is an empty report', async () => {
    const { stdout, stderr, code } = await run(freshFolder(), ['lint', '-']);
    expect(stdout).toBe('✓ 1 report, nothing to say against it.\n');
    expect(stderr).toBe('<stdin>:1 The report is empty.\n');
    expect(code).toBe(0);
  });

  test('each row is answered in its place, and what all of them lack is said beside', async () => {
    const stdin = '{"id":7,"Betreff":"x"}\n\n{"id":8,\n{"Betreff":"y"}\n';
    const { answers, stderr, code } = await answersTo(freshFolder(), ['-'], { stdin });
    expect(rowsOf(answers)).toBe('1 empty, 3 broken, 4 empty');
    expect(answers.map(({ id }) => id)).toEqual(['7', null, null]);
    expect(stderr).toContain('<stdin> None of the columns is known to hold a purpose or notes: id, Betreff.');
    expect(code).toBe(2);
  });

  test.each([
    ['en', 'Standard input is linted alone: name no files beside it.'],
    ['vi', 'Đầu vào chuẩn được soát riêng: đừng nêu thêm tệp nào.'],
    ['ro', 'Intrarea standard se verifică singură: nu numi și fișiere.'],
  ])('goes with no file, in %s', async (language, sentence) => {
    for (const argv of [
      ['-', 'a.md'],
      ['a.md', '-'],
      ['--stdin', 'a.md'],
      ['--stdin-filename', 'x.csv', 'a.md'],
    ]) {
      const { stdout, stderr, code } = await run(freshFolder(), ['lint', ...argv, '--lang', language]);
      expect([stdout, stderr, code]).toEqual(['', `${sentence}\n`, 2]);
    }
  });
});

describe('the real executable', () => {
  function execute(argv: readonly string[], input: string | Buffer, cwd = freshFolder()) {
    return spawnSync(process.execPath, [BIN, 'lint', ...argv], {
      input,
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...environment(cwd) },
    });
  }

  test('judges a file and standard input the same', () => {
    const name = 'spreadsheet-utf16.txt';
    const file = execute(['--format', 'ndjson', name], '', EXPORTS);
    const piped = execute(['--format', 'ndjson', '-'], fs.readFileSync(join(EXPORTS, name)));
    expect(rowsOf(jsonLines(file.stdout))).toBe(FIXTURES[name]?.rows);
    expect(rowsOf(jsonLines(piped.stdout))).toBe(FIXTURES[name]?.rows);
    expect([file.status, piped.status]).toEqual([1, 1]);
  });
});
