import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../src/tables/decode-table.ts';

const TABLE = 'Khách hàng;Mục đích\r\nCông ty An Phát;Chốt số lượng quý 4\r\n';

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('the bytes of a table', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE), 'utf-8', TABLE],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TABLE}`), 'utf-8', `\uFEFF${TABLE}`],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), 'utf-16le', `\uFEFF${TABLE}`],
    ['UTF-16BE with a mark', utf16be(`\uFEFF${TABLE}`), 'utf-16be', `\uFEFF${TABLE}`],
    ['UTF-16LE without one', Buffer.from(TABLE, 'utf16le'), 'utf-16le', TABLE],
    ['UTF-16BE without one', utf16be(TABLE), 'utf-16be', TABLE],
    [
      'decomposed UTF-16LE',
      Buffer.from(TABLE.normalize('NFD'), 'utf16le'),
      'utf-16le',
      TABLE.normalize('NFD'),
    ],
    ['windows-1252', Buffer.from([0x80, 0x2c, 0xe9]), 'windows-1252', '€,é'],
    ['nothing', Buffer.alloc(0), 'utf-8', ''],
  ])('are read: %s', (_, bytes, encoding, text) => {
    expect(decodeTable(bytes)).toEqual({ encoding, text });
  });

  it('that are a program are not taken for UTF-16', () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i % 3 === 0 ? 0 : i % 251)));
    expect(decodeTable(bytes).encoding).not.toMatch(/utf-16/);
  });
});
