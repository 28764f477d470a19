import { describe, expect, it } from 'vitest';
import knownColumns from '../../data/columns.json' with { type: 'json' };
import { columnKey } from '../../src/tables/column-key.ts';
import { columnsOf, growingColumns, requireTexts } from '../../src/tables/columns.ts';
import { crmOf } from '../../src/tables/crm.ts';
import { OUR_NAMES } from '../../src/tables/our-names.ts';
import type { OurName } from '../../src/tables/our-names.ts';
import { UserError } from '../../src/user-error.ts';

function errorOf(call: () => unknown): UserError {
  try {
    call();
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('no UserError');
}

/** What one column alone means. */
function meaningOf(column: string): OurName | undefined {
  return OUR_NAMES.find((name) => columnsOf([column]).meaning.get(name)?.includes(column));
}

/** All names of a column that mean one thing to us. */
const aliasesOf = (name: OurName): string[] => Object.values(knownColumns.names[name]).flat();

describe('the lists of names', () => {
  it.each(OUR_NAMES)('give no name of %s to another too', (name) => {
    const keys = new Set(aliasesOf(name).map(columnKey));
    const others = OUR_NAMES.filter((other) => other !== name).flatMap(aliasesOf);
    expect(others.filter((alias) => keys.has(columnKey(alias)))).toEqual([]);
  });

  it.each(OUR_NAMES)('say how %s may be called, however it is written', (name) => {
    // A CRM that a column alone gives away may see it otherwise.
    const aliases = aliasesOf(name).filter((alias) => crmOf([alias])?.names === undefined);
    const ways = aliases.flatMap((alias) => [
      alias,
      alias.toUpperCase(),
      alias.normalize('NFD'),
      alias.replaceAll(' ', '_'),
      alias.replaceAll(' ', '-'),
      alias.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
      `  ${alias} `,
      `Activity - ${alias}`,
      `property_${alias}`,
      `${alias}__c`,
      `${alias.replaceAll(' ', '_')}__v`,
    ]);
    expect(aliases).not.toEqual([]);
    expect(ways.filter((way) => meaningOf(way) !== name)).toEqual([]);
  });

  it('write Romanian with a comma below, and everything composed', () => {
    const text = JSON.stringify(knownColumns);
    expect(text).not.toMatch(/[ţşŢŞ]/);
    expect(text).toBe(text.normalize('NFC'));
  });

  it('know each CRM by columns that are not those of another before it', () => {
    const wrong = knownColumns.crms.flatMap(({ name, headers }) =>
      headers.filter((set) => crmOf(set)?.name !== name).map((set) => [name, set, crmOf(set)?.name]),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a column', () => {
  it.each([
    ['Mục đích / Purpose', 'purpose'],
    ['Notes (internal)', 'discussion'],
    ['Lợi ích cho khách hàng', 'benefit'],
    ['Ce am făcut pentru client', 'done'],
    ['Reason for visit__c', 'purpose'],
    ['pre_call_notes__v', 'purpose'],
    ['Next_Call_Notes_vod__c', 'next'],
    ['Company / Account', 'account'],
    ['Activity ID (18 Char)', 'id'],
    ['(Do Not Modify) Subject', undefined],
    ['Probability (%)', undefined],
    ['顧客', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['x'.repeat(1_000_000), undefined],
  ])('%.40s means %s', (column, name) => {
    expect(meaningOf(column)).toBe(name);
  });
});

describe('a “Name”', () => {
  it('is the person in Salesforce', () => {
    const { meaning } = columnsOf(['Subject', 'ActivityDate', 'Name']);
    expect(meaning.get('contact')).toEqual(['Name']);
    expect(meaning.get('purpose')).toEqual(['Subject']);
  });

  it('is a number in Veeva', () => {
    const { crm, meaning } = columnsOf([
      'Name',
      'Account_vod__c',
      'Call_Date_vod__c',
      'Pre_Call_Notes_vod__c',
    ]);
    expect(crm?.name).toBe('Veeva CRM');
    expect(meaning.get('id')).toEqual(['Name']);
    expect(meaning.get('purpose')).toEqual(['Pre_Call_Notes_vod__c']);
  });

  it('is the subject elsewhere', () => {
    expect(columnsOf(['name', 'dateStart', 'parentName']).meaning.get('purpose')).toEqual(['name']);
  });
});

it.each([
  [
    'Krayin',
    ['title', 'type', 'comment', 'schedule_from', 'schedule_to', 'is_done', 'location'],
    'title',
    'comment',
  ],
  [
    'Monica',
    ['called_at', 'type', 'who_initiated', 'answered', 'call_reason_id', 'description'],
    undefined,
    'description',
  ],
  [
    'Frappe CRM',
    [
      'id',
      'from',
      'to',
      'type',
      'status',
      'start_time',
      'note',
      'caller',
      'receiver',
      'reference_doctype',
      'reference_docname',
    ],
    undefined,
    'note',
  ],
  [
    'Odoo (OCA)',
    ['name', 'date', 'duration', 'direction', 'state', 'partner_id', 'opportunity_id', 'description'],
    'name',
    'description',
  ],
  [
    'Odoo',
    ['res_model', 'res_name', 'activity_type_id', 'summary', 'note', 'date_deadline', 'user_id', 'state'],
    'summary',
    'note',
  ],
])('a table of %s is known', (name, columns, purpose, text) => {
  const { crm, meaning } = columnsOf(columns);
  expect(crm?.name).toBe(name);
  expect(meaning.get('purpose')).toEqual(purpose === undefined ? undefined : [purpose]);
  expect(meaning.get('discussion')).toEqual([text]);
});

it('of several columns the most telling comes first, and one that occurs twice counts once', () => {
  const { meaning, unknown } = columnsOf([
    'Subject',
    'Comments',
    'Full Comments',
    'Purpose',
    'Subject',
    'Budget',
  ]);
  expect(meaning.get('purpose')).toEqual(['Purpose', 'Subject']);
  expect(meaning.get('discussion')).toEqual(['Full Comments', 'Comments']);
  expect(unknown).toEqual(['Budget']);
});

describe('what the user says of the columns', () => {
  it('has the last word', () => {
    const { meaning, unknown } = columnsOf(['Subject', 'Result', 'Reason'], {
      purpose: 'reason',
      discussion: 'Result',
    });
    expect(meaning.get('purpose')).toEqual(['Reason']);
    expect(meaning.get('discussion')).toEqual(['Result']);
    expect(meaning.has('result')).toBe(false);
    expect(unknown).toEqual(['Subject']);
  });

  it('may be that one column is two things', () => {
    const { meaning } = columnsOf(['Subject'], { purpose: 'Subject', discussion: 'Subject' });
    expect([meaning.get('purpose'), meaning.get('discussion')]).toEqual([['Subject'], ['Subject']]);
  });

  it('must be of a column that there is', () => {
    const { key, values } = errorOf(() => columnsOf(['Subject', 'Da\u001b[31mte'], { purpose: 'Betreff' }));
    expect(key).toBe('table.no-such-column');
    expect(values).toEqual({ given: 'Betreff', name: 'purpose', columns: 'Subject, Date' });
  });

  it('waits for the column in rows that each bring their own', () => {
    const grow = growingColumns({ purpose: 'Reason' });
    expect(grow(['Subject']).meaning.get('purpose')).toEqual(['Subject']);
    expect(grow(['Reason']).meaning.get('purpose')).toEqual(['Reason']);
    expect(grow(['Subject']).names).toEqual(['Subject', 'Reason']);
  });
});

describe('a table without anything to judge', () => {
  it('is refused, with its columns', () => {
    const { key, values } = errorOf(() => requireTexts(columnsOf(['Account', 'Budget'])));
    expect(key).toBe('table.no-texts');
    expect(values['columns']).toBe('Account, Budget');
  });

  it('may be empty', () => {
    expect(errorOf(() => requireTexts(columnsOf([]))).key).toBe('table.empty');
  });

  it.each(['Subject', 'Notes'])('is none with %s', (column) => {
    expect(() => requireTexts(columnsOf([column]))).not.toThrow();
  });
});
