import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAccountBook } from '../../src/calls/account-book.ts';
import type { Promised } from '../../src/calls/promise.ts';
import { keptFrom, openPromisesOn } from '../../src/close/kept.ts';
import type { PromisesOnFile } from '../../src/close/kept.ts';
import { speakerOf } from '../../src/messages.ts';
import { UserError } from '../../src/user-error.ts';

const TODAY = '2026-11-25';

function promise(id: string, more: Partial<Promised> = {}): Promised {
  return {
    schema: 1,
    id,
    account: 'Nordic Pumps',
    by: 'us',
    what: `do ${id}`,
    due: '2026-11-27',
    status: 'open',
    ...more,
  };
}

function onFile(...promises: Promised[]): PromisesOnFile {
  return {
    promises,
    book: openAccountBook([
      { schema: 1, id: 'nordic', name: 'Nordic Pumps', otherNames: ['Nordpump'] },
      { schema: 1, id: 'delta', name: 'Delta Print' },
    ]),
  };
}

const FILE = onFile(
  promise('01theirs', { by: 'customer', due: '2026-11-01' }),
  promise('02later', { due: '2026-12-04' }),
  promise('03late', { due: '2026-11-20', account: 'NORDPUMP' }),
  promise('04done', { status: 'done', endedOn: '2026-11-19' }),
  promise('05dropped', { status: 'dropped', endedOn: '2026-11-18', because: 'x' }),
  promise('06delta', { account: 'Delta Print' }),
);
const idsOf = (promises: readonly Promised[]): string[] => promises.map(({ id }) => id);

test('open promises of an account come by any of its names: ours first, the most urgent first', () => {
  expect(idsOf(openPromisesOn('Nordic Pumps', FILE))).toEqual(['03late', '02later', '01theirs']);
  expect(idsOf(openPromisesOn('nordpump', FILE))).toEqual(['03late', '02later', '01theirs']);
  expect(openPromisesOn('Moara Veche', FILE)).toEqual([]);
});

describe('promises that are named by the ends of their ids', () => {
  const kept = (given: string[], account = 'Nordic Pumps', file = FILE): string[] =>
    idsOf(keptFrom(given, account, file, TODAY, speakerOf('en')));

  test('are taken once each, whatever the order and the case', () => {
    expect(kept(['THEIRS', '03late', ' late '])).toEqual(['03late', '01theirs']);
  });

  test('are of this account where an id elsewhere ends alike', () => {
    const file = onFile(promise('1abc'), promise('2abc', { account: 'Delta Print' }));
    expect(kept(['abc'], 'Delta Print', file)).toEqual(['2abc']);
  });

  test('may be named by a whole id where another ends alike', () => {
    expect(kept(['abc'], 'Nordic Pumps', onFile(promise('1abc'), promise('abc')))).toEqual(['abc']);
  });

  test.each([
    ['nothere', 'close.kept-unknown', 'Nordic Pumps'],
    ['../x', 'close.kept-unknown', 'Nordic Pumps'],
    ['', 'close.kept-unknown', 'Nordic Pumps'],
    ['done', 'close.kept-before', 'Nordic Pumps'],
    ['dropped', 'close.kept-dropped', 'Nordic Pumps'],
    ['delta', 'close.kept-elsewhere', 'Nordic Pumps'],
    ['late', 'close.kept-elsewhere', 'Delta Print'],
  ])('are refused where they are not open on the account: %j, %s', (given, key, account) => {
    expect(() => kept([given], account)).toThrow(expect.objectContaining({ key }));
  });

  test('are refused where several are meant', () => {
    expect(() => kept(['abc'], 'Nordic Pumps', onFile(promise('1abc'), promise('2abc')))).toThrow(
      expect.objectContaining({ key: 'close.kept-not-unique' }),
    );
  });

  test('are each found, or refused in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...idsOf(FILE.promises))), (given) => {
        try {
          expect(kept([given])).toHaveLength(1);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});
