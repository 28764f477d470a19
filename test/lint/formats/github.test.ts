import fc from 'fast-check';
import { expect, test } from 'vitest';
import { githubFormat } from '../../../src/lint/formats/github.ts';
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

const asCommands = (steps: readonly Step[]): string[] => {
  const text = written(githubFormat(look()), steps);
  expect(text).not.toMatch(OBEYED);
  return text.split('\n').slice(0, -1);
};

test('an error, a warning, a row, and a file that was not read', () => {
  const longer = message('Hello', { to: { line: 8, column: 3 }, level: 'warn', rule: 'no-such-rule' });
  const outside = { ...report('a.md', [message('Hello')]), path: '/home/bob/a.md' };
  expect(
    asCommands([
      file(report('clean.md', [])),
      file(report('a,b.md', [message('Courtesy call', { suggestion: '100% signed' }), longer])),
      file(row(2, [message('Hello')])),
      file(outside),
      { unread: `${CWD}/gone.md`, problem: 'There is no such file' },
    ]),
  ).toEqual([
    '::error file=a%2Cb.md,line=7,col=1,endLine=7,endColumn=14,title=Courtesy call (courtesy-call)::“Courtesy call” is a courtesy, not a reason.%0A→ Try: 100%25 signed',
    '::warning file=a%2Cb.md,line=7,endLine=8,title=no-such-rule::“Hello” is a courtesy, not a reason.',
    '::error file=calls.csv,line=7,col=1,endLine=7,endColumn=6,title=Courtesy call (courtesy-call)::row 2, column “Subject”: “Hello” is a courtesy, not a reason.',
    '::error file=/home/bob/a.md,line=7,col=1,endLine=7,endColumn=6,title=Courtesy call (courtesy-call)::“Hello” is a courtesy, not a reason.',
    '::error file=gone.md,title=plan-call::There is no such file',
  ]);
});

test('whatever the texts, each is one command, and reads back the same', () => {
  const check = (texts: readonly string[]): void => {
    const commands = asCommands(hostileSteps(texts));
    expect(commands).toHaveLength(3 * texts.length);
    for (const command of commands)
      expect(command).toMatch(/^::(?:error|warning) (?:[a-zA-Z]+=[^:,\r\n]*(?:,|(?=::)))+::[^\r\n]*$/);
    const messages = commands.slice(2 * texts.length).map((command) => {
      const data = command.slice(command.indexOf('::', 2) + 2);
      return data.replace(/%(0A|25)/g, (_, code: string) => (code === '0A' ? '\n' : '%'));
    });
    expect(messages).toEqual(texts.map(cleanForTerminal));
  };
  check(HOSTILE);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), check));
});
