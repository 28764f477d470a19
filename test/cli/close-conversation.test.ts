import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';

/** What a person sees and types in each language. */
const TALKS = [
  {
    language: 'en',
    purpose: 'Get sign-off on drawing C',
    which: /Which call do you want to close\?/,
    held: /Was it held\?/,
    outcome: /What came of it\?[^]*no sale/,
    reached: /Expected: “sign it”\. Did it come about\?/,
    agenda: /Which items of the agenda were dealt with\?[^]*space ticks/,
    done: /What have we done for the customer/,
    didWhat: 'Sent the stress report on 18 November',
    request: /What did the customer ask for\?/,
    answer: /“10 %”: what did we say\?[^]*we will answer/,
    reason: /Why not\?/,
    why: 'the list is final',
    alternative: /What instead\?/,
    reminder: /A request may be refused/,
    ours: /What did we promise\?/,
    due: /By when\?/,
    theirs: /What did the customer promise\?/,
    next: /Next step/,
    notes: /What else was said\?/,
    signed: /Has the contract been signed\?[^]*Enter/,
    day: /On which day\?/,
    write: /Write it down\?[^]*go back/,
    closed: /✓ Closed\. Report: .*\.md/,
    planNext: /Plan the next call on Nordic Pumps now\?/,
    when: /\? When/,
    stopped: /Stopped\. Nothing was planned/,
    interrupted: /Stopped\. Nothing was written down/,
    resume: /You have answered some of this already[^]*go on[^]*start anew/,
  },
  {
    language: 'vi',
    purpose: 'Chốt lịch giao 200 lọc dầu',
    which: /Bạn muốn ghi kết quả cuộc gặp nào\?/,
    held: /Cuộc gặp có diễn ra không\?/,
    outcome: /Kết quả ra sao\?[^]*không bán được/,
    reached: /Mong đợi: “sign it”\. Có đạt được không\?/,
    agenda: /Những mục nào của chương trình đã bàn xong\?[^]*phím cách/,
    done: /mình đã làm gì cho khách/,
    didWhat: 'Gửi biên bản thử áp lực ngày 18/11',
    request: /Khách yêu cầu gì\?/,
    answer: /“10 %”: mình trả lời thế nào\?[^]*sẽ trả lời sau/,
    reason: /Vì sao không\?/,
    why: 'bảng giá đã cố định',
    alternative: /Thay bằng gì\?/,
    reminder: /Được quyền từ chối/,
    ours: /Mình đã hứa gì\?/,
    due: /Hạn đến khi nào\?/,
    theirs: /Khách đã hứa gì\?/,
    next: /Bước tiếp theo/,
    notes: /Còn trao đổi gì khác\?/,
    signed: /Hợp đồng đã ký chưa\?[^]*Enter/,
    day: /Ký ngày nào\?/,
    write: /Ghi lại\?[^]*quay lại sửa/,
    closed: /✓ Đã ghi kết quả\. Báo cáo: .*\.md/,
    planNext: /Lên kế hoạch cuộc gặp tiếp theo với Nordic Pumps/,
    when: /\? Khi nào/,
    stopped: /Đã dừng\. Chưa lưu cuộc gặp nào/,
    interrupted: /Đã dừng\. Chưa ghi lại gì/,
    resume: /Bạn đã trả lời dở cuộc này[^]*tiếp tục[^]*bắt đầu lại/,
  },
  {
    language: 'ro',
    purpose: 'Stabilim data livrării presei 2',
    which: /Ce vizită vrei să închei\?/,
    held: /A avut loc\?/,
    outcome: /Ce a ieșit\?[^]*nicio vânzare/,
    reached: /Așteptat: „sign it”\. S-a întâmplat\?/,
    agenda: /Ce puncte ale agendei s-au tratat\?[^]*spațiu bifează/,
    done: /Ce am făcut pentru client/,
    didWhat: 'Am trimis raportul de presiune pe 18 noiembrie',
    request: /Ce a cerut clientul\?/,
    answer: /„10 %”: ce am spus\?[^]*vom răspunde/,
    reason: /De ce nu\?/,
    why: 'lista e finală',
    alternative: /Ce oferim în loc\?/,
    reminder: /O cerere poate fi refuzată/,
    ours: /Ce am promis noi\?/,
    due: /Până când\?/,
    theirs: /Ce a promis clientul\?/,
    next: /Pasul următor/,
    notes: /Ce s-a mai spus\?/,
    signed: /S-a semnat contractul\?[^]*Enter/,
    day: /În ce zi\?/,
    write: /O scriu\?[^]*mă întorc/,
    closed: /✓ Încheiată\. Raport: .*\.md/,
    planNext: /Planifici acum vizita următoare la Nordic Pumps/,
    when: /\? Când/,
    stopped: /Oprit\. Nu s-a planificat nimic/,
    interrupted: /Oprit\. Nu s-a scris nimic/,
    resume: /Ai răspuns deja la o parte[^]*continui[^]*încep alta/,
  },
];

type Talk = (typeof TALKS)[number];

const EN = TALKS[0] as Talk;

/** A folder with a call of this morning in it. */
async function planned(purpose = 'Get sign-off on drawing C', ...options: string[]): Promise<string> {
  const folder = freshFolder();
  await run(
    folder,
    [
      [
        'new',
        '--account',
        'Nordic Pumps',
        '--when',
        '25/11 9:30',
        '--purpose',
        purpose,
        '--outcome',
        'sign it',
      ],
      ['--agenda', 'drawing', '--agenda', 'prices', '--stage', 'negotiation', '--contact', 'Ion'],
      ['--benefit', 'they save two weeks', '--force', '--because', 'a test', ...options],
    ].flat(),
  );
  return folder;
}

function recordsIn(folder: string, kind: string): Record<string, unknown>[] {
  const dir = join(folder, 'data', 'plan-call', kind);
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(fs.readFileSync(join(dir, name), 'utf8')));
}

/** Starts closing the call that is offered first. */
async function startClosing(
  folder: string,
  talk: Talk = EN,
  env: Readonly<Record<string, string>> = {},
): Promise<Terminal> {
  const terminal = openTerminal(folder, ['close'], env);
  await terminal.see(talk.which);
  terminal.type(KEY.enter);
  return terminal;
}

/** Says in English that it was not held. */
async function upToWhy(terminal: Terminal): Promise<void> {
  await terminal.see(EN.held);
  terminal.type(KEY.down);
  terminal.type(KEY.enter);
  await terminal.see(/Why\?/);
}

/** Says that it was held and an advance came of it, and that the first item of the agenda was dealt with. */
async function upToDone(terminal: Terminal, talk: Talk): Promise<void> {
  await terminal.see(talk.held);
  terminal.type(KEY.enter);
  await terminal.see(talk.outcome);
  terminal.type(KEY.down);
  terminal.type(KEY.enter);
  await terminal.see(talk.reached);
  terminal.type(KEY.enter);
  await terminal.see(talk.agenda);
  terminal.type(' ');
  terminal.type(KEY.enter);
  await terminal.see(talk.done);
}

describe.each(TALKS)('on a terminal, in $language', (talk) => {
  const env = { PLAN_CALL_LANG: talk.language };

  test('a call is chosen and closed; nothing is written before the end, and the next one can be planned', async () => {
    const folder = await planned(talk.purpose);
    const terminal = await startClosing(folder, talk, env);
    await upToDone(terminal, talk);
    terminal.answer(talk.didWhat);
    await terminal.see(talk.request);
    terminal.answer('10 %');
    await terminal.see(talk.answer);
    terminal.type(KEY.down);
    terminal.type(KEY.enter);
    await terminal.see(talk.reason);
    terminal.type(KEY.enter);
    await terminal.see(talk.alternative);
    terminal.type(KEY.enter);
    await terminal.see(talk.reminder);
    await terminal.see(talk.reason);
    terminal.answer(talk.why);
    await terminal.see(talk.alternative);
    terminal.type(KEY.enter);
    await terminal.see(talk.request);
    terminal.type(KEY.enter);
    await terminal.see(talk.ours);
    terminal.answer('CE 12');
    await terminal.see(talk.due);
    terminal.answer('1/12');
    await terminal.see(/→.*2026/);
    await terminal.see(talk.ours);
    terminal.type(KEY.enter);
    await terminal.see(talk.theirs);
    terminal.type(KEY.enter);
    await terminal.see(talk.next);
    terminal.type(KEY.enter);
    await terminal.see(talk.notes);
    terminal.type(KEY.enter);
    await terminal.see(talk.signed);
    terminal.type('\u001b[A');
    terminal.type(KEY.enter);
    await terminal.see(talk.day);
    terminal.type(KEY.enter);
    await terminal.see(talk.write);
    expect(recordsIn(folder, 'calls')).toMatchObject([{ status: 'planned' }]);
    terminal.type(KEY.enter);
    await terminal.see(talk.closed);
    await terminal.see(talk.planNext);
    expect(recordsIn(folder, 'calls')).toMatchObject([
      {
        status: 'held',
        result: {
          outcome: 'advance',
          isReached: true,
          agendaDone: ['drawing'],
          done: [talk.didWhat],
          requests: [{ what: '10 %', answer: 'refused', reason: talk.why }],
        },
      },
    ]);
    expect(recordsIn(folder, 'promises')).toMatchObject([{ by: 'us', what: 'CE 12', due: '2026-12-01' }]);
    expect(recordsIn(folder, 'accounts')).toMatchObject([{ stage: 'signed', signedOn: '2026-11-25' }]);
    terminal.type(KEY.enter);
    await terminal.see(talk.when);
    terminal.type(KEY.ctrlC);
    await terminal.see(talk.stopped);
    expect(await terminal.ended).toBe(130);
    expect(recordsIn(folder, 'calls')).toHaveLength(1);
  });

  test('Ctrl-C writes nothing, and the next time it goes on where it was, with a way back', async () => {
    const folder = await planned(talk.purpose);
    const first = await startClosing(folder, talk, env);
    await upToDone(first, talk);
    first.type(KEY.ctrlC);
    await first.see(talk.interrupted);
    expect(await first.ended).toBe(130);
    expect(recordsIn(folder, 'calls')).toMatchObject([{ status: 'planned' }]);

    const second = await startClosing(folder, talk, env);
    await second.see(talk.resume);
    second.type(KEY.enter);
    await second.see(talk.done);
    second.answer('<');
    await second.see(/◉ drawing[^]*◯ prices/);
    second.type('<');
    await second.see(talk.reached);
    second.type(KEY.ctrlC);
    expect(await second.ended).toBe(130);

    const third = await startClosing(folder, talk, env);
    await third.see(talk.resume);
    third.type(KEY.down);
    third.type(KEY.enter);
    await third.see(talk.held);
    third.type(KEY.ctrlC);
    expect(await third.ended).toBe(130);
  });
});

describe('what was answered of a closing that was broken off', () => {
  async function brokenOff() {
    const folder = await planned();
    const terminal = await startClosing(folder);
    await upToWhy(terminal);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    const closings = join(folder, 'state', 'plan-call', 'closings');
    const kept = (): string[] => fs.readdirSync(closings);
    expect(kept()).toHaveLength(1);
    return { folder, kept };
  }

  test('is forgotten when the call is closed by options', async () => {
    const { folder, kept } = await brokenOff();
    const [{ id }] = recordsIn(folder, 'calls') as [{ id: string }];
    const ended = await run(folder, ['close', id, '--status', 'not-held', '--because', 'nobody was there']);
    expect(ended.code).toBe(0);
    expect(kept()).toEqual([]);
  });

  test('is forgotten when it is decided against, and nothing is written', async () => {
    const { folder, kept } = await brokenOff();
    const terminal = await startClosing(folder);
    await terminal.see(EN.resume);
    terminal.type(KEY.enter);
    await terminal.see(/Why\?/);
    terminal.answer('the gate was locked');
    await terminal.see(/Write it down\?/);
    terminal.type(KEY.down);
    terminal.type(KEY.down);
    terminal.type(KEY.enter);
    await terminal.see(/Nothing was written\./);
    expect(await terminal.ended).toBe(0);
    expect(kept()).toEqual([]);
    expect(recordsIn(folder, 'calls')).toMatchObject([{ status: 'planned' }]);
  });

  test('is said to be there also when she stops at the question whether to go on', async () => {
    const { folder, kept } = await brokenOff();
    const terminal = await startClosing(folder);
    await terminal.see(EN.resume);
    terminal.type(KEY.ctrlC);
    await terminal.see(EN.interrupted);
    expect(await terminal.ended).toBe(130);
    expect(kept()).toHaveLength(1);
  });
});

test('< goes back through all that was asked, and what was answered is there to be changed', async () => {
  const folder = await planned();
  const terminal = await startClosing(folder);
  await upToDone(terminal, EN);
  terminal.answer('one; two');
  await terminal.see(EN.request);
  terminal.answer('10 %');
  await terminal.see(EN.answer);
  terminal.type('<');
  await terminal.see(/What did the customer ask for\? .*10 %/);
  terminal.answer('<');
  await terminal.see(/What have we done[^]*one; two/);
  terminal.answer('<');
  await terminal.see(/Which items[^]*◉ drawing[^]*◯ prices/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});

test('a call that nobody was at is closed with why, and no next call is offered', async () => {
  const folder = await planned();
  const terminal = await startClosing(folder);
  await upToWhy(terminal);
  terminal.type(KEY.enter);
  await terminal.see(/A word or two are enough/);
  terminal.answer('the gate was locked');
  await terminal.see(/not held: the gate was locked[^]*Write it down\?/);
  terminal.type(KEY.enter);
  await terminal.see(/✓ not held: the gate was locked/);
  expect(await terminal.ended).toBe(0);
  expect(recordsIn(folder, 'calls')).toMatchObject([{ status: 'not-held', because: 'the gate was locked' }]);
});

test('what is past is offered before what is to come, which can only be cancelled or left', async () => {
  const folder = await planned();
  await run(
    folder,
    [
      ['new', '--account', 'Delta Print', '--when', 'thu 9:00', '--purpose', 'Get sign-off on drawing D'],
      ['--benefit', 'they save two weeks', '--agenda', 'drawing'],
    ].flat(),
  );
  const late = { PLAN_CALL_NOW: '2026-11-25T23:50' };
  const terminal = openTerminal(folder, ['close'], late);
  await terminal.see(/❯ Nordic Pumps[^]*Delta Print/);
  terminal.type(KEY.down);
  terminal.type(KEY.enter);
  await terminal.see(/It is still to come \(Thu 26 Nov 2026 09:00\)\.[^]*leave it as it is/);
  terminal.type(KEY.down);
  terminal.type(KEY.enter);
  await terminal.see(/Nothing was written\./);
  expect(await terminal.ended).toBe(0);
});

test('a call that recurs says when the next one would be, and still asks what for', async () => {
  const folder = await planned();
  const weeks = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48');
  const file = join(weeks, fs.readdirSync(weeks)[0] ?? '');
  const call = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify({ ...call, agenda: [], repeat: { every: 2, unit: 'week' } }));
  const argv = [
    'close',
    call.id,
    '--status',
    'held',
    '--reached',
    'no',
    '--did',
    'x',
    '--next-step',
    'y',
    '--notes',
    'z',
  ];
  const given = ['--accepted', 'a', '--promised', 'b | fri', '--they-promised', 'c | fri'];
  const terminal = openTerminal(folder, [...argv, ...given]);
  await terminal.see(/Nordic Pumps · Wed 25 Nov 2026 09:30 · Get sign-off/);
  await terminal.see(EN.outcome);
  terminal.type(KEY.enter);
  await terminal.see(EN.signed);
  terminal.type(KEY.enter);
  await terminal.see(EN.write);
  terminal.type(KEY.enter);
  await terminal.see(/The next call on Nordic Pumps would be on Wed 9 Dec 2026 09:30\. Plan it\s+now\?/);
  terminal.type(KEY.enter);
  await terminal.see(/How long/);
  terminal.type(KEY.enter);
  await terminal.see(/Channel/);
  terminal.type(KEY.enter);
  await terminal.see(/What is the call for\?/);
  terminal.type(KEY.enter);
  await terminal.see(/No reason to go is a good thing to know/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(recordsIn(folder, 'calls')).toHaveLength(1);
});
