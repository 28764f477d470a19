import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  baselineIn,
  isThereFor,
  nameInBaseline,
  readBaselineFile,
  writeBaselineFile,
} from '../../src/lint/baseline-file.ts';
import { NO_BASELINE } from '../../src/lint/baseline.ts';
import type { Baseline } from '../../src/lint/baseline.ts';
import { speakerOf } from '../../src/messages.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { UserError } from '../../src/user-error.ts';
import { freshFolder } from '../support/folders.ts';
import { faultyFs, systemError } from '../calls/faulty-fs.ts';

const ONE: Baseline = { files: new Map([['a.md', new Map([['courtesy-call', 1]])]]), rows: new Map() };

/** What a user is told, in each language. */
function sentences(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError)
      return LANGUAGES.map((language) => speakerOf(language).say(error.key, error.values));
    throw error;
  }
  return [];
}

test('what was written is read again, and the same is not written twice', () => {
  const path = join(freshFolder(), 'baseline.json');
  const none = readBaselineFile(fs, path);
  expect(none.baseline).toBeUndefined();
  expect(writeBaselineFile(fs, none, ONE)).toBe(true);
  const one = readBaselineFile(fs, path);
  expect(baselineIn(one)).toEqual(ONE);
  expect(writeBaselineFile(fs, one, ONE)).toBe(false);
  expect(writeBaselineFile(fs, one, NO_BASELINE)).toBe(true);
  expect(baselineIn(readBaselineFile(fs, path))).toEqual(NO_BASELINE);
  expect(fs.readdirSync(join(path, '..'))).toEqual(['baseline.json']);
});

test('a baseline is there for everybody, as other files are', () => {
  const path = join(freshFolder(), 'baseline.json');
  const before = process.umask(0o022);
  try {
    writeBaselineFile(fs, readBaselineFile(fs, path), ONE);
  } finally {
    process.umask(before);
  }
  expect(fs.statSync(path).mode & 0o777).toBe(0o644);
});

describe('told in a sentence that names the file', () => {
  test('there is none', () => {
    const path = join(freshFolder(), 'baseline.json');
    const said = sentences(() => baselineIn(readBaselineFile(fs, path)));
    expect(said).toEqual(LANGUAGES.map(() => expect.stringContaining('--update-baseline')));
    expect(said).toEqual(LANGUAGES.map(() => expect.stringContaining(path)));
  });

  test('it is broken, with the key', () => {
    const path = join(freshFolder(), 'baseline.json');
    fs.writeFileSync(path, '{"version":1,"files":{"a.md":{"courtesy-call":-1}}}');
    const said = sentences(() => readBaselineFile(fs, path));
    expect(said).toEqual(LANGUAGES.map(() => expect.stringContaining('files.a.md.courtesy-call')));
    expect(said).toEqual(LANGUAGES.map(() => expect.stringContaining(path)));
  });

  test('the folder is missing', () => {
    const path = join(freshFolder(), 'no', 'baseline.json');
    expect(sentences(() => writeBaselineFile(fs, readBaselineFile(fs, path), ONE))).toEqual(
      LANGUAGES.map(() => expect.stringContaining('no')),
    );
  });

  test('somebody else has written one meanwhile', () => {
    const path = join(freshFolder(), 'baseline.json');
    const none = readBaselineFile(fs, path);
    writeBaselineFile(fs, none, NO_BASELINE);
    const old = readBaselineFile(fs, path);
    expect(sentences(() => writeBaselineFile(fs, none, ONE))).toHaveLength(3);
    writeBaselineFile(fs, old, ONE);
    const two = { ...ONE, files: new Map([...ONE.files, ['b.md', new Map([['staff-blame', 1]])]]) };
    expect(sentences(() => writeBaselineFile(fs, old, two))).toHaveLength(3);
    expect(baselineIn(readBaselineFile(fs, path))).toEqual(ONE);
  });
});

test('whatever call fails, the old baseline or the new one is there, whole', () => {
  const folder = freshFolder();
  const path = join(folder, 'baseline.json');
  writeBaselineFile(fs, readBaselineFile(fs, path), NO_BASELINE);
  const old = readBaselineFile(fs, path);
  for (let fault = 0, isDone = false; !isDone; fault += 1) {
    expect(fault).toBeLessThan(50);
    const faulty = faultyFs((_, index) => {
      if (index === fault) throw systemError('ENOSPC');
    });
    try {
      writeBaselineFile(faulty.fs, old, ONE);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
    }
    isDone = faulty.calls.length <= fault;
    const now = baselineIn(readBaselineFile(fs, path));
    expect([ONE, NO_BASELINE]).toContainEqual(now);
    expect(fs.readdirSync(folder)).toEqual(['baseline.json']);
    fs.writeFileSync(path, old.bytes ?? '');
  }
});

test('files are named from the folder of the baseline, composed, with slashes', () => {
  expect(nameInBaseline('/team/lint/b.json', '/team/reports/a.md')).toBe('../reports/a.md');
  expect(nameInBaseline('/team/b.json', '/team/reports/Mureș.md'.normalize('NFD'))).toBe(
    'reports/Mureș.md'.normalize('NFC'),
  );
  expect(nameInBaseline('/team/b.json', 'pasted.md')).toBe('pasted.md');
});

test('whether a named file is there is seen from the same folder', () => {
  const folder = freshFolder();
  fs.writeFileSync(join(folder, 'a.md'), '');
  const isThere = isThereFor(fs, join(folder, 'b.json'));
  expect(['a.md', 'c.md', 'a.md/x'].map(isThere)).toEqual([true, false, false]);
  const blind = faultyFs(() => {
    throw systemError('EACCES');
  });
  expect(isThereFor(blind.fs, join(folder, 'b.json'))('c.md')).toBe(true);
});
