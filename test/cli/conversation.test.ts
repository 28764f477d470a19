import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

/** What a person sees and types in each language. */
const TALKS = [
  {
    language: 'en',
    account: /Account/,
    contact: /Contact/,
    when: /When/,
    time: 'thu 9:30',
    understood: /→ Thu 26 Nov 2026 09:30/,
    howLong: /How long/,
    channel: /Channel/,
    stage: /Stage/,
    purpose: /What is the call for\?/,
    courtesy: 'Courtesy call to get sign-off on drawing C',
    refused: /courtesy-call, error/,
    suggested: /Enter takes it.*Get sign-off on drawing C/,
    benefit: /What does the customer get/,
    gain: 'they order the steel two weeks earlier',
    outcome: /What will they agree/,
    agenda: /Agenda/,
    item: 'drawing C',
    preparation: /To prepare/,
    write: /Plan it\?/,
    written: /✓ Planned/,
    stopped: /Nothing was planned/,
    resume: /You were planning a call on Nordic Pumps/,
    filed: 'Get sign-off on drawing C',
  },
  {
    language: 'vi',
    account: /Khách hàng/,
    contact: /Người liên hệ/,
    when: /Khi nào/,
    time: 'thứ năm 9h30',
    understood: /→ Th 5 26\/11\/2026 09:30/,
    howLong: /Bao lâu/,
    channel: /Hình thức/,
    stage: /Giai đoạn/,
    purpose: /Mục đích cuộc gặp\?/,
    courtesy: 'Ghé thăm xã giao để chốt lịch giao 200 lọc dầu',
    refused: /courtesy-call, lỗi/,
    suggested: /Enter để nhận.*Chốt lịch giao 200 lọc dầu/,
    benefit: /Khách hàng được lợi gì/,
    gain: 'xưởng không phải dừng máy chờ lọc',
    outcome: /Khách hàng sẽ đồng ý/,
    agenda: /Chương trình/,
    item: 'lịch giao',
    preparation: /Cần chuẩn bị/,
    write: /Lưu cuộc gặp này\?/,
    written: /✓ Đã lưu/,
    stopped: /Chưa lưu cuộc gặp nào/,
    resume: /Bạn đang lên kế hoạch gặp Nordic Pumps/,
    filed: 'Chốt lịch giao 200 lọc dầu',
  },
  {
    language: 'ro',
    account: /Client/,
    contact: /Persoană de contact/,
    when: /Când/,
    time: 'joi 9:30',
    understood: /→ joi 26 nov\. 2026 09:30/,
    howLong: /Cât durează/,
    channel: /Canal/,
    stage: /Etapă/,
    purpose: /Care e scopul vizitei\?/,
    courtesy: 'Vizită de curtoazie pentru a stabili data livrării presei 2',
    refused: /courtesy-call, eroare/,
    suggested: /Enter o ia.*[Ss]tabili data livrării presei 2/,
    benefit: /Ce câștigă clientul/,
    gain: 'linia lor repornește cu două zile mai devreme',
    outcome: /Ce vor accepta/,
    agenda: /Agendă/,
    item: 'data livrării',
    preparation: /De pregătit/,
    write: /O planific\?/,
    written: /✓ Planificat/,
    stopped: /Nu s-a planificat nimic/,
    resume: /Planificai o vizită la Nordic Pumps/,
    filed: 'Stabili data livrării presei 2',
  },
];

/** Everything that is asked before the purpose. */
const OCCASION = [
  ['--account', 'Nordic Pumps', '--when', 'thu 9:30', '--contact', 'Ion'],
  ['--duration', '45', '--channel', 'visit', '--stage', 'prospect'],
].flat();

function callsIn(folder: string): { purpose: string; account: string }[] {
  const dir = join(folder, 'data', 'plan-call', 'calls');
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(fs.readFileSync(join(dir, name), 'utf8')));
}

describe.each(TALKS)('on a terminal, in $language', (talk) => {
  const open = (folder: string) => openTerminal(folder, [], { PLAN_CALL_LANG: talk.language });

  /** Answers everything up to the question what the call is for. */
  async function upToPurpose(folder: string) {
    const terminal = open(folder);
    await terminal.see(talk.account);
    terminal.answer('Nordic Pumps');
    await terminal.see(talk.contact);
    terminal.answer('Ion Dinu');
    await terminal.see(talk.when);
    terminal.answer(talk.time);
    await terminal.see(talk.understood);
    await terminal.see(talk.howLong);
    terminal.answer('45');
    await terminal.see(talk.channel);
    terminal.type(KEY.enter);
    await terminal.see(talk.stage);
    terminal.type(KEY.enter);
    await terminal.see(talk.purpose);
    return terminal;
  }

  test('a label is refused, the suggestion taken with Enter, and the call filed', async () => {
    const folder = freshFolder();
    const terminal = await upToPurpose(folder);
    terminal.answer(talk.courtesy);
    await terminal.see(talk.refused);
    await terminal.see(talk.suggested);
    terminal.type(KEY.enter);
    await terminal.see(talk.benefit);
    terminal.answer(talk.gain);
    await terminal.see(talk.outcome);
    terminal.type(KEY.enter);
    await terminal.see(talk.agenda);
    terminal.answer(talk.item);
    await terminal.see(talk.preparation);
    expect(callsIn(folder)).toEqual([]);
    terminal.type(KEY.enter);
    await terminal.see(talk.write);
    terminal.type(KEY.enter);
    await terminal.see(talk.written);
    await terminal.see(/Nordic Pumps[^]*W48/);
    expect(await terminal.ended).toBe(0);
    expect(callsIn(folder)).toMatchObject([
      { account: 'Nordic Pumps', purpose: talk.filed, durationMinutes: 45 },
    ]);
  });

  test('one key says that a refusal is wrong: it is kept, and the purpose is still not filed', async () => {
    const folder = freshFolder();
    const terminal = await upToPurpose(folder);
    terminal.answer(talk.courtesy);
    await terminal.see(talk.suggested);
    terminal.answer('!');
    await terminal.see(/plan-call teach/);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(callsIn(folder)).toEqual([]);
    const kept = fs.readFileSync(join(folder, 'config', 'plan-call', 'disputed.jsonl'), 'utf8');
    expect(JSON.parse(kept)).toEqual({ text: talk.courtesy, stage: 'prospect', rules: ['courtesy-call'] });
  });

  test('Ctrl-C writes nothing, ends with 130, and what was typed is taken up again', async () => {
    const folder = freshFolder();
    const terminal = await upToPurpose(folder);
    terminal.type(KEY.ctrlC);
    await terminal.see(talk.stopped);
    expect(await terminal.ended).toBe(130);
    expect(callsIn(folder)).toEqual([]);

    const again = open(folder);
    await again.see(talk.resume);
    again.type(KEY.enter);
    await again.see(talk.purpose);
    again.type(KEY.ctrlC);
    expect(await again.ended).toBe(130);
  });
});

test('< goes back one question, and the answer is there to be changed', async () => {
  const folder = freshFolder();
  const terminal = openTerminal(folder, []);
  await terminal.see(/Account/);
  terminal.answer('Nordic Pumps');
  await terminal.see(/Contact/);
  terminal.answer('Ion');
  await terminal.see(/When/);
  terminal.answer('<');
  await terminal.see(/Contact Ion/);
  terminal.answer(' Dinu');
  await terminal.see(/When/);
  terminal.answer('thu 9:30');
  await terminal.see(/How long/);
  terminal.type(KEY.enter);
  await terminal.see(/Channel/);
  terminal.type('<');
  await terminal.see(/How long/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  const draft = JSON.parse(fs.readFileSync(join(folder, 'state', 'plan-call', 'draft.json'), 'utf8'));
  expect(draft).toMatchObject({ account: 'Nordic Pumps', contact: 'Ion Dinu', startsAt: '2026-11-26T09:30' });
});

test('who expects something is asked for the least, too, and can go back from there', async () => {
  const folder = freshFolder();
  const given = [
    '--benefit',
    'they order the steel earlier',
    '--agenda',
    'drawing C',
    '--prepare',
    'print it',
  ];
  const terminal = openTerminal(folder, [...OCCASION, ...given]);
  await terminal.see(/What is the call for/);
  terminal.answer('Get sign-off on drawing C');
  await terminal.see(/What will they agree/);
  terminal.answer('they sign drawing C');
  await terminal.see(/And the least that would make the call worth it\?/);
  terminal.answer('<');
  await terminal.see(/What will they agree to do\? they sign drawing C/);
  terminal.type(KEY.enter);
  await terminal.see(/And the least/);
  terminal.answer('they reserve the steel');
  await terminal.see(/Least acceptable: they reserve the steel[^]*Plan it\?/);
  terminal.type(KEY.enter);
  expect(await terminal.ended).toBe(0);
  expect(callsIn(folder)).toMatchObject([
    { expectedOutcome: 'they sign drawing C', minimumOutcome: 'they reserve the steel' },
  ]);
});

test('a call that is taken up after its time has passed is asked for its time again', async () => {
  const folder = freshFolder();
  const first = openTerminal(folder, []);
  await first.see(/Account/);
  first.answer('Nordic Pumps');
  await first.see(/Contact/);
  first.answer('Ion');
  await first.see(/When/);
  first.answer('today 9:30');
  await first.see(/How long/);
  first.type(KEY.ctrlC);
  expect(await first.ended).toBe(130);

  const later = openTerminal(folder, [], { PLAN_CALL_NOW: '2026-11-26T08:00' });
  await later.see(/You were planning a call on Nordic Pumps/);
  later.type(KEY.enter);
  await later.see(/When/);
  later.type(KEY.ctrlC);
  expect(await later.ended).toBe(130);
});

test('a time that is not understood is asked for again', async () => {
  const terminal = openTerminal(freshFolder(), []);
  await terminal.see(/Account/);
  terminal.answer('Nordic Pumps');
  await terminal.see(/Contact/);
  terminal.type(KEY.enter);
  await terminal.see(/When/);
  terminal.answer('31/2 9:00');
  await terminal.see(/There is no day “31\/2”/);
  terminal.type(KEY.deleteLine);
  terminal.answer('yesterday 9:00');
  await terminal.see(/has passed/);
  terminal.type(KEY.deleteLine);
  terminal.answer('fri 9');
  await terminal.see(/→ Fri 27 Nov 2026 09:00/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});

test('somebody with no reason to go is told kindly, and shown an account that has one', async () => {
  const folder = freshFolder();
  await run(folder, [
    'promise',
    'add',
    '--account',
    'Delta Print',
    '--what',
    'send the CE certificate',
    '--due',
    '26/11/2026',
  ]);
  const terminal = openTerminal(folder, OCCASION);
  await terminal.see(/What is the call for\?/);
  terminal.type(KEY.enter);
  const screen = await terminal.see(/What would you like to do\?[^]*let me write it/);
  expect(screen).toContain('No reason to go is a good thing to know');
  expect(screen).toContain('Delta Print: promised by Thu 26 Nov 2026: send the CE certificate');
  terminal.type(KEY.enter);
  await terminal.see(/Contact/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});

test('who has no reason and nowhere else to go can leave it', async () => {
  const folder = freshFolder();
  const terminal = openTerminal(folder, OCCASION);
  await terminal.see(/What is the call for\?/);
  terminal.type(KEY.enter);
  await terminal.see(/Nobody else is waiting\s+for you[^]*Then I will not go/);
  terminal.type(KEY.down);
  terminal.type(KEY.enter);
  await terminal.see(/Nothing was written/);
  expect(await terminal.ended).toBe(0);
  expect(callsIn(folder)).toEqual([]);
});

test('options that are given are not asked for', async () => {
  const terminal = openTerminal(freshFolder(), ['new', '--account', 'Nordic Pumps', '--when', 'thu 9:30']);
  expect(await terminal.see(/Contact/)).not.toContain('Account');
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});
