import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, readReportFile } from '../../src/lint/read-report-file.ts';
import { folderWith, makePipe, refusing, write } from './report-folder.ts';

describe('a report file', () => {
  it.each([
    ['utf-8', Buffer.from('\uFEFF# Mục đích\r\nKý'), '\uFEFF# Mục đích\r\nKý'],
    ['utf-16le', Buffer.from('\uFEFF# Scop', 'utf16le'), '\uFEFF# Scop'],
    ['windows-1252', Buffer.from([0x93, 0xe9, 0x94]), '“é”'],
    ['utf-8', Buffer.alloc(0), ''],
  ])('in %s is read', (encoding, bytes, text) => {
    const path = join(folderWith(), 'report.md');
    write(path, bytes);
    expect(readReportFile(fs, path)).toEqual({ decoded: { text, encoding } });
  });

  it('may have ten megabytes and no more', () => {
    const path = join(folderWith(), 'report.md');
    write(path, Buffer.alloc(MOST_BYTES, 'a'));
    expect(readReportFile(fs, path)).toHaveProperty('decoded.text.length', MOST_BYTES);
    fs.appendFileSync(path, 'a');
    expect(readReportFile(fs, path)).toEqual({ problem: { kind: 'too-large', path } });
  });

  it('is no report if it is not a text', () => {
    const path = join(folderWith(), 'picture.md');
    write(path, Buffer.from('PNG\0\0'));
    expect(readReportFile(fs, path)).toEqual({ problem: { kind: 'binary', path } });
  });

  it('is no report if it is a folder, a pipe or gone since it was found', () => {
    const folder = folderWith();
    const pipe = join(folder, 'pipe.md');
    const gone = join(folder, 'gone.md');
    makePipe(pipe);
    expect(readReportFile(fs, folder)).toEqual({ problem: { kind: 'not-a-file', path: folder } });
    expect(readReportFile(fs, pipe)).toEqual({ problem: { kind: 'not-a-file', path: pipe } });
    expect(readReportFile(fs, gone)).toEqual({ problem: { kind: 'missing', path: gone, code: 'ENOENT' } });
  });

  it('that the system refuses is named with the reason', () => {
    const path = join(folderWith('report.md'), 'report.md');
    expect(readReportFile(refusing([path], 'EACCES'), path)).toEqual({
      problem: { kind: 'unreadable-file', path, code: 'EACCES' },
    });
  });
});
