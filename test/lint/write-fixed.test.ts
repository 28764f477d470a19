import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFixed } from '../../src/lint/write-fixed.ts';
import type { WriteProblem } from '../../src/lint/write-in-place.ts';
import { speakerOf } from '../../src/messages.ts';
import { decode } from '../../src/reports/decode.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { faultyFs, systemError } from '../calls/faulty-fs.ts';
import { freshFolder } from '../support/folders.ts';

const BEFORE = 'Gọi xã giao: ký hợp đồng\r\n';
const AFTER = 'Ký hợp đồng\r\n';

function fileWith(bytes: Buffer | string): string {
  const path = join(freshFolder(), 'a.md');
  fs.writeFileSync(path, bytes);
  return path;
}

/** Puts another text in the place of a part of the file's. */
function replace(path: string, from: string, to: string): WriteProblem | undefined {
  const before = decode(fs.readFileSync(path));
  return writeFixed(fs, path, before, before.text.replace(from, to));
}

describe('in the encoding of the file', () => {
  const bytesOf = (text: string) => Buffer.from(text, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(BEFORE), Buffer.from(AFTER)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${BEFORE}`), Buffer.from(`\uFEFF${AFTER}`)],
    ['UTF-16', bytesOf(`\uFEFF${BEFORE}`), bytesOf(`\uFEFF${AFTER}`)],
    ['UTF-16 BE', bytesOf(`\uFEFF${BEFORE}`).swap16(), bytesOf(`\uFEFF${AFTER}`).swap16()],
    ['decomposed', Buffer.from(`ễ\n${BEFORE}`.normalize('NFD')), Buffer.from(`ễ\n${AFTER}`.normalize('NFD'))],
  ])('%s', (_, before, after) => {
    const path = fileWith(before);
    const text = decode(before).text;
    const form = text.normalize('NFD') === text ? 'NFD' : 'NFC';
    expect(replace(path, BEFORE.normalize(form), AFTER.normalize(form))).toBeUndefined();
    expect(fs.readFileSync(path)).toEqual(after);
    expect(fs.readdirSync(join(path, '..'))).toEqual(['a.md']);
  });

  test('windows-1252', () => {
    const path = fileWith(Buffer.from('Courtesy call: \x80 5, caf\xe9', 'latin1'));
    expect(replace(path, 'Courtesy call: ', '')).toBeUndefined();
    expect(fs.readFileSync(path)).toEqual(Buffer.from('\x80 5, caf\xe9', 'latin1'));
  });
});

describe('the file is left alone, and why is said in each language', () => {
  function expectLeft(path: string, bytes: Buffer, problem: WriteProblem | undefined): void {
    expect(fs.readFileSync(path)).toEqual(bytes);
    expect(fs.readdirSync(join(path, '..'))).toEqual(['a.md']);
    expect(problem?.path).toBe(path);
    for (const language of LANGUAGES) {
      const { kind = 'failed', detail = '' } = problem ?? {};
      const said = speakerOf(language).say(`writing.${kind}`, { path, detail });
      expect(said).toContain(path);
      expect(said).toContain(detail);
    }
  }

  test('its encoding has not the character', () => {
    const bytes = Buffer.from('\xe9', 'latin1');
    const path = fileWith(bytes);
    const problem = replace(path, 'é', 'ặ');
    expect(problem).toMatchObject({ kind: 'not-encodable', detail: 'ặ' });
    expectLeft(path, bytes, problem);
  });

  test('without what was dropped it would be read in another encoding', () => {
    // The rest, Ã and ©, are the bytes of é in UTF-8.
    const bytes = Buffer.from('\xe0\xc3\xa9', 'latin1');
    const path = fileWith(bytes);
    const problem = replace(path, 'à', '');
    expect(problem).toMatchObject({ kind: 'not-encodable', detail: 'Ã' });
    expectLeft(path, bytes, problem);
  });

  test('half a character would be lost', () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from([0x41])]);
    const path = fileWith(bytes);
    const problem = replace(path, 'a', '');
    expect(problem).toMatchObject({ kind: 'not-encodable', detail: '\uFFFD' });
    expectLeft(path, bytes, problem);
  });

  test('it has been changed since it was read', () => {
    const path = fileWith('new');
    const before = decode(Buffer.from('old'));
    const problem = writeFixed(fs, path, before, 'fixed');
    expect(problem).toMatchObject({ kind: 'changed' });
    expectLeft(path, Buffer.from('new'), problem);
  });

  test('it is changed while it is written', () => {
    const path = fileWith('old');
    const { fs: faulty } = faultyFs((name) => {
      if (name === 'fsyncSync') fs.writeFileSync(path, 'new');
    });
    expect(writeFixed(faulty, path, decode(Buffer.from('old')), 'fixed')).toMatchObject({ kind: 'changed' });
    expect(fs.readFileSync(path, 'utf8')).toBe('new');
  });

  test('it is write-protected', () => {
    const path = fileWith('old');
    fs.chmodSync(path, 0o444);
    const problem = replace(path, 'old', 'fixed');
    expect(problem).toMatchObject({ kind: 'protected' });
    expectLeft(path, Buffer.from('old'), problem);
  });

  test('it is somebody else’s', () => {
    const path = fileWith('old');
    const { fs: faulty } = faultyFs((name, _, [at, flags]) => {
      if (name === 'openSync' && at === path && flags === 'r+') throw systemError('EACCES');
    });
    expect(writeFixed(faulty, path, decode(Buffer.from('old')), 'fixed')).toMatchObject({
      kind: 'protected',
    });
  });

  test('it is gone', () => {
    const path = join(freshFolder(), 'a.md');
    expect(writeFixed(fs, path, decode(Buffer.from('old')), 'fixed')).toMatchObject({ kind: 'failed' });
  });
});

test('its mode stays, whatever the umask, and a link stays a link', () => {
  const path = fileWith('old');
  fs.chmodSync(path, 0o664);
  const link = join(freshFolder(), 'link.md');
  fs.symlinkSync(path, link);
  const umask = process.umask(0o077);
  try {
    expect(replace(link, 'old', 'fixed')).toBeUndefined();
  } finally {
    process.umask(umask);
  }
  expect(fs.readFileSync(path, 'utf8')).toBe('fixed');
  expect(fs.statSync(path).mode & 0o777).toBe(0o664);
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  expect(fs.readdirSync(join(link, '..'))).toEqual(['link.md']);
});

test('whatever call fails, the old report or the repaired one is there, whole', () => {
  const path = fileWith('old');
  for (let fault = 0, isDone = false; !isDone; fault += 1) {
    expect(fault).toBeLessThan(50);
    const { fs: faulty, calls } = faultyFs((_, index) => {
      if (index === fault) throw systemError('EIO');
    });
    const problem = writeFixed(faulty, path, decode(Buffer.from('old')), 'fixed');
    isDone = calls.length <= fault;
    const now = fs.readFileSync(path, 'utf8');
    expect(now).toBe(problem === undefined || problem.kind === 'unconfirmed' ? 'fixed' : 'old');
    expect(fs.readdirSync(join(path, '..'))).toEqual(['a.md']);
    fs.writeFileSync(path, 'old');
  }
});
