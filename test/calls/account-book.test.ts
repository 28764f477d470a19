import { describe, expect, test } from 'vitest';
import type { Account } from '../../src/calls/account.ts';
import { isCalledLike, openAccountBook } from '../../src/calls/account-book.ts';

function account(id: string, name: string, more: Partial<Account> = {}): Account {
  return { schema: 1, id, name, ...more };
}

describe('an account is found', () => {
  const book = openAccountBook([
    account('hoa-phat', 'Hòa Phát', { otherNames: ['Thép Hòa Phát'] }),
    account('an-phu', 'An Phú'),
  ]);

  test.each([
    ['Hòa Phát', 'hoa-phat'],
    [' hoa  PHAT ', 'hoa-phat'],
    ['thép hoà phát', 'hoa-phat'],
    ['an phu', 'an-phu'],
  ])('as %j', (name, id) => {
    expect(book.find(name)?.id).toBe(id);
  });

  test('by no name that is only like one of its own', () => {
    expect(book.find('Hòa Phát 2')).toBeUndefined();
    expect(book.keyOf('Hòa Phát 2')).not.toBe(book.keyOf('Hòa Phát'));
  });

  test('and all its names have the same key, which those of others have not', () => {
    expect(book.keyOf('THEP HOA PHAT')).toBe(book.keyOf('Hòa Phát'));
    expect(book.keyOf('An Phú')).not.toBe(book.keyOf('Hòa Phát'));
  });

  test('also when no account is on file, by its spelling alone', () => {
    const empty = openAccountBook([]);
    expect(empty.find('Hòa Phát')).toBeUndefined();
    expect(empty.keyOf('Hòa Phát')).toBe(empty.keyOf('HOA PHAT'));
  });
});

test('a name that an account has now comes before one that another had once', () => {
  const records = [account('b', 'Beta'), account('a', 'Alpha', { otherNames: ['Beta', 'Gamma'] })];
  for (const order of [records, records.toReversed()]) {
    const book = openAccountBook(order);
    expect(book.find('Beta')?.id).toBe('b');
    expect(book.find('Gamma')?.id).toBe('a');
  }
});

describe('merged accounts', () => {
  test('stand for the last in the row, under every name, and are no accounts of their own', () => {
    const book = openAccountBook([
      account('a', 'Alpha', { mergedInto: 'b' }),
      account('b', 'Beta', { mergedInto: 'c', otherNames: ['Alpha'] }),
      account('c', 'Gamma', { otherNames: ['Beta'] }),
    ]);
    expect(book.accounts.map(({ id }) => id)).toEqual(['c']);
    for (const name of ['alpha', 'BETA', 'gamma']) {
      expect(book.find(name)?.id).toBe('c');
      expect(book.keyOf(name)).toBe('gamma');
    }
  });

  test('that were merged into one that is not there stay what they are', () => {
    const book = openAccountBook([account('a', 'Alpha', { mergedInto: 'gone' })]);
    expect(book.accounts.map(({ id }) => id)).toEqual(['a']);
    expect(book.find('Alpha')?.id).toBe('a');
  });

  test.each([
    [['a', 'b'], 2],
    [['a', 'b', 'c'], 3],
    [['a'], 1],
  ])('in a circle, as two computers can make one (%j), are one account', (ids, length) => {
    const names: Record<string, string> = { a: 'Alpha', b: 'Beta', c: 'Gamma' };
    const records = ids.map((id, index) =>
      account(id, names[id] ?? '', { mergedInto: ids[(index + 1) % length] ?? '' }),
    );
    const book = openAccountBook([...records, account('d', 'Delta', { mergedInto: 'a' })]);
    expect(book.accounts.map(({ id }) => id)).toEqual(['a']);
    for (const { name } of records) expect(book.find(name)?.id).toBe('a');
    expect(book.find('Delta')?.id).toBe('a');
  });
});

describe('accounts that are called something like it', () => {
  const book = openAccountBook([
    account('np', 'Hydro Flow', { otherNames: ['Nordic Pumps'] }),
    account('old', 'Nordic Pumps AS', { mergedInto: 'np' }),
    account('dp', 'Delta Print'),
  ]);

  test.each([
    ['nordic', ['Nordic Pumps', 'Hydro Flow', 'NORDIC PUMPS AS']],
    ['flow', ['Nordic Pumps', 'Hydro Flow', 'NORDIC PUMPS AS']],
    ['print', ['Delta Print']],
    ['new', ['New One']],
    ['', ['Nordic Pumps', 'Hydro Flow', 'NORDIC PUMPS AS', 'Delta Print', 'New One']],
  ])('%j: %j', (part, names) => {
    const isLike = isCalledLike(part, book);
    const all = ['Nordic Pumps', 'Hydro Flow', 'NORDIC PUMPS AS', 'Delta Print', 'New One'];
    expect(all.filter(isLike)).toEqual(names);
  });
});
