import { describe, expect, test } from 'vitest';
import { merged, renamed, replaceContact, withContact } from '../../src/accounts/change-account.ts';
import type { Account } from '../../src/calls/account.ts';

const NORDIC: Account = { schema: 1, id: 'nordic-pumps', name: 'Nordic Pumps' };

describe('an account with another name', () => {
  test('keeps the one that it had, once', () => {
    const twice = renamed(renamed(NORDIC, 'Hydro Flow'), 'Hydro Flow SA');
    expect(twice).toMatchObject({ name: 'Hydro Flow SA', otherNames: ['Nordic Pumps', 'Hydro Flow'] });
    expect(renamed(twice, 'Nordic Pumps')).toMatchObject({
      name: 'Nordic Pumps',
      otherNames: ['Hydro Flow', 'Hydro Flow SA'],
    });
  });

  test('that is only spelt otherwise has no other names', () => {
    expect(renamed(NORDIC, 'NORDIC pumps')).toEqual({
      ...NORDIC,
      name: 'NORDIC pumps',
      otherNames: undefined,
    });
  });
});

describe('two accounts that are merged', () => {
  const from: Account = {
    schema: 1,
    id: 'np-ltd',
    name: 'NP Ltd',
    otherNames: ['NP', 'nordic PUMPS'],
    stage: 'signed',
    signedOn: '2026-11-20',
    contacts: [{ name: 'Ion Dinu', role: 'buyer' }, { name: 'Ana Pop' }],
  };

  test('are one, with all names, and what either knows', () => {
    const { from: gone, into } = merged(from, { ...NORDIC, contacts: [{ name: 'ana pop', role: 'CFO' }] });
    expect(gone).toEqual({ ...from, mergedInto: 'nordic-pumps' });
    expect(into).toEqual({
      ...NORDIC,
      otherNames: ['NP Ltd', 'NP'],
      stage: 'signed',
      signedOn: '2026-11-20',
      contacts: [
        { name: 'ana pop', role: 'CFO' },
        { name: 'Ion Dinu', role: 'buyer' },
      ],
    });
  });

  test('keep what the one that stays says itself', () => {
    const { into } = merged(from, { ...NORDIC, stage: 'service', signedOn: '2025-01-10' });
    expect(into).toMatchObject({ stage: 'service', signedOn: '2025-01-10' });
  });
});

describe('the contacts of an account', () => {
  const account = { ...NORDIC, contacts: [{ name: 'Ana Pop', phone: '0721000000', linkedIn: 'ana' }] };

  test('are added to, and what is given anew is replaced', () => {
    const { contacts } = withContact(withContact(account, { name: 'ana POP', role: 'buyer' }), {
      name: 'Ion',
    });
    expect(contacts).toEqual([
      { name: 'Ana Pop', phone: '0721000000', linkedIn: 'ana', role: 'buyer' },
      { name: 'Ion' },
    ]);
  });

  test('are replaced wholly but for what nobody here knows, and taken off', () => {
    const [ana] = account.contacts;
    if (ana === undefined) throw new Error('there is one');
    expect(replaceContact(account, ana, { name: 'Ana Popescu' }).contacts).toEqual([
      { name: 'Ana Popescu', linkedIn: 'ana' },
    ]);
    expect(replaceContact(account, ana, undefined).contacts).toBeUndefined();
  });
});
