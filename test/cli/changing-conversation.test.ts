import { describe, expect, test } from 'vitest';
import { callsIn, ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { KEY, openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';

/** What a person sees and types in each language. */
const TALKS = [
  {
    language: 'en',
    which: /Which call do you want to change\?/,
    field: /What do you want to change\?/,
    contact: /Contact: Ion Dinu/,
    askContact: /Contact Ion Dinu/,
    done: /❯ done – write it/,
    changed: /✓ Changed: Nordic Pumps/,
    purpose: /What is the call for\?/,
    courtesy: 'Courtesy call',
    refused: /courtesy-call, error/,
    again: /What is it for instead\?/,
    when: /To when\?/,
    time: 'fri',
    understood: /→ Fri 27 Nov 2026 09:30 \(2026-W48\)/,
    why: /Why\?/,
    because: 'their buyer is ill',
    say: /Say why/,
    moved: /✓ Moved: Nordic Pumps/,
    like: /Like Nordic Pumps .* What\s+for\s+this\s+time\?/s,
    stopped: /Stopped\./,
  },
  {
    language: 'vi',
    which: /Bạn muốn sửa cuộc gặp nào\?/,
    field: /Bạn muốn sửa gì\?/,
    contact: /Người liên hệ: Ion Dinu/,
    askContact: /Người liên hệ Ion Dinu/,
    done: /❯ xong – ghi lại/,
    changed: /✓ Đã sửa: Nordic Pumps/,
    purpose: /Mục đích cuộc gặp\?/,
    courtesy: 'Ghé thăm xã giao',
    refused: /courtesy-call, lỗi/,
    again: /Vậy mục đích là gì\?/,
    when: /Dời sang khi nào\?/,
    time: 'thứ sáu',
    understood: /→ Th 6 27\/11\/2026 09:30 \(2026-W48\)/,
    why: /Vì sao\?/,
    because: 'người mua bị ốm',
    say: /Hãy ghi lý do/,
    moved: /✓ Đã dời: Nordic Pumps/,
    like: /Giống Nordic Pumps .* Lần\s+này\s+để\s+làm\s+gì\?/s,
    stopped: /Đã dừng\./,
  },
  {
    language: 'ro',
    which: /Ce vizită vrei să schimbi\?/,
    field: /Ce vrei să schimbi\?/,
    contact: /Persoană de contact: Ion Dinu/,
    askContact: /Persoană de contact Ion Dinu/,
    done: /❯ gata – scrie/,
    changed: /✓ Schimbată: Nordic Pumps/,
    purpose: /Care e scopul vizitei\?/,
    courtesy: 'Vizită de curtoazie',
    refused: /courtesy-call, eroare/,
    again: /Atunci care e scopul\?/,
    when: /Pe când\?/,
    time: 'vineri',
    understood: /→ vin\. 27 nov\. 2026 09:30 \(2026-W48\)/,
    why: /De ce\?/,
    because: 'cumpărătorul e bolnav',
    say: /Scrie în câteva cuvinte/,
    moved: /✓ Mutată: Nordic Pumps/,
    like: /Ca Nordic Pumps .* De\s+data\s+aceasta,\s+pentru\s+ce\?/s,
    stopped: /Oprit\./,
  },
];

/** Goes so many lines down in a list, and takes what stands there. */
function pick(terminal: Terminal, lines: number): void {
  terminal.type(KEY.down.repeat(lines) + KEY.enter);
}

describe.each(TALKS)('on a terminal, in $language', (talk) => {
  const open = (folder: string, ...argv: string[]) =>
    openTerminal(folder, argv, { PLAN_CALL_LANG: talk.language });

  test('one field after the other is changed, with the old value to start from', async () => {
    const folder = freshFolder();
    const call = await planned(folder, { '--contact': 'Ion Dinu' });
    const terminal = open(folder, 'edit');
    await terminal.see(talk.which);
    await terminal.see(/Nordic Pumps/);
    terminal.type(KEY.enter);
    await terminal.see(talk.field);
    await terminal.see(talk.contact);
    pick(terminal, 1);
    await terminal.see(talk.askContact);
    terminal.answer(' & Ana Pop');
    await terminal.see(talk.field);
    await terminal.see(talk.done);
    terminal.type(KEY.enter);
    await terminal.see(talk.changed);
    expect(await terminal.ended).toBe(0);
    expect(await callsIn(folder)).toEqual([{ ...call, contact: 'Ion Dinu & Ana Pop' }]);
  });

  test('a purpose that is no reason is refused at once, and Ctrl-C leaves the call as it was', async () => {
    const folder = freshFolder();
    const call = await planned(folder);
    const terminal = open(folder, 'edit', ending(call));
    await terminal.see(talk.field);
    pick(terminal, 5);
    await terminal.see(talk.purpose);
    await terminal.see(/Get sign-off on drawing C/);
    terminal.answer(KEY.deleteLine + talk.courtesy);
    await terminal.see(talk.refused);
    await terminal.see(talk.again);
    terminal.type(KEY.ctrlC);
    await terminal.see(talk.stopped);
    expect(await terminal.ended).toBe(130);
    expect(await callsIn(folder)).toEqual([call]);
  });

  test('a move asks to when and why, and says what it understood', async () => {
    const folder = freshFolder();
    const call = await planned(folder);
    const terminal = open(folder, 'move', ending(call));
    await terminal.see(talk.when);
    terminal.answer(talk.time);
    await terminal.see(talk.understood);
    await terminal.see(talk.why);
    terminal.type(KEY.enter);
    await terminal.see(talk.say);
    terminal.answer(talk.because);
    await terminal.see(talk.moved);
    expect(await terminal.ended).toBe(0);
    expect(await callsIn(folder)).toMatchObject([
      { startsAt: '2026-11-27T09:30', moves: [{ from: '2026-11-26T09:30', because: talk.because }] },
    ]);
  });

  test('a copy of a recurring call says when it is, and asks what for, with nothing to start from', async () => {
    const folder = freshFolder();
    const call = await planned(folder, { '--every': '2 weeks', '--contact': 'Ion' });
    const terminal = open(folder, 'copy', ending(call));
    await terminal.see(talk.like);
    await terminal.see(/10.*2026 09:30 \(2026-W50\)/);
    await terminal.see(talk.purpose);
    terminal.type('Pilot');
    await terminal.see(new RegExp(`${talk.purpose.source} Pilot`));
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(await callsIn(folder)).toEqual([call]);
  });
});

test('the agenda of the other call is offered to a copy, and can be changed', async () => {
  const folder = freshFolder();
  const call = await planned(folder, { '--contact': 'Ion' });
  const terminal = openTerminal(folder, ['copy', ending(call), '3/12', '10:00']);
  await terminal.see(/What is the call for\?/);
  terminal.answer('Agree the start date of the pilot');
  await terminal.see(/What does the customer get/);
  terminal.answer('no overtime before Christmas');
  await terminal.see(/What will they agree/);
  terminal.type(KEY.enter);
  await terminal.see(/Agenda .*walk through drawing C/s);
  terminal.answer(`${KEY.deleteLine}the pilot`);
  await terminal.see(/To prepare .*print drawing C/s);
  terminal.type(KEY.enter);
  await terminal.see(/Plan it\?/);
  terminal.type(KEY.enter);
  await terminal.see(/✓ Planned/);
  expect(await terminal.ended).toBe(0);
  const [, copy] = await callsIn(folder);
  expect(copy).toMatchObject({
    startsAt: '2026-12-03T10:00',
    agenda: ['the pilot'],
    preparation: ['print drawing C'],
  });
});

test('what was changed can be thrown away', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const terminal = openTerminal(folder, ['edit', ending(call)]);
  await terminal.see(/What do you want to change\?/);
  pick(terminal, 1);
  await terminal.see(/Contact: –\s+\? Contact/);
  terminal.answer('Ion');
  await terminal.see(/❯ done – write it/);
  pick(terminal, 1);
  await terminal.see(/Nothing changed\./);
  expect(await terminal.ended).toBe(0);
  expect(await callsIn(folder)).toEqual([call]);
});

test('a warning that is new is asked about before the call is written, and kept with its reason', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const terminal = openTerminal(folder, ['edit', ending(call)]);
  await terminal.see(/What do you want to change\?/);
  pick(terminal, 6);
  await terminal.see(/What does the customer get/);
  terminal.answer(KEY.deleteLine);
  await terminal.see(/❯ done – write it/);
  terminal.type(KEY.enter);
  await terminal.see(/missing-benefit,\s+warning/);
  await terminal.see(/Keep it all the same\?/);
  pick(terminal, 1);
  await terminal.see(/Why\?/);
  terminal.answer('agreed on the phone');
  await terminal.see(/✓ Changed/);
  expect(await terminal.ended).toBe(0);
  const [now] = await callsIn(folder);
  expect(now?.overrides).toEqual([{ rule: 'missing-benefit', because: 'agreed on the phone' }]);
});

test('what is wrong after the editor can be put right at once', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  // The first time it makes a mistake, the second time it takes that back.
  const editor = `sed -i -e 's/"visit"/"fax"/;t' -e 's/"fax"/"phone"/'`;
  const terminal = openTerminal(folder, ['edit', ending(call), '--editor'], {
    EDITOR: editor,
    TMPDIR: folder,
  });
  await terminal.see(/a field is not as it should be \(channel/);
  await terminal.see(/Open it again\?/);
  terminal.type(KEY.enter);
  await terminal.see(/Channel: visit → phone/);
  expect(await terminal.ended).toBe(0);
  expect(await callsIn(folder)).toEqual([{ ...call, channel: 'phone' }]);
});

test('a cancelling asks for the call and why', async () => {
  const folder = freshFolder();
  await planned(folder);
  const terminal = openTerminal(folder, ['cancel']);
  await terminal.see(/Which call is cancelled\?/);
  await terminal.see(/Nordic Pumps/);
  terminal.type(KEY.enter);
  await terminal.see(/Why\?/);
  terminal.answer('they bought elsewhere');
  await terminal.see(/✓ Cancelled: Nordic Pumps/);
  expect(await terminal.ended).toBe(0);
});
