import * as fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { openStore } from '../../src/calls/store.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const HELD: Call = {
  schema: 1,
  id: '01m8000000000000000000held',
  account: 'Nordic Pumps',
  startsAt: '2026-11-12T09:30',
  timeZone: 'Europe/Bucharest',
  durationMinutes: 60,
  channel: 'visit',
  stage: 'negotiation',
  status: 'held',
  purpose: 'Agree the pilot',
  agenda: [],
  preparation: [],
  result: {
    closedOn: '2026-11-12',
    outcome: 'advance',
    agendaDone: [],
    done: [],
    requests: [
      { what: '10 % discount', answer: 'open' },
      { what: 'a night shift', answer: 'refused', reason: 'no drivers' },
    ],
    report: 'reports/2026/W46/held.md',
  },
};

/** A folder in which Nordic Pumps has a held and a planned call, promises both ways, and a contact. */
async function nordic(): Promise<string> {
  const folder = freshFolder();
  await openStore(fs, join(folder, 'data', 'plan-call')).change(
    { command: 'close', at: '2026-11-12T11:00', now: new Date(2026, 10, 12) },
    (edit) => {
      edit.account('Nordic Pumps');
      edit.addCall(HELD);
    },
  );
  const account = ['--account', 'Nordic Pumps'];
  await done(folder, 'promise', 'add', ...account, '--what', 'send the test log', '--due', '30/11/2026');
  await done(
    folder,
    'promise',
    'add',
    ...account,
    '--what',
    'pay invoice 771',
    '--due',
    '20/11/2026',
    '--by',
    'customer',
  );
  await done(folder, 'account', 'edit', 'Nordic Pumps', '--contact', 'Ion Dinu, buyer, 0721 000 000');
  await done(
    folder,
    'new',
    ...account,
    '--when',
    'thu 9:30',
    '--purpose',
    'Get sign-off on drawing C',
    '--benefit',
    'they order two weeks earlier',
    '--agenda',
    'drawing C',
  );
  return folder;
}

/** Runs what has to succeed. */
async function done(folder: string, ...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(folder, argv);
  expect({ argv, code, stderr: code === 0 ? '' : stderr }).toEqual({ argv, code: 0, stderr: '' });
  return stdout;
}

/** The account as it stands in its file. */
function onFile(folder: string, id: string) {
  return JSON.parse(fs.readFileSync(join(folder, 'data', 'plan-call', 'accounts', `${id}.json`), 'utf8'));
}

const withoutIds = (text: string): string => text.replace(/ {2}\w{6}$/gm, '');

describe('the page of an account', () => {
  test('shows everything that is on file about it', async () => {
    const folder = await nordic();
    await done(folder, 'account', 'edit', 'Nordic Pumps', '--stage', 'signed', '--signed', '20/11/2026');
    await done(folder, 'account', 'rename', 'Nordic Pumps', 'Hydro Flow');
    const page = await done(folder, 'account', 'show', 'nordic', 'pumps');
    expect(withoutIds(page)).toBe(
      [
        'Hydro Flow · signed on Fri 20 Nov 2026',
        '  also known as Nordic Pumps',
        '',
        'Contacts',
        '  · Ion Dinu, buyer, 0721 000 000',
        '',
        'You promised',
        '  · send the test log, by Mon 30 Nov 2026',
        '',
        'They promised',
        '  ! pay invoice 771, by Fri 20 Nov 2026 (past due)',
        '',
        'They asked, and wait for an answer',
        '  · 10 % discount (call on Thu 12 Nov 2026)',
        '',
        'Next calls',
        '  · Thu 26 Nov 2026 09:30, visit: Get sign-off on drawing C',
        '',
        'Last calls',
        '  · Thu 12 Nov 2026 09:30, an advance: Agree the pilot',
        '',
      ].join('\n'),
    );
  });

  test('leaves out what there is nothing of', async () => {
    const folder = freshFolder();
    await openStore(fs, join(folder, 'data', 'plan-call')).change(
      { command: 'plan', at: '2026-11-12T11:00', now: new Date(2026, 10, 12) },
      (edit) => void edit.account('Delta Print'),
    );
    expect(await done(folder, 'account', 'show', 'delta print')).toBe(
      'Delta Print\n  Nothing else is on file yet.\n',
    );
  });

  test('tells what store rules say of it', async () => {
    const folder = freshFolder();
    await done(
      folder,
      'promise',
      'add',
      '--account',
      'Delta Print',
      '--what',
      'send the list',
      '--due',
      '20/11/2026',
    );
    await done(folder, 'account', 'edit', 'Delta Print', '--signed', '3/11/2026');
    const page = await done(folder, 'account', 'show', 'Delta Print');
    expect(page).toContain('! something promised is past due [open-commitment]');
    expect(page).toContain('! signed, and nothing is planned after it [signing-as-finish]');
  });

  test('is JSON for other programs', async () => {
    const page = JSON.parse(await done(await nordic(), 'account', 'show', 'Nordic Pumps', '--json'));
    expect(page).toMatchObject({
      id: 'nordic-pumps',
      name: 'Nordic Pumps',
      otherNames: [],
      // As the call that is planned says.
      stage: 'negotiation',
      signedOn: null,
      contacts: [{ name: 'Ion Dinu', role: 'buyer', phone: '0721 000 000' }],
      ourPromises: [{ what: 'send the test log' }],
      theirPromises: [{ what: 'pay invoice 771' }],
      openRequests: [{ what: '10 % discount', call: HELD.id, on: '2026-11-12' }],
      nextCalls: [{ purpose: 'Get sign-off on drawing C' }],
      lastCalls: [{ id: HELD.id }],
      findings: [],
    });
  });

  test.each([
    ['vi', ['Bạn đã hứa', 'Khách đã hứa', 'Khách đã yêu cầu và đang chờ trả lời', 'tiến thêm một bước']],
    ['ro', ['Ai promis', 'Au promis', 'Au cerut și așteaptă răspuns', 'un pas înainte']],
    ['en', ['You promised', 'They promised', 'They asked, and wait for an answer', 'an advance']],
  ])('speaks %s, and fits a narrow terminal', async (language, texts) => {
    const { stdout } = await run(await nordic(), ['account', 'show', 'nordic'], {
      env: { PLAN_CALL_LANG: language, COLUMNS: '48' },
    });
    for (const text of texts) expect(stdout).toContain(text);
    expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(48);
  });

  test('never brings what is in a file to the terminal raw', async () => {
    const folder = await nordic();
    const file = join(folder, 'data', 'plan-call', 'accounts', 'nordic-pumps.json');
    const account = JSON.parse(fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(
      file,
      JSON.stringify({
        ...account,
        name: 'Nordic\u001b[2J Pumps',
        otherNames: ['NP\u202e'],
        contacts: [{ name: 'Ion\u001b]0;gone\u0007', role: 'a\nb' }],
      }),
    );
    const { stdout } = await run(folder, ['account', 'show', 'NP']);
    expect(stdout).toContain('Nordic Pumps');
    expect(stdout).toContain('· Ion, a b');
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

describe('an account is edited', () => {
  test('by options, and keeps what nobody here knows', async () => {
    const folder = await nordic();
    const file = join(folder, 'data', 'plan-call', 'accounts', 'nordic-pumps.json');
    fs.writeFileSync(file, JSON.stringify({ ...onFile(folder, 'nordic-pumps'), crm: { id: 7 } }));
    const shown = await done(
      folder,
      'account',
      'edit',
      'nordic',
      'pumps',
      '--stage',
      'service',
      '--signed',
      'yesterday',
      '--contact',
      'Ana Pop, ana@np.ro',
      '--contact',
      'ion dinu, head of purchasing',
    );
    expect(shown).toBe(
      '✓ Nordic Pumps · service · signed on Tue 24 Nov 2026\n' +
        '  · Ion Dinu, head of purchasing, 0721 000 000\n  · Ana Pop, ana@np.ro\n',
    );
    expect(onFile(folder, 'nordic-pumps')).toEqual({
      schema: 1,
      id: 'nordic-pumps',
      name: 'Nordic Pumps',
      stage: 'service',
      signedOn: '2026-11-24',
      contacts: [
        { name: 'Ion Dinu', role: 'head of purchasing', phone: '0721 000 000' },
        { name: 'Ana Pop', email: 'ana@np.ro' },
      ],
      crm: { id: 7 },
    });
    await done(folder, 'account', 'edit', 'Nordic Pumps', '--signed', 'chưa', '--remove-contact', 'ION DINU');
    expect(onFile(folder, 'nordic-pumps')).not.toHaveProperty('signedOn');
    expect(onFile(folder, 'nordic-pumps').contacts).toEqual([{ name: 'Ana Pop', email: 'ana@np.ro' }]);
  });

  test('but not a contact whose name can be that of two', async () => {
    const folder = await nordic();
    const both = ['--contact', 'Nguyễn Hòa', '--contact', 'Nguyễn Hoa'];
    await done(folder, 'account', 'edit', 'Nordic Pumps', ...both);
    for (const option of ['--contact', '--remove-contact']) {
      const argv = ['account', 'edit', 'Nordic Pumps', option, 'nguyen hoa'];
      expect((await run(folder, argv)).stderr).toContain('Which contact of Nordic Pumps is “nguyen hoa”?');
    }
    expect(onFile(folder, 'nordic-pumps').contacts).toHaveLength(3);
  });

  test('with what it says already, and nothing is written', async () => {
    const folder = await nordic();
    const before = fs.readdirSync(join(folder, 'data', 'plan-call', 'changes', '2026', 'W48'));
    const shown = await done(folder, 'account', 'edit', 'Nordic Pumps', '--contact', 'Ion Dinu, buyer');
    expect(shown).toBe('Nothing was changed.\n');
    expect(fs.readdirSync(join(folder, 'data', 'plan-call', 'changes', '2026', 'W48'))).toEqual(before);
  });

  test.each([
    [['--stage', 'won'], '“won” is no value for --stage'],
    [['--signed', '31/2'], 'There is no day “31/2”'],
    [['--signed', 'tomorrow'], 'Thu 26 Nov 2026 is still to come'],
    [['--contact', ', buyer'], '“, buyer” is no contact'],
    [
      ['--remove-contact', 'Ana'],
      'Which contact of Nordic Pumps is “Ana”? Write one as it stands there: Ion Dinu, buyer',
    ],
    [[], 'Still needed: --stage, --signed, --contact, --remove-contact'],
  ])('not with %j: that is told, and nothing written', async (options, sentence) => {
    const folder = await nordic();
    const before = onFile(folder, 'nordic-pumps');
    const { code, stdout, stderr } = await run(folder, ['account', 'edit', 'Nordic Pumps', ...options]);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(onFile(folder, 'nordic-pumps')).toEqual(before);
  });

  test('on a terminal, one thing after the other, until it is done', async () => {
    const folder = await nordic();
    const terminal = openTerminal(folder, ['account', 'edit']);
    await terminal.see(/Which account\?[^]*Nordic Pumps/);
    terminal.type(KEY.enter);
    await terminal.see(/What do you want to change\?[^]*Contact: Ion Dinu[^]*leave it as it was/);
    terminal.type(KEY.down + KEY.down + KEY.enter);
    await terminal.see(/empty: take it off.*Ion Dinu, buyer/);
    terminal.type(KEY.deleteLine);
    terminal.answer('0721 000 000');
    await terminal.see(/“0721 000 000” is no contact/);
    terminal.type(KEY.deleteLine);
    terminal.answer('Ion Dinu, ion@np.ro');
    await terminal.see(/done: write it[^]*ion@np\.ro/);
    terminal.type(KEY.down + KEY.down + KEY.enter);
    await terminal.see(/Signed on which day\?/);
    terminal.answer('tomorrow');
    await terminal.see(/is still to come/);
    terminal.type(KEY.deleteLine);
    terminal.answer('20/11/2026');
    await terminal.see(/done: write it[^]*Fri 20 Nov 2026/);
    terminal.type(KEY.enter);
    await terminal.see(/✓ Nordic Pumps · signed on Fri 20 Nov 2026/);
    expect(await terminal.ended).toBe(0);
    expect(onFile(folder, 'nordic-pumps')).toMatchObject({
      signedOn: '2026-11-20',
      contacts: [{ name: 'Ion Dinu', email: 'ion@np.ro' }],
    });
    expect(onFile(folder, 'nordic-pumps').contacts[0]).not.toHaveProperty('phone');
  });
});

describe('an account gets another name', () => {
  test('and everything that was filed under the old one stays with it', async () => {
    const folder = await nordic();
    expect(await done(folder, 'account', 'rename', 'Nordic', 'Pumps', 'Hydro', 'Flow')).toContain(
      'Nordic Pumps is called Hydro Flow from now on',
    );
    const planned = JSON.parse(
      await done(
        folder,
        'new',
        '--account',
        'nordic pumps',
        '--when',
        'fri 14:00',
        '--purpose',
        'Agree the order volume',
        '--benefit',
        'a fixed price for three months',
        '--agenda',
        'volumes',
        '--json',
      ),
    );
    expect(planned).toMatchObject({ account: 'Hydro Flow', stage: 'negotiation' });
    expect(await done(folder, 'accounts')).toBe(
      'Hydro Flow · negotiation\n  last call Thu 12 Nov 2026 · next call Thu 26 Nov 2026\n  1 open promise\n',
    );
    expect(fs.readdirSync(join(folder, 'data', 'plan-call', 'accounts'))).toEqual(['nordic-pumps.json']);
  });

  test.each([
    [['rename', 'Nordic Pumps', 'delta print'], 'merge "Nordic Pumps" "Delta Print"'],
    [
      ['rename', 'Nordic Pmps', 'Hydro Flow'],
      'There is no account “Nordic Pmps”. Did you mean “Nordic Pumps”?',
    ],
    [['rename', 'zzz', 'Hydro Flow'], 'There is no account “zzz”. plan-call accounts lists them'],
    [['rename', 'Some', 'Thing', 'Else'], 'It cannot be told where the first name ends'],
    [['rename', 'Nordic Pumps', '\u200b'], 'A name has at least one letter or digit'],
    [['rename', 'Nordic Pumps'], 'Two names are needed'],
    [['merge', 'Nordic Pumps', 'Delta Print'], 'add --yes'],
    [['merge', 'Nordic Pumps', 'nordic PUMPS', '--yes'], 'are one account already: Nordic Pumps'],
    [['merge', 'Nordic Pumps', 'Delta Prnt', '--yes'], 'Did you mean “Delta Print”?'],
    [['merge', 'Nordic', 'Pumps', 'Delta', '--yes'], 'It cannot be told where the first name ends'],
    [['merge'], 'Two names are needed'],
    [['show'], 'There is no terminal to ask on'],
    [['show', 'norm'], 'There is no account “norm”'],
  ])('%j is told what is wrong, and nothing is written', async (argv, sentence) => {
    const folder = await nordic();
    await done(folder, 'promise', 'add', '--account', 'Delta Print', '--what', 'a list', '--due', 'fri');
    const before = await done(folder, 'accounts', '--json');
    const { code, stdout, stderr } = await run(folder, ['account', ...argv]);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(await done(folder, 'accounts', '--json')).toBe(before);
  });

  test('that one had whose adding was undone, and keeps it for itself', async () => {
    const folder = freshFolder();
    const store = openStore(fs, join(folder, 'data', 'plan-call'));
    const occasion = { command: 'plan', at: '2026-11-25T08:00', now: new Date(2026, 10, 25) };
    await store.change(occasion, (edit) => void edit.account('Hydro'));
    await store.change(occasion, (edit) => void edit.account('Hydro Flow'));
    await store.takeBackLast({ ...occasion, command: 'undo' }, 'undo');
    await done(folder, 'account', 'rename', 'Hydro', 'Hydro Flow');
    await done(folder, 'promise', 'add', '--account', 'hydro flow', '--what', 'a list', '--due', 'fri');
    expect(JSON.parse(await done(folder, 'accounts', '--json'))).toMatchObject([{ id: 'hydro' }]);
  });
});

describe.each([
  {
    language: 'en',
    ask: /Merge NP Ltd into Nordic Pumps\?/,
    merged: /NP Ltd is part of Nordic Pumps/,
    left: /Nothing was changed/,
  },
  {
    language: 'vi',
    ask: /Gộp NP Ltd vào Nordic Pumps\?/,
    merged: /NP Ltd từ nay thuộc về Nordic\s+Pumps/,
    left: /Chưa thay đổi gì/,
  },
  {
    language: 'ro',
    ask: /Unești NP Ltd cu Nordic Pumps\?/,
    merged: /NP Ltd ține de acum de Nordic\s+Pumps/,
    left: /Nu s-a schimbat nimic/,
  },
])('two accounts are merged, in $language', ({ language, ask, merged, left }) => {
  async function two(): Promise<string> {
    const folder = await nordic();
    await done(folder, 'promise', 'add', '--account', 'NP Ltd', '--what', 'send the list', '--due', 'fri');
    await done(folder, 'account', 'edit', 'NP Ltd', '--stage', 'signed', '--contact', 'Ana Pop');
    return folder;
  }

  test('with --yes', async () => {
    const folder = await two();
    const { stdout } = await run(folder, ['account', 'merge', 'NP', 'Ltd', 'Nordic', 'Pumps', '--yes'], {
      env: { PLAN_CALL_LANG: language },
    });
    expect(stdout).toMatch(merged);
    expect(JSON.parse(await done(folder, 'accounts', '--json'))).toMatchObject([
      { name: 'Nordic Pumps', stage: 'signed', openPromises: 2 },
    ]);
    expect(onFile(folder, 'np-ltd').mergedInto).toBe('nordic-pumps');
    expect(onFile(folder, 'nordic-pumps')).toMatchObject({
      otherNames: ['NP Ltd'],
      contacts: [{ name: 'Ion Dinu' }, { name: 'Ana Pop' }],
    });
  });

  test('on a terminal when she says yes, and not when she says no', async () => {
    const folder = await two();
    const open = () =>
      openTerminal(folder, ['account', 'merge', 'NP Ltd', 'Nordic Pumps'], { PLAN_CALL_LANG: language });
    const no = open();
    await no.see(ask);
    no.type(KEY.down + KEY.enter);
    await no.see(left);
    expect(await no.ended).toBe(0);
    expect(JSON.parse(await done(folder, 'accounts', '--json'))).toHaveLength(2);

    const yes = open();
    await yes.see(ask);
    yes.type(KEY.enter);
    await yes.see(merged);
    expect(await yes.ended).toBe(0);
    expect(JSON.parse(await done(folder, 'accounts', '--json'))).toHaveLength(1);
  });
});
