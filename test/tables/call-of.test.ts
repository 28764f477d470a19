import { describe, expect, it } from 'vitest';
import { aboutOf, callOf, hasAmbiguousDate, valueIn } from '../../src/tables/call-of.ts';
import { columnsOf } from '../../src/tables/columns.ts';
import { delimitedRows } from './reading.ts';

/** The first row of a table, and what its columns mean. */
async function firstOf(text: string) {
  const { columns, rows } = await delimitedRows(text);
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return { row, columns: columnsOf(columns) };
}

async function skippedIn(text: string): Promise<unknown> {
  const { row, columns } = await firstOf(text);
  const call = await callOf(row, columns);
  return typeof call === 'string' ? call : Object.keys(call.texts);
}

describe('of columns that mean the same', () => {
  it('the first that is not empty counts', async () => {
    const { row, columns } = await firstOf(
      'Subject,Related to,Related to,Comments,Full Comments\nSign, ,Delta Print,short,\n',
    );
    expect(valueIn(row, columns, 'account')).toBe('Delta Print');
    const call = await callOf(row, columns);
    expect(typeof call === 'object' && call.texts.discussion?.text).toBe('short');
  });

  it('HTML of nothing but tags is empty', async () => {
    const { row, columns } = await firstOf('Subject,Note,Description\n<br>,<p></p>,real\n');
    const call = await callOf(row, columns);
    expect(
      typeof call === 'object' && Object.entries(call.texts).map(([name, { text }]) => [name, text]),
    ).toEqual([['discussion', 'real']]);
  });
});

describe('a row is left out', () => {
  it.each([
    ['it has neither subject nor text', 'Subject,Account,Notes\n,Delta Print,\n', 'empty'],
    ['it repeats the header', 'Subject,Account,Notes\nSubject, Account,Notes\n', 'header'],
    ['it is a line below a report', 'Subject,Assigned,Priority,Date\nConfidential Information,,,\n', 'empty'],
  ])('because %s', async (_, text, why) => {
    expect(await skippedIn(text)).toBe(why);
  });

  it.each([
    ['Purpose,Account,Notes,Date\nSign drawing C\n', ['purpose']],
    ['Subject,Assigned\nSubject,Ana\n', ['purpose']],
    ['Subject,Assigned,Priority\nSign drawing C,Ana,\n', ['purpose']],
  ])('only for a reason: %j', async (text, names) => {
    expect(await skippedIn(text)).toEqual(names);
  });

  it('because it is no row', async () => {
    const broken = { number: 2, line: 2, broken: 'no-object', at: { line: 2, column: 1 } } as const;
    expect(await callOf(broken, columnsOf(['Subject']))).toBe('broken');
  });
});

describe('what a row is about', () => {
  it('is account, owner and day', async () => {
    const { row, columns } = await firstOf("Subject,Account,Owner,Date\nSign,'+ Delta ,Ana Pop,06/07/2026\n");
    expect(aboutOf(row, columns, 'dmy')).toEqual({
      account: '+ Delta',
      owner: 'Ana Pop',
      date: '2026-07-06',
    });
    expect(aboutOf(row, columns).date).toBeUndefined();
    expect(hasAmbiguousDate(row, columns)).toBe(true);
  });

  it('may be unknown', async () => {
    const { row, columns } = await firstOf('Subject,Date\nSign,soon\n');
    expect(aboutOf(row, columns)).toEqual({ account: undefined, owner: undefined, date: undefined });
    expect(hasAmbiguousDate(row, columns)).toBe(false);
  });
});

it('a stage is one that we know, or is told', async () => {
  const known = await firstOf('Subject,Deal stage\nSign,Closed Won\n');
  expect(await callOf(known.row, known.columns)).toMatchObject({ stage: 'signed', unknownStage: undefined });
  const unknown = await firstOf('Subject,Deal stage\nSign,Step 4\n');
  expect(await callOf(unknown.row, unknown.columns)).toMatchObject({
    stage: undefined,
    unknownStage: 'Step 4',
  });
});
