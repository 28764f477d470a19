import { Chalk } from 'chalk';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { textFormat } from '../../../src/lint/formats/text.ts';
import { LANGUAGES } from '../../../src/rules/rule.ts';
import type { Language } from '../../../src/rules/rule.ts';
import {
  CWD,
  HOSTILE,
  file,
  hostileSteps,
  judgedReport,
  look,
  message,
  report,
  row,
  suppressed,
  written,
} from './documents.ts';
import type { Step } from './documents.ts';

const asText = (steps: readonly Step[], language: Language = 'en', width = 80): string =>
  written(textFormat(look(language, { width })), steps);

const SOURCE = '---\naccount: Delta Print\n---\n# Report\n\n## Purpose\nCourtesy call.\n';

test('a report: its title, each message with the line and the words marked, what they come to', () => {
  expect(
    asText([file(judgedReport('reports/a.md', SOURCE, 'Courtesy call', 'en')), file(report('b.md', []))]),
  ).toBe(`reports/a.md
  ✗ error 7:1  “Courtesy call” is a courtesy, not a reason: nothing will be
  different for the customer afterwards. [courtesy-call]
      Courtesy call.
      ~~~~~~~~~~~~~

2 reports: 1 error, 0 warnings
plan-call rules ID explains one of them.
`);
});

test('a table: its title once, each message with its row and column, and what to write instead', () => {
  const missing = {
    ...message('', { excerpt: undefined, message: 'Nothing is in it for the customer.' }),
    cell: undefined,
  };
  const steps = [
    file(row(2, [message('Courtesy call', { suggestion: 'Sign the NDA' })]), row(3, []), {
      ...row(12, []),
      messages: [{ ...missing, level: 'warn' as const }],
    }),
    file(report('clean.md', [])),
  ];
  expect(asText(steps)).toBe(`calls.csv
  ✗ error row 2, column “Subject”  “Courtesy call” is a courtesy, not a reason.
  [courtesy-call]
      Courtesy call.
      ~~~~~~~~~~~~~
      → Try: Sign the NDA
  ! warning row 12  Nothing is in it for the customer. [courtesy-call]

1 report, 3 rows: 1 error, 1 warning
plan-call rules ID explains one of them.
`);
});

test.each([
  ['en', 'row 2, column “Subject”'],
  ['vi', 'dòng 2, cột “Subject”'],
  ['ro', 'rândul 2, coloana „Subject”'],
] as const)('in %s a row is %s', (language, place) => {
  expect(asText([file(row(2, [message('Hello')]))], language)).toContain(` ${place}  `);
});

test('nothing against them is said in a line, with what was kept from counting', () => {
  expect(asText([])).toBe('Nothing was judged.\n');
  expect(asText([file(report('a.md', []))])).toBe('✓ 1 report, nothing to say against it.\n');
  expect(asText([file(report('a.md', [])), file(row(2, []), row(3, []))])).toBe(
    '✓ 1 report, 2 rows, nothing to say against them.\n',
  );
  const kept = { ...row(2, []), suppressed: [suppressed(message('Hi'), { kind: 'baseline' })] };
  expect(asText([file(kept)])).toBe('✓ 1 row, nothing to say against it. (1 suppressed)\n');
});

test('what was not read, and rows that were not judged, are counted', () => {
  const steps = [file(row(2, [])), { unread: `${CWD}/gone.md`, problem: 'There is no such file' }];
  const skipped = { empty: 2, broken: 1, header: 0 };
  expect(written(textFormat(look()), steps, skipped)).toBe(`gone.md
  ✗ There is no such file

1 row: 0 errors, 0 warnings, 1 file not read
Not judged: 2 rows with neither subject nor text, 1 row that cannot be read.
`);
  expect(written(textFormat(look('ro')), [file(row(2, []))], { empty: 1, broken: 2, header: 20 })).toBe(
    `✓ 1 rând, nimic de obiectat.
Nu s-au judecat: 1 rând fără subiect și fără text, 2 rânduri care nu pot fi
citite, 20 de antete repetate.
`,
  );
});

test('a long cell is cut around the words', () => {
  const before = 'We spoke about prices, volumes and the new line. '.repeat(50);
  const words = 'Was in the area';
  const long = message(words, {
    excerpt: {
      text: `${before}${words}, so I dropped in.`,
      start: before.length,
      end: before.length + words.length,
    },
  });
  expect(asText([file(row(2, [long]))])).toContain(
    `      …prices, volumes and the new line. Was in the area, so I dropped in.
                                         ~~~~~~~~~~~~~~~
`,
  );
});

test('a document is written when it comes, and its file is named once', () => {
  const format = textFormat(look());
  expect(format.begin() + format.beginFile(`${CWD}/calls.csv`) + format.document(row(2, []))).toBe('');
  expect(format.document(row(3, [message('Hello')]))).toMatch(/^calls\.csv\n {2}✗ /);
  expect(format.document(row(4, [message('Hello')]))).toMatch(/^ {2}✗ /);
});

test('colour only adds to what is said', () => {
  const steps = [file(judgedReport('a.md', SOURCE, 'Courtesy call', 'en'))];
  const coloured = written(textFormat(look('en', { ink: new Chalk({ level: 1 }) })), steps);
  expect(coloured).toContain('\u001b[31m✗ error\u001b[39m');
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(asText(steps));
});

test('whatever the texts, nothing is shown that a terminal obeys', () => {
  const check = (texts: readonly string[], width: number): void => {
    for (const language of LANGUAGES) {
      const lines = asText(hostileSteps(texts), language, width).split('\n');
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  };
  for (const width of [60, 120]) check(HOSTILE, width);
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 40, max: 120 }),
      check,
    ),
    { numRuns: 30 },
  );
});

test.each(LANGUAGES)('in %s no line is wider than the terminal', (language) => {
  const texts = ['ghé thăm '.repeat(30), '水泵 '.repeat(40), 'Courtesy call', 'x'.repeat(500)];
  const steps = texts.map((text, i) => {
    const sentence = 'This says little of what the customer will have afterwards. '.repeat(2);
    return file(row(i + 2, [message(text, { message: sentence, suggestion: sentence })]));
  });
  for (const width of [60, 80, 120]) {
    for (const line of asText(steps, language, width).split('\n'))
      expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  }
});
