import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccountBook } from '../../src/calls/account-book.ts';
import { accountKey, slug } from '../../src/calls/account.ts';
import { openStore } from '../../src/calls/store.ts';
import { addAccount, filesIn, quietMachine, recordsIn, temporaryFolder, write } from './temporary-store.ts';

describe('the file name of an account', () => {
  it.each([
    ['Công ty Cổ phần Đường Quảng Ngãi', 'cong-ty-co-phan-duong-quang-ngai'],
    ['Ștefănești Țiglă & Fiii S.R.L.', 'stefanesti-tigla-fiii-s-r-l'],
    ['  ACME (UK) ', 'acme-uk'],
    ['Łódź Straße Ærø', 'lodz-strasse-aero'],
    ['ＦＰＴ', 'fpt'],
    ['../../etc', 'etc'],
    ['3M', '3m'],
  ])('%s is kept as %s', (name, file) => {
    expect(slug(name)).toBe(file);
  });

  it.each(['CON', 'nul', 'Aux.', 'com1', 'LPT9', '株式会社', '🍜', '...', '-'])(
    '%s gets one that can be kept',
    (name) => {
      expect(slug(name)).toMatch(/^[a-z0-9]+-[a-z0-9]{7}$/);
      expect(slug(name)).toBe(slug(name));
    },
  );

  it('can be kept on every system, whatever the name and however often it is taken', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('con', 'PRN', 'a'.repeat(400), `${'a'.repeat(59)}-b`, ' ', ''),
    );
    fc.assert(
      fc.property(names, fc.nat(25), (name, attempt) => {
        const file = slug(name, attempt);
        expect(file).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
        expect(file).not.toMatch(/-$|^(con|prn|aux|nul|com\d|lpt\d)$/);
      }),
    );
  });
});

describe('the same account', () => {
  it.each([
    ['Hòa Phát', 'HOA PHAT'],
    ['Hòa Phát', 'Hoà Phát'],
    ['Đồng Nai', 'dongnai'],
    ['Ştefăneşti', 'Ștefănești'],
    ['Hòa Phát'.normalize('NFD'), ' hòa  phát '],
  ])('is %s and %s', (one, other) => {
    expect(accountKey(one)).toBe(accountKey(other));
  });

  it('is found among those known however it is typed', () => {
    const known = [
      { schema: 1, id: 'an-phu', name: 'An Phú' },
      { schema: 1, id: 'hoa-phat', name: 'Hòa Phát' },
    ];
    expect(openAccountBook(known).find('hoa phat')?.id).toBe('hoa-phat');
    expect(openAccountBook(known).find('hoa phat 2')).toBeUndefined();
  });
});

describe('adding an account', () => {
  function emptyStore() {
    const dir = temporaryFolder();
    return { dir, store: openStore(fs, dir, quietMachine()) };
  }

  it('gives the one that is there, as it was first written', async () => {
    const { dir, store } = emptyStore();
    const first = await addAccount(store, 'Hòa Phát');
    expect(first).toEqual({ schema: 1, id: 'hoa-phat', name: 'Hòa Phát' });
    expect(await addAccount(store, 'HOA  PHAT')).toEqual(first);
    expect(recordsIn(dir)).toEqual(['accounts/hoa-phat.json']);
  });

  it('keeps two accounts apart whose names make the same file name', async () => {
    const { dir, store } = emptyStore();
    const one = await addAccount(store, 'A & B');
    const other = await addAccount(store, 'A + B');
    expect(one.id).toBe('a-b');
    expect(other.id).toMatch(/^a-b-[a-z0-9]{7}$/);
    expect(await addAccount(store, 'a+b')).toEqual(other);
    expect(recordsIn(dir)).toHaveLength(2);
  });

  it('leaves a damaged file of that name alone', async () => {
    const { dir, store } = emptyStore();
    const damaged = write(dir, 'accounts/hoa-phat.json', '{');
    const added = await addAccount(store, 'Hòa Phát');
    expect(added.id).toMatch(/^hoa-phat-/);
    expect(await addAccount(store, 'Hoa Phat')).toEqual(added);
    expect(fs.readFileSync(damaged, 'utf8')).toBe('{');
  });

  it('refuses a name that shows nothing', async () => {
    const { dir, store } = emptyStore();
    for (const name of ['', ' \t', '\u200b']) {
      await expect(addAccount(store, name)).rejects.toThrow('the name of the account is empty');
    }
    expect(filesIn(dir)).toEqual([]);
  });

  it('takes the account that another process added in between', async () => {
    const dir = temporaryFolder();
    let isFirst = true;
    const late = {
      ...fs,
      readdirSync: ((folder: string) => {
        const names = fs.readdirSync(folder);
        if (isFirst) write(dir, 'accounts/hoa-phat.json', '{"schema":1,"id":"hoa-phat","name":"Hoà Phát"}');
        isFirst = false;
        return names;
      }) as typeof fs.readdirSync,
    };
    fs.mkdirSync(`${dir}/accounts`);
    expect((await addAccount(openStore(late, dir), 'Hòa Phát')).name).toBe('Hoà Phát');
    expect(recordsIn(dir)).toEqual(['accounts/hoa-phat.json']);
  });

  it('keeps any set of names: one file each, found again under every spelling', async () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom('a', 'A', 'á', '&', '+', '.', ' ', 'đ'),
        minLength: 1,
        maxLength: 5,
      }),
      fc.constantFrom('../../etc', 'CON', 'con', '🍜', '🍜🍜', 'x'.repeat(400), `${'x'.repeat(400)}y`),
    );
    const usable = names.filter((name) => accountKey(name) !== '' && !/\p{Cc}/u.test(name));
    await fc.assert(
      fc.asyncProperty(fc.array(usable, { maxLength: 8 }), async (list) => {
        const { dir, store } = emptyStore();
        const added = [];
        for (const name of list) added.push(await addAccount(store, name));
        const { accounts, problems } = await store.accounts();
        expect(problems).toEqual([]);
        expect(accounts).toHaveLength(new Set(list.map(accountKey)).size);
        for (const [index, name] of list.entries()) {
          expect(openAccountBook(accounts).find(name)).toEqual(added[index]);
        }
        for (const file of recordsIn(dir)) expect(file).toMatch(/^accounts\/[a-z0-9][a-z0-9-]*\.json$/);
      }),
      { numRuns: 40 },
    );
  });
});
