import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTextFile } from '../../src/lint/text-file.ts';
import type { TextFile, TextFileSystem } from '../../src/lint/text-file.ts';
import { dateOrderIn } from '../../src/tables/dates.ts';
import { folderWith, makePipe, refusing, write } from './report-folder.ts';

function pathOf(content: string | Uint8Array): string {
  const path = join(folderWith(), 'export.csv');
  write(path, content);
  return path;
}

/** What is done with an open file, which is then closed. */
function withFile<T>(system: TextFileSystem, path: string, use: (file: TextFile) => T): T {
  const opened = openTextFile(system, path);
  if ('problem' in opened) throw new Error(opened.problem.kind);
  try {
    return use(opened.file);
  } finally {
    opened.file.close();
  }
}

/** The system's files, which notes how many are open and hands out a few bytes at a time. */
function counting(most: number) {
  let open = 0;
  const system: TextFileSystem = Object.assign({}, fs, {
    openSync(path: string, flags: number) {
      const descriptor = fs.openSync(path, flags);
      open += 1;
      return descriptor;
    },
    closeSync(descriptor: number) {
      fs.closeSync(descriptor);
      open -= 1;
    },
    readSync(descriptor: number, buffer: Uint8Array, offset: number, length: number, position: number) {
      return fs.readSync(descriptor, buffer, offset, Math.min(most, length), position);
    },
  });
  return { system, open: () => open };
}

describe('a text file', () => {
  it.each([
    ['utf-8', Buffer.from('\uFEFFKhách,Mục đích\r\nKý')],
    ['utf-16le', Buffer.from('\uFEFFScop', 'utf16le')],
    ['utf-16be', Buffer.from('Client,Scop\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from([0x93, 0xe9, 0x94])],
    ['utf-8', Buffer.alloc(0)],
  ])('in %s is read as often as asked for, a few bytes at a time', (encoding, bytes) => {
    const { system, open } = counting(3);
    const path = pathOf(bytes);
    const texts = withFile(system, path, (file) => {
      expect(file.encoding).toBe(encoding);
      return [[...file.pieces()].join(''), [...file.pieces()].join('')];
    });
    const text = withFile(fs, path, (file) => [...file.pieces()].join(''));
    expect(texts).toEqual([text, text]);
    expect(text.length > 0).toBe(bytes.length > 0);
    expect(open()).toBe(0);
  });

  it('of several megabytes comes in pieces, each with whole characters', () => {
    const row = 'Công ty An Phát 𝒳,Chốt số lượng quý 4\n';
    const text = row.repeat(50_000);
    const pieces = withFile(fs, pathOf(text), (file) => [...file.pieces()]);
    expect(pieces.join('') === text).toBe(true);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(65_536 + 4);
    expect(pieces.filter((piece) => /\p{Cs}|\uFFFD/u.test(piece))).toEqual([]);
  });

  it('is read no further than is asked for', () => {
    const text = `Date\n25/06/2026\n${'06/07/2026\n'.repeat(100_000)}`;
    let taken = 0;
    const order = withFile(fs, pathOf(text), (file) => {
      function* counted() {
        for (const piece of file.pieces()) {
          taken += 1;
          yield piece;
        }
      }
      return dateOrderIn(counted());
    });
    expect(order).toBe('dmy');
    expect(taken).toBe(1);
  });
});

describe('what is no text file', () => {
  it('is named: a folder, a pipe, what is gone, what is binary', () => {
    const { system, open } = counting(65_536);
    const folder = folderWith();
    const pipe = join(folder, 'pipe.csv');
    const gone = join(folder, 'gone.csv');
    const picture = pathOf(Buffer.from('PNG\0\0'));
    makePipe(pipe);
    expect(openTextFile(system, folder)).toEqual({ problem: { kind: 'not-a-file', path: folder } });
    expect(openTextFile(system, pipe)).toEqual({ problem: { kind: 'not-a-file', path: pipe } });
    expect(openTextFile(system, gone)).toEqual({ problem: { kind: 'missing', path: gone, code: 'ENOENT' } });
    expect(openTextFile(system, picture)).toEqual({ problem: { kind: 'binary', path: picture } });
    expect(open()).toBe(0);
  });

  it('is named with the reason: what the system refuses to open or to read', () => {
    const path = pathOf('a');
    const problem = { kind: 'unreadable-file', path, code: 'EACCES' };
    expect(openTextFile({ ...refusing([path], 'EACCES'), readSync: fs.readSync }, path)).toEqual({ problem });
    const { system, open } = counting(1);
    const failing = () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    expect(openTextFile({ ...system, readSync: failing }, path)).toEqual({
      problem: { ...problem, code: 'EIO' },
    });
    expect(open()).toBe(0);
  });

  it('that grows while it is read ends where it ended when it was opened', () => {
    const path = pathOf('Subject\nSign the NDA\n');
    const text = withFile(fs, path, ({ pieces }) => {
      fs.appendFileSync(path, 'Sign the contract\n');
      return [...pieces()].join('');
    });
    expect(text).toBe('Subject\nSign the NDA\n');
  });
});
