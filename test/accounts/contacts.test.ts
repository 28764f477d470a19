import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactText, contactsNamed, parseContact } from '../../src/accounts/contacts.ts';

describe('a contact as people type it', () => {
  test.each([
    ['Ana Pop', { name: 'Ana Pop' }],
    ['Ana Pop, buyer', { name: 'Ana Pop', role: 'buyer' }],
    ['Nguyễn Thị Hòa, trưởng phòng mua', { name: 'Nguyễn Thị Hòa', role: 'trưởng phòng mua' }],
    ['Ana Pop,0721 000 000', { name: 'Ana Pop', phone: '0721 000 000' }],
    ['Ana Pop, +84 (0)90-123.45.67 ext 12', { name: 'Ana Pop', phone: '+84 (0)90-123.45.67 ext 12' }],
    ['Ana Pop, ana@example.com', { name: 'Ana Pop', email: 'ana@example.com' }],
    [
      ' Ana  Pop , ana@example.com , , 0721000000, buyer, plant 2 ',
      { name: 'Ana Pop', role: 'buyer, plant 2', phone: '0721000000', email: 'ana@example.com' },
    ],
    ['Ana Pop, hall 12', { name: 'Ana Pop', role: 'hall 12' }],
    ['Ana\u001b[1m Pop\n, buyer', { name: 'Ana Pop', role: 'buyer' }],
  ])('%j', (text, contact) => {
    expect(parseContact(text)).toEqual(contact);
  });

  test.each([
    '',
    '  ',
    ', buyer',
    'ana@example.com',
    '0721 000 000',
    'Ana, a@b.ro, c@d.ro',
    'Ana, 0721000000, 0722000000',
  ])('%j is none', (text) => {
    expect(parseContact(text)).toBeUndefined();
  });

  test('is read again as it is written', () => {
    const word = fc.stringMatching(/^[\p{L}][\p{L}\p{N}.'-]{0,12}$/u).map((text) => text.normalize('NFC'));
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
    const contact = fc.record(
      {
        name: words,
        role: words,
        phone: fc.stringMatching(/^\+?[0-9]{5,12}$/),
        email: fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.(com|vn|ro)$/),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(contact, (one) => {
        expect(parseContact(contactText(one))).toEqual({ ...one });
      }),
    );
  });

  test('whatever it is, has a name or is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseContact(text)?.name).not.toBe('');
      }),
    );
  });
});

describe('a typed name means', () => {
  const contacts = [{ name: 'Nguyễn Hòa' }, { name: 'Nguyễn Hoa' }, { name: 'Ion Dinu' }];

  test.each([
    ['ION  dinu', ['Ion Dinu']],
    ['Nguyễn Hòa', ['Nguyễn Hòa']],
    ['nguyễn hoa', ['Nguyễn Hoa']],
    ['nguyen hoa', ['Nguyễn Hòa', 'Nguyễn Hoa']],
    ['Ion', []],
  ])('%j: %j', (typed, names) => {
    expect(contactsNamed(typed, contacts).map(({ name }) => name)).toEqual(names);
  });
});
