import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ndjsonFormat } from '../../../src/lint/formats/ndjson.ts';
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

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));

test('each document is a line, with its verdict', () => {
  const text = written(ndjsonFormat(look()), [
    file(report('clean.md', [])),
    file(
      row(2, [message('Courtesy call', { suggestion: 'Sign the NDA' })]),
      row(3, [message('Hello', { level: 'warn' })], {
        suppressed: [suppressed(message('Hi'), { kind: 'baseline' })],
      }),
    ),
    { unread: `${CWD}/gone.md`, problem: 'There is no such file' },
  ]);
  expect(linesOf(text)).toEqual([
    { file: `${CWD}/clean.md`, verdict: 'accept', messages: [] },
    {
      file: `${CWD}/calls.csv`,
      row: 2,
      id: 'A-1002',
      verdict: 'reject',
      messages: [
        {
          ruleId: 'courtesy-call',
          severity: 2,
          message: '“Courtesy call” is a courtesy, not a reason.',
          line: 7,
          column: 1,
          endLine: 7,
          endColumn: 14,
          columnName: 'Subject',
          cellStart: 0,
          cellEnd: 13,
          suggestions: [{ desc: 'Try: Sign the NDA', text: 'Sign the NDA' }],
        },
      ],
    },
    {
      file: `${CWD}/calls.csv`,
      row: 3,
      id: 'A-1003',
      verdict: 'accept',
      messages: [expect.objectContaining({ severity: 1 })],
      suppressed: 1,
    },
    { file: `${CWD}/gone.md`, error: 'There is no such file' },
  ]);
});

test('as a filter it answers each row in its place, and names no file', () => {
  const path = `${CWD}/-`;
  const format = ndjsonFormat(look('en', { standardInput: path }));
  const text = [
    format.begin(),
    format.beginFile(path),
    format.document(row(1, [], { path })),
    format.skipped?.(path, 2, 'broken'),
    format.skipped?.(path, 3, 'empty', 'A-1003'),
    format.skipped?.(path, 4, 'header'),
    format.document(row(5, [], { path, id: undefined })),
  ].join('');
  expect(linesOf(text)).toEqual([
    { row: 1, id: 'A-1001', verdict: 'accept', messages: [] },
    { row: 2, id: null, error: 'Row 2 cannot be read; put it right and lint it again.' },
    { row: 3, id: 'A-1003', skipped: 'empty' },
    { row: 5, verdict: 'accept', messages: [] },
  ]);
});

test('whatever the texts, each answer is one line and read back the same', () => {
  const check = (texts: readonly string[]): void => {
    const text = written(ndjsonFormat(look()), hostileSteps(texts));
    expect(text).not.toMatch(OBEYED);
    const lines = linesOf(text);
    expect(lines).toHaveLength(2 * texts.length);
    texts.forEach((one, i) => {
      expect(lines[i]).toMatchObject({
        id: one,
        messages: [{ message: one, columnName: one, suggestions: [{ text: one }] }, { ruleId: one }],
      });
      expect(lines[texts.length + i]).toEqual({ file: `${CWD}/${one}`, error: one });
    });
  };
  check(HOSTILE);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), check));
});
