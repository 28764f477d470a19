import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFormat } from '../../../src/lint/formats/csv.ts';
import { cleanForTerminal } from '../../../src/text/clean.ts';
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
  written,
} from './documents.ts';
import type { Step } from './documents.ts';

const asCsv = (steps: readonly Step[]): string => written(csvFormat(look()), steps);

const HEADER = 'file,row,id,account,owner,date,line,column,columnName,rule,level,message,text,suggestion\r\n';

test('the header is there also when there is nothing', () => {
  expect(asCsv([])).toBe(HEADER);
  expect(asCsv([file(report('clean.md', []))])).toBe(HEADER);
});

test('each message is a line', () => {
  const steps = [
    file(report('a.md', [message('Courtesy call', { suggestion: 'Sign the NDA' })])),
    file(row(2, [message('Hello', { level: 'warn' })]), row(3, [])),
    { unread: `${CWD}/gone.md`, problem: 'There is no such file' },
  ];
  expect(asCsv(steps)).toBe(
    [
      HEADER.trimEnd(),
      'a.md,,,,,,7,1,,courtesy-call,error,"“Courtesy call” is a courtesy, not a reason.",Courtesy call,Sign the NDA',
      'calls.csv,2,A-1002,Delta Print,Ann Lee,2026-11-24,7,1,Subject,courtesy-call,warn,"“Hello” is a courtesy, not a reason.",Hello,',
      'gone.md,,,,,,,,,,error,There is no such file,,',
      '',
    ].join('\r\n'),
  );
});

test('no cell begins as a formula does', () => {
  const cells: string[][] = parse(asCsv(hostileSteps()));
  for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test('whatever the texts, the cells are read back the same, guard and cleaning apart', () => {
  const check = (texts: readonly string[]): void => {
    const csv = asCsv(hostileSteps(texts));
    expect(csv.replaceAll('\r\n', '\n')).not.toMatch(OBEYED);
    const [, ...lines]: string[][] = parse(csv);
    const cells = lines.slice(0, texts.length * 2).map((line) => [line[2], line[8], line[12], line[13]]);
    // A lone surrogate cannot be written in UTF-8.
    const guarded = (text: string): string => {
      const clean = Buffer.from(cleanForTerminal(text)).toString();
      return /^[=+\-@\t\r＝＋－＠]/.test(clean) ? `'${clean}` : clean;
    };
    expect(cells).toEqual(
      texts.flatMap((text) => {
        const four = Array.from({ length: 4 }, () => guarded(text));
        return [four, four];
      }),
    );
  };
  check(HOSTILE);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), check));
});
