import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFormat } from '../../../src/lint/formats/json.ts';
import {
  CWD,
  HOSTILE,
  OBEYED,
  file,
  hostileSteps,
  look,
  message,
  report,
  row,
  suppressed,
  written,
} from './documents.ts';
import type { Step } from './documents.ts';

const asJson = (steps: readonly Step[]): string => written(jsonFormat(look()), steps);

const COURTESY = {
  ruleId: 'courtesy-call',
  severity: 2,
  message: '“Courtesy call” is a courtesy, not a reason.',
  line: 7,
  column: 1,
  endLine: 7,
  endColumn: 14,
};

test('the bytes are those of ESLint’s results', () => {
  const steps = [
    file(report('a.md', [message('Courtesy call'), message('Hello', { level: 'warn' })])),
    file(report('clean.md', [])),
    { unread: `${CWD}/gone.md`, problem: 'There is no such file' },
  ];
  const results = [
    {
      filePath: `${CWD}/a.md`,
      messages: [
        COURTESY,
        { ...COURTESY, severity: 1, message: '“Hello” is a courtesy, not a reason.', endColumn: 6 },
      ],
      errorCount: 1,
      warningCount: 1,
    },
    { filePath: `${CWD}/clean.md`, messages: [], errorCount: 0, warningCount: 0 },
    {
      filePath: `${CWD}/gone.md`,
      messages: [
        {
          ruleId: null,
          fatal: true,
          severity: 2,
          message: 'There is no such file',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
        },
      ],
      errorCount: 1,
      warningCount: 0,
    },
  ];
  expect(asJson(steps)).toBe(`${JSON.stringify(results, undefined, 2)}\n`);
  // However many there are.
  for (let n = 0; n < 3; n += 1)
    expect(asJson(steps.slice(0, n))).toBe(`${JSON.stringify(results.slice(0, n), undefined, 2)}\n`);
});

test('a row says which it is, and where in the cell', () => {
  const both = file(row(2, [message('Courtesy call')]), row(3, []), row(4, [message('Hello')]));
  expect(JSON.parse(asJson([both]))).toEqual([
    {
      filePath: `${CWD}/calls.csv`,
      messages: [
        { ...COURTESY, row: 2, id: 'A-1002', columnName: 'Subject', cellStart: 0, cellEnd: 13 },
        expect.objectContaining({ row: 4, id: 'A-1004' }),
      ],
      errorCount: 2,
      warningCount: 0,
    },
  ]);
});

test('suggestions, fixes and suppressed messages are told as ESLint does', () => {
  const one = message('Courtesy call', { suggestion: 'Sign the NDA', fix: { start: 3, end: 5, text: 'x' } });
  const document = {
    ...report('a.md', [one]),
    suppressed: [
      suppressed(message('Hello'), { kind: 'comment', reason: 'agreed with Ann' }),
      suppressed(message('Hi'), { kind: 'baseline' }),
    ],
  };
  const steps = [file(document), file(report('b.md', []))];
  const results = JSON.parse(asJson(steps));
  expect(results[0]).toEqual({
    filePath: `${CWD}/a.md`,
    messages: [
      {
        ...COURTESY,
        suggestions: [{ desc: 'Try: Sign the NDA', text: 'Sign the NDA' }],
        fix: { range: [3, 5], text: 'x' },
      },
    ],
    suppressedMessages: [
      expect.objectContaining({ suppressions: [{ kind: 'directive', justification: 'agreed with Ann' }] }),
      expect.objectContaining({ suppressions: [{ kind: 'file', justification: '' }] }),
    ],
    errorCount: 1,
    warningCount: 0,
  });
  expect(results[1]).not.toHaveProperty('suppressedMessages');
  expect(asJson(steps)).toBe(`${JSON.stringify(results, undefined, 2)}\n`);
});

test('a message is written when it comes', () => {
  const format = jsonFormat(look());
  format.begin();
  format.beginFile(`${CWD}/calls.csv`);
  expect(format.document(row(2, [message('Courtesy call')]))).toContain('Courtesy call');
  expect(format.document(row(3, []))).toBe('');
});

test('whatever the texts, they are read back the same, and nothing is shown that a terminal obeys', () => {
  const check = (texts: readonly string[]): void => {
    const json = asJson(hostileSteps(texts));
    expect(json).not.toMatch(OBEYED);
    const [table, ...unread] = JSON.parse(json);
    expect(table.messages.map((one: { message: string }) => one.message)).toEqual(
      texts.flatMap((text) => [text, text]),
    );
    expect(table.messages.map((one: { columnName: string }) => one.columnName)).toEqual(
      texts.flatMap((text) => [text, text]),
    );
    expect(table.messages.map((one: { fix: { text: string } }) => one.fix.text)).toEqual(
      texts.flatMap((text) => [text, text]),
    );
    expect(table.suppressedMessages).toHaveLength(2 * texts.length);
    expect(unread.map((one: { messages: { message: string }[] }) => one.messages[0]?.message)).toEqual(texts);
  };
  check(HOSTILE);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), check));
});
