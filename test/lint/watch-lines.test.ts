import { Chalk } from 'chalk';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { changeLines, watchProblemText, watchingLine } from '../../src/lint/watch-lines.ts';
import type { WatchLook } from '../../src/lint/watch-lines.ts';
import { watchProblemFrom } from '../../src/lint/watch-problem.ts';
import { speakerOf } from '../../src/messages.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import type { Language } from '../../src/rules/rule.ts';
import { CWD, HOSTILE, OBEYED } from './formats/documents.ts';

const NOW = new Date(2026, 10, 25, 8, 5, 9);
const NOTHING = { changed: [], added: [], removed: [] };

function look(language: Language = 'en', width = 80): WatchLook {
  return { speaker: speakerOf(language), ink: new Chalk({ level: 0 }), width, cwd: CWD };
}

test('what is watched is counted in the language of the user', () => {
  expect(watchingLine({ files: 12, folders: 2 }, look())).toBe('Watching 12 files, 2 folders. Ctrl-C ends.');
  expect(watchingLine({ files: 1, folders: 0 }, look())).toBe('Watching 1 file. Ctrl-C ends.');
  expect(watchingLine({ files: 1234, folders: 1 }, look('vi'))).toBe(
    'Đang theo dõi 1.234 tệp, 1 thư mục. Nhấn Ctrl-C để dừng.',
  );
  expect(watchingLine({ files: 25, folders: 3 }, look('ro'))).toBe(
    'În urmărire: 25 de fișiere, 3 dosare. Ctrl-C oprește.',
  );
});

test('what changed is named from the working folder, behind the time', () => {
  const changes = {
    changed: [`${CWD}/reports/a.md`, `${CWD}/reports/b.md`],
    added: ['/home/ann/notes/c.md'],
    removed: [`${CWD}/d.md`],
  };
  expect(changeLines(changes, NOW, look()).join('\n')).toBe(
    `08:05:09 Changed: reports/a.md, reports/b.md
         New: ../notes/c.md
         Gone: d.md`,
  );
  expect(changeLines({ ...NOTHING, removed: [`${CWD}/d.md`] }, NOW, look('vi'))).toEqual([
    '08:05:09 Đã mất: d.md',
  ]);
  expect(changeLines({ ...NOTHING, added: [`${CWD}/d.md`] }, NOW, look('ro'))).toEqual([
    '08:05:09 Noi: d.md',
  ]);
  expect(changeLines(NOTHING, NOW, look())).toEqual([]);
});

test('of many names as many as fit, and how many more', () => {
  const changed = Array.from({ length: 1500 }, (_, i) => `${CWD}/${i}.md`);
  expect(changeLines({ ...NOTHING, changed }, NOW, look('en', 50))).toEqual([
    '08:05:09 Changed: 0.md, 1.md, 2.md, 1,497 more',
  ]);
});

test('whatever the names, no line is wider than the terminal, and nothing is shown that it obeys', () => {
  const check = (names: readonly string[], width: number): void => {
    const paths = names.map((name) => `${CWD}/${name}`);
    for (const language of LANGUAGES) {
      const lines = changeLines({ changed: paths, added: paths, removed: paths }, NOW, look(language, width));
      for (const line of lines) {
        expect(line).not.toMatch(OBEYED);
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  };
  for (const width of [30, 80]) check([...HOSTILE, '水泵'.repeat(40)], width);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 25, max: 120 }), check),
    { numRuns: 30 },
  );
});

test.each([
  ['ENOSPC', `${CWD}/a.md`, 'The system watches no more files (ENOSPC)'],
  ['EMFILE', undefined, 'The system watches no more files (EMFILE)'],
  ['EACCES', `${CWD}/locked`, 'locked may not be watched (EACCES)'],
  ['EACCES', undefined, 'some changes may not be seen: EACCES: refused'],
  ['EIO', `${CWD}/a.md`, 'some changes may not be seen: EIO: refused'],
])('an error of the system is said in a sentence: %s', (code, path, sentence) => {
  const error = Object.assign(new Error(`${code}: refused\u001b[31m`), { code, path });
  const text = watchProblemText(watchProblemFrom(error), look());
  expect(text).toContain(sentence);
  expect(text).not.toMatch(OBEYED);
});

test('anything else that is thrown is said as it is', () => {
  expect(watchProblemText(watchProblemFrom('gone'), look())).toContain(': gone');
  expect(watchProblemText({ kind: 'vanished', path: `${CWD}/r`, detail: '' }, look('ro'))).toBe(
    'Dosarul nu mai există: r. Va fi urmărit din nou când reapare.',
  );
});
