import * as fs from 'node:fs';
import { join } from 'node:path';
import { decodeTime } from 'ulid';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const NEW = ['new', '--account', 'Nordic Pumps', '--when', 'thu 9:30', '--purpose'];
const OCCASION = [
  ['--account', 'Nordic Pumps', '--when', 'thu 9:30', '--contact', 'Ion'],
  ['--duration', '45', '--channel', 'visit', '--stage', 'prospect'],
].flat();
const COURTESY = 'Courtesy call to see how they are doing';

/** The texts of all files that tell of refusals. */
function refusalsIn(folder: string): string[] {
  const refused = join(folder, 'data', 'plan-call', 'refused');
  if (!fs.existsSync(refused)) return [];
  return fs
    .readdirSync(refused, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

test('of a refused purpose the day and the rules are kept, and neither text nor account nor time of day', async () => {
  const folder = freshFolder();
  expect((await run(folder, [...NEW, COURTESY])).code).toBe(1);
  const [text = '', ...others] = refusalsIn(folder);
  expect(others).toEqual([]);
  const refusal = JSON.parse(text);
  expect(Object.keys(refusal)).toEqual(['schema', 'id', 'on', 'rules']);
  expect(refusal).toMatchObject({ on: '2026-11-25', rules: expect.arrayContaining(['courtesy-call']) });
  expect(fs.readdirSync(join(folder, 'data', 'plan-call', 'refused', '2026', 'W48'))).toEqual([
    `${refusal.id}.json`,
  ]);
  expect(decodeTime(refusal.id.toUpperCase())).toBe(Date.parse('2026-11-25'));
});

test('a warning that holds a call back is no refusal, and a dry run keeps nothing', async () => {
  const folder = freshFolder();
  expect((await run(folder, [...NEW, 'Get sign-off on drawing C'])).code).toBe(1);
  expect((await run(folder, [...NEW, COURTESY, '--dry-run'])).code).toBe(1);
  expect(fs.existsSync(join(folder, 'data'))).toBe(false);
});

test('a refusal that cannot be written is no trouble for who is planning', async () => {
  const folder = freshFolder();
  const openSync = (): never => {
    throw Object.assign(new Error('EROFS: read-only file system, open'), { code: 'EROFS' });
  };
  const { code, stderr } = await run(folder, [...NEW, COURTESY], { fs: { openSync } });
  expect(stderr).toContain('courtesy-call');
  expect(stderr).not.toContain('read-only');
  expect(code).toBe(1);
  expect(refusalsIn(folder)).toEqual([]);
});

test('a purpose refused in the conversation is kept once, however often it is entered', async () => {
  const folder = freshFolder();
  const terminal = openTerminal(folder, OCCASION);
  await terminal.see(/What is the call for\?/);
  terminal.answer('Just saying hello');
  await terminal.see(/error[^]*What is it for instead/);
  terminal.type(KEY.enter);
  await terminal.see(/error[^]*What is it for instead/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(refusalsIn(folder)).toHaveLength(1);
});
