import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { diffOf } from '../../src/lint/diff.ts';

const plain = new Chalk({ level: 0 });
const coloured = new Chalk({ level: 1 });

test('what changes is shown with the lines around it', async () => {
  const before = ['## Mục đích', 'Gặp xã giao để chốt giá', '', 'a', 'b', 'c', ''];
  const after = before.with(1, 'Chốt giá');
  const expected = [
    '--- báo cáo/a b.md',
    '+++ báo cáo/a b.md',
    '@@ -1,4 +1,4 @@',
    ' ## Mục đích',
    '-Gặp xã giao để chốt giá',
    '+Chốt giá',
    ' ',
    ' a',
  ];
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const [old, now] = [`\uFEFF${before.join(lineEnd)}`, `\uFEFF${after.join(lineEnd)}`];
    expect((await diffOf('báo cáo/a b.md', old, now, plain)).split('\n')).toEqual(expected);
  }
});

test('it is coloured', async () => {
  const lines = (await diffOf('a.md', 'a\n', 'b\n', coloured)).split('\n');
  expect(lines).toContain(coloured.red('-a'));
  expect(lines).toContain(coloured.green('+b'));
});

test('nothing changes', async () => {
  expect(await diffOf('a.md', 'a\n', 'a\n', plain)).toBe('');
});

test('nothing that a terminal obeys is left', async () => {
  const diff = await diffOf('a\u001b[2J\n.md', 'x\u001b]0;t\u0007\u202e\ty\n', 'x\n', plain);
  expect(diff.split('\n')).toEqual(['--- a .md', '+++ a .md', '@@ -1,1 +1,1 @@', '-x y', '+x']);
});
