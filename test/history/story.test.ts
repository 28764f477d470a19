import { expect, test } from 'vitest';
import type { Change, FileChange } from '../../src/calls/change.ts';
import { differencesOf } from '../../src/history/differences.ts';
import { pathsOfMoved, storyOf } from '../../src/history/story.ts';
import { subjectOf } from '../../src/history/touched.ts';

function change(id: string, command: string, files: FileChange[], undoes?: string): Change {
  return {
    schema: 1,
    id,
    at: `2026-11-25T08:0${id}`,
    command,
    files,
    ...(undoes !== undefined && { undoes }),
  };
}

function file(name: string, before: FileChange['before'], after: FileChange['after']): FileChange {
  return { path: name, before, after };
}

const FIRST = 'calls/2026/W48/a.json';
const SECOND = 'calls/2026/W49/b.json';
const THIRD = 'calls/2026/W50/c.json';

const planned = change('1', 'plan', [
  file('accounts/nordic-pumps.json', null, { name: 'Nordic Pumps' }),
  file(FIRST, null, { account: 'Nordic Pumps', startsAt: '2026-11-26' }),
]);
const moved = change('2', 'move', [
  file(FIRST, { startsAt: '2026-11-26' }, { startsAt: '2026-11-26', status: 'moved', movedTo: 'b' }),
  file(SECOND, null, { startsAt: '2026-12-03', movedFrom: 'a' }),
]);
const movedOn = change('3', 'move', [
  file(SECOND, { startsAt: '2026-12-03' }, { startsAt: '2026-12-03', status: 'moved', movedTo: 'c' }),
  file(THIRD, null, { startsAt: '2026-12-10', movedFrom: 'b' }),
]);
const NEWEST_FIRST = [movedOn, moved, planned];

test('what a change is about is the call before the account, and a moved call at its new time', () => {
  expect(subjectOf(planned)).toMatchObject({ kind: 'call', id: 'a', before: undefined });
  expect(subjectOf(moved)).toMatchObject({
    id: 'b',
    before: { startsAt: '2026-11-26' },
    after: { startsAt: '2026-12-03' },
  });
  expect(subjectOf(change('1', 'close', [file('reports/2026/W48/a.md', null, 'x')]))).toBeUndefined();
});

test.each([FIRST, SECOND, THIRD])('a call is followed through all its moves from %s', (path) => {
  expect(pathsOfMoved(NEWEST_FIRST, path)).toEqual(new Set([FIRST, SECOND, THIRD]));
});

test('calls that say that they were moved into each other are told, too', () => {
  const circle = change('4', 'move', [file(THIRD, {}, { movedTo: 'a' })]);
  expect(pathsOfMoved([circle, ...NEWEST_FIRST], SECOND)).toEqual(new Set([FIRST, SECOND, THIRD]));
});

test('a story goes from the oldest to the newest, and tells a move across weeks as one', () => {
  const story = storyOf(NEWEST_FIRST, new Set([FIRST, SECOND, THIRD]));
  expect(story.map(({ change: { command }, differences }) => [command, differences])).toEqual([
    ['plan', []],
    ['move', [{ field: 'startsAt', from: '2026-11-26', to: '2026-12-03' }]],
    ['move', [{ field: 'startsAt', from: '2026-12-03', to: '2026-12-10' }]],
  ]);
});

test('a change is undone while the undo stands', () => {
  const undone = change('4', 'undo', [file(THIRD, {}, {})], '3');
  const redone = change('5', 'redo', [file(THIRD, {}, {})], '4');
  const undoneAgain = change('6', 'undo', [file(THIRD, {}, {})], '3');
  const undoneAt = (...later: Change[]) =>
    storyOf([...later, ...NEWEST_FIRST], new Set([THIRD]))[0]?.undoneAt;
  expect(undoneAt()).toBeUndefined();
  expect(undoneAt(undone)).toBe('2026-11-25T08:04');
  expect(undoneAt(redone, undone)).toBeUndefined();
  expect(undoneAt(undoneAgain, redone, undone)).toBe('2026-11-25T08:06');
});

test('a field that came, went or changed is told, one that only the store needs is not', () => {
  const before = {
    schema: 1,
    contact: 'Ion',
    purpose: 'x',
    agenda: ['a'],
    status: 'planned',
    crm: { id: 7 },
  };
  const after = {
    schema: 1,
    purpose: 'y',
    agenda: ['a'],
    status: 'cancelled',
    crm: { id: 8 },
    stage: 'signed',
  };
  expect(differencesOf(before, after)).toEqual([
    { field: 'purpose', from: 'x', to: 'y' },
    { field: 'crm', from: { id: 7 }, to: { id: 8 } },
    { field: 'stage', from: undefined, to: 'signed' },
    { field: 'contact', from: 'Ion', to: undefined },
  ]);
  expect(differencesOf(undefined, after)).toEqual([]);
});

test('a field is its own, whatever its name', () => {
  const named = JSON.parse('{"__proto__": "x", "constructor": "y"}');
  expect(differencesOf({}, named).map(({ field }) => field)).toEqual(['__proto__', 'constructor']);
});
