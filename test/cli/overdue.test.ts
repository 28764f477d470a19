import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

/** What is seen about a promise past due in each language. */
const TALKS = [
  {
    language: 'en',
    what: 'send the test log of pump 3',
    promised: /You promised Nordic Pumps: “send the test log of pump 3” by Fri 20 Nov\s+2026/,
    ask: /What about it\?[^]*leave: no call for now/,
    done: /✓ Kept: send the test log of pump 3/,
    undo: /plan-call undo takes it back/,
    why: /Why not\?/,
    whyEmpty: /Say why in a few words/,
    dropped: /✓ Dropped: send the test log of pump 3/,
    contact: /Contact/,
    when: /When/,
    time: 'thu 9:30',
    purpose: /What is the call for\? send the test log of pump 3/,
    other: 'Agree the order volume for 2027',
    refused: /\[open-commitment,\s+error\]/,
    benefit: /What does the customer get/,
    left: /Nothing was written/,
    ways: 'Not planned: what was promised comes first. The ways on:\n“send the test log of pump 3”',
    delivers: '  or a purpose that delivers it\n',
    owed: /They still owe you: “pay invoice 771”/,
  },
  {
    language: 'vi',
    what: 'gửi biên bản chạy thử bơm 3',
    promised: /Bạn đã hứa với Nordic Pumps: “gửi biên bản chạy thử bơm 3”, hạn Th 6\s+20\/11\/2026/,
    ask: /Bạn tính sao\?[^]*thôi: chưa gặp lúc này/,
    done: /✓ Đã thực hiện: gửi biên bản chạy thử bơm 3/,
    undo: /plan-call undo để hoàn tác/,
    why: /Vì sao không\?/,
    whyEmpty: /Hãy ghi ngắn gọn lý do/,
    dropped: /✓ Đã bỏ: gửi biên bản chạy thử bơm 3/,
    contact: /Người liên hệ/,
    when: /Khi nào/,
    time: 'thứ năm 9h30',
    purpose: /Mục đích cuộc gặp\? gửi biên bản chạy thử bơm 3/,
    other: 'Chốt sản lượng năm 2027',
    refused: /\[open-commitment,\s+lỗi\]/,
    benefit: /Khách hàng được lợi gì/,
    left: /Chưa ghi gì/,
    ways: 'Chưa lưu: việc đã hứa phải làm trước. Các cách để tiếp tục:\n“gửi biên bản chạy thử bơm 3”',
    delivers: '  hoặc một mục đích để thực hiện lời hứa đó\n',
    owed: /Khách vẫn còn nợ bạn: “pay invoice 771”/,
  },
  {
    language: 'ro',
    what: 'trimitem buletinul de probă al pompei 3',
    promised:
      /I-ai promis clientului Nordic Pumps: „trimitem buletinul de probă al pompei 3”\s+până\s+pe vin\. 20 nov\. 2026/,
    ask: /Ce faci cu ea\?[^]*las: nu merg acum/,
    done: /✓ Ținută: trimitem buletinul de probă al pompei 3/,
    undo: /plan-call undo o anulează/,
    why: /De ce nu\?/,
    whyEmpty: /Spune în câteva cuvinte/,
    dropped: /✓ Renunțat: trimitem buletinul de probă al pompei 3/,
    contact: /Persoană de contact/,
    when: /Când/,
    time: 'joi 9:30',
    purpose: /Care e scopul vizitei\? trimitem buletinul de probă al pompei 3/,
    other: 'Stabilim volumele pe 2027',
    refused: /\[open-commitment,\s+eroare\]/,
    benefit: /Ce câștigă clientul/,
    left: /Nu s-a scris nimic/,
    ways: 'Neplanificat: întâi ce s-a promis. Cum mergi mai departe:\n„trimitem buletinul de probă al pompei 3”',
    delivers: '  sau un scop care o îndeplinește\n',
    owed: /Îți datorează încă: „pay invoice 771”/,
  },
];

/** Notes a promise that was due on Friday of last week, and tells its id. */
async function promised(folder: string, what: string, ...more: string[]): Promise<string> {
  const argv = [
    'promise',
    'add',
    '--account',
    'Nordic Pumps',
    '--what',
    what,
    '--due',
    '20/11/2026',
    '--json',
  ];
  return JSON.parse((await run(folder, [...argv, ...more])).stdout).id.slice(-6);
}

async function promisesIn(folder: string): Promise<{ status: string; because?: string }[]> {
  return JSON.parse((await run(folder, ['promises', '--all', '--json'])).stdout);
}

async function callsIn(folder: string): Promise<{ purpose: string }[]> {
  return JSON.parse((await run(folder, ['list', '--all', '--json'])).stdout);
}

describe.each(TALKS)('a promise past due, in $language', (talk) => {
  const env = { PLAN_CALL_LANG: talk.language };

  /** Answers everything up to the question about the promise; the account is given in other letters. */
  async function upToPromise() {
    const folder = freshFolder();
    const id = await promised(folder, talk.what);
    await promised(folder, 'pay invoice 771', '--by', 'customer');
    const options = [
      '--account',
      'nordic PUMPS',
      '--duration',
      '45',
      '--channel',
      'visit',
      '--stage',
      'prospect',
    ];
    const terminal = openTerminal(folder, ['new', ...options], env);
    await terminal.see(talk.owed);
    await terminal.see(talk.promised);
    await terminal.see(talk.ask);
    return { folder, id, terminal };
  }

  test('is done: that is noted at once, and planning goes on', async () => {
    const { folder, terminal } = await upToPromise();
    terminal.type(KEY.enter);
    await terminal.see(talk.done);
    await terminal.see(talk.undo);
    await terminal.see(talk.contact);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(await promisesIn(folder)).toMatchObject([
      { status: 'open' },
      { status: 'done', endedOn: '2026-11-25' },
    ]);
  });

  test('is given up, and why is asked', async () => {
    const { folder, terminal } = await upToPromise();
    terminal.type(KEY.down + KEY.enter);
    await terminal.see(talk.why);
    terminal.type(KEY.enter);
    await terminal.see(talk.whyEmpty);
    terminal.answer('<');
    await terminal.see(talk.ask);
    terminal.type(KEY.down + KEY.enter);
    await terminal.see(talk.why);
    terminal.answer('no drivers');
    await terminal.see(talk.dropped);
    await terminal.see(talk.contact);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(await promisesIn(folder)).toMatchObject([
      { status: 'open' },
      { status: 'dropped', because: 'no drivers' },
    ]);
  });

  test('is what this call is for: the purpose begins with it, and no other will do', async () => {
    const { folder, terminal } = await upToPromise();
    terminal.type(KEY.down + KEY.down + KEY.enter);
    await terminal.see(talk.contact);
    terminal.type(KEY.enter);
    await terminal.see(talk.when);
    terminal.answer(talk.time);
    await terminal.see(talk.purpose);
    terminal.type(KEY.deleteLine);
    terminal.answer(talk.other);
    await terminal.see(talk.refused);
    terminal.type(KEY.deleteLine);
    terminal.answer(talk.what);
    await terminal.see(talk.benefit);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect((await promisesIn(folder)).map(({ status }) => status)).toEqual(['open', 'open']);
  });

  test('is left, and nothing is planned', async () => {
    const { folder, terminal } = await upToPromise();
    terminal.type(KEY.down + KEY.down + KEY.down + KEY.enter);
    await terminal.see(talk.left);
    expect(await terminal.ended).toBe(0);
    expect(await callsIn(folder)).toEqual([]);
    expect((await promisesIn(folder)).map(({ status }) => status)).toEqual(['open', 'open']);
  });

  test('without a terminal stops the plan, and the ways on are named', async () => {
    const folder = freshFolder();
    const id = await promised(folder, talk.what);
    const plan = [
      'new',
      '--account',
      'Nordic Pumps',
      '--when',
      'thu 9:30',
      '--benefit',
      'a fixed price until March',
      '--agenda',
      'volumes',
      '--purpose',
    ];
    const stopped = await run(folder, [...plan, talk.other], { env });
    expect(stopped.stderr).toMatch(talk.refused);
    expect(stopped.stderr).toContain(
      `${talk.ways}\n  plan-call promise done ${id}\n  plan-call promise drop ${id} --because "…"\n${talk.delivers}`,
    );
    expect(stopped.stdout).toBe('');
    expect(stopped.code).toBe(1);
    expect(await callsIn(folder)).toEqual([]);

    expect((await run(folder, [...plan, talk.what, '--dry-run'], { env })).code).toBe(0);
    await run(folder, ['promise', 'drop', id, '--because', 'they bought elsewhere']);
    expect((await run(folder, [...plan, talk.other], { env })).code).toBe(0);
  });

  test('of the customer stops nothing, and is mentioned once', async () => {
    const folder = freshFolder();
    await promised(folder, 'pay invoice 771', '--by', 'customer');
    const { code, stderr } = await run(
      folder,
      [
        'new',
        '--account',
        'nordic pumps',
        '--when',
        'thu 9:30',
        '--purpose',
        talk.other,
        '--benefit',
        'a fixed price until March',
        '--agenda',
        'volumes',
      ],
      { env },
    );
    expect(stderr.match(new RegExp(talk.owed, 'g'))).toHaveLength(1);
    expect(code).toBe(0);
  });
});

describe('an account under another name', () => {
  const PLAN = [
    'new',
    '--when',
    'thu 9:30',
    '--purpose',
    'Agree the order volume for 2027',
    '--benefit',
    'a fixed price until March',
    '--agenda',
    'volumes',
    '--account',
  ];

  test('is stopped by what was promised under the old one', async () => {
    const folder = freshFolder();
    await promised(folder, 'send the test log');
    await run(folder, ['account', 'rename', 'Nordic Pumps', 'Hydro Flow']);
    for (const name of ['Hydro Flow', 'nordic pumps']) {
      expect((await run(folder, [...PLAN, name])).code).toBe(1);
    }
  });

  test('is stopped by what was promised to the one that was merged into it', async () => {
    const folder = freshFolder();
    await promised(folder, 'send the test log');
    await run(folder, ['promise', 'add', '--account', 'Hydro Flow', '--what', 'a list', '--due', 'fri']);
    expect((await run(folder, [...PLAN, 'Hydro Flow', '--dry-run'])).code).toBe(0);
    await run(folder, ['account', 'merge', 'Nordic Pumps', 'Hydro Flow', '--yes']);
    expect((await run(folder, [...PLAN, 'Hydro Flow', '--dry-run'])).code).toBe(1);
  });
});

test('a purpose with a fault of its own is told so, and of the promise', async () => {
  const folder = freshFolder();
  const id = await promised(folder, 'send the test log');
  const { stderr, code } = await run(folder, [
    'new',
    '--account',
    'Nordic Pumps',
    '--when',
    'thu 9:30',
    '--purpose',
    'Courtesy visit',
    '--force',
    '--because',
    'the boss wants it',
  ]);
  expect(stderr).toContain('--force is for warnings');
  expect(stderr).toContain(`plan-call promise done ${id}`);
  expect(code).toBe(1);
});

test('each promise past due is asked about, and < goes back to the account', async () => {
  const folder = freshFolder();
  await promised(folder, 'send the test log');
  await promised(folder, 'replace the cracked display', '--due', '21/11/2026');
  const terminal = openTerminal(folder, []);
  await terminal.see(/Account[^]*Nordic Pumps/);
  terminal.type(KEY.enter);
  await terminal.see(/“send the test log”[^]*What about it\?[^]*leave/);
  terminal.type('<');
  await terminal.see(/Account[^]*Nordic Pumps/);
  terminal.type(KEY.enter);
  await terminal.see(/“send the test log”[^]*What about it\?[^]*leave/);
  terminal.type(KEY.down + KEY.down + KEY.enter);
  await terminal.see(/“replace the cracked display”[^]*What about it\?[^]*leave/);
  terminal.type(KEY.down + KEY.down + KEY.enter);
  await terminal.see(/Contact/);
  // Who has changed her mind about what the call is for is asked again.
  terminal.answer('<');
  await terminal.see(/Account[^]*Nordic Pumps/);
  terminal.type(KEY.enter);
  await terminal.see(/“send the test log”[^]*What about it\?[^]*leave/);
  terminal.type(KEY.down + KEY.down + KEY.enter);
  await terminal.see(/“replace the cracked display”[^]*What about it\?[^]*leave/);
  terminal.type(KEY.enter);
  await terminal.see(/Kept: replace the cracked display[^]*Contact/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});

test('where the account is given, < before the first question asks about the promise again', async () => {
  const folder = freshFolder();
  await promised(folder, 'send the test log');
  const terminal = openTerminal(folder, ['new', '--account', 'Nordic Pumps']);
  await terminal.see(/What about it\?[^]*leave/);
  terminal.type(KEY.down + KEY.down + KEY.enter);
  await terminal.see(/Contact/);
  terminal.answer('<');
  await terminal.see(/What about it\?[^]*leave/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});

test('a call that was broken off is stopped by a promise that has become due since', async () => {
  const folder = freshFolder();
  await promised(folder, 'send the test log');
  const options = [
    '--account',
    'Nordic Pumps',
    '--duration',
    '45',
    '--channel',
    'visit',
    '--stage',
    'prospect',
  ];
  const early = { PLAN_CALL_NOW: '2026-11-20T08:00' };
  const first = openTerminal(folder, ['new', ...options, '--when', '26/11 9:30'], early);
  await first.see(/Contact/);
  first.type(KEY.enter);
  await first.see(/What is the call for\?/);
  first.answer('Agree the order volume for 2027');
  await first.see(/What does the customer get/);
  first.type(KEY.ctrlC);
  expect(await first.ended).toBe(130);

  const later = openTerminal(folder, []);
  await later.see(/You were planning a call on Nordic Pumps/);
  later.type(KEY.enter);
  await later.see(/“send the test log”[^]*What about it\?[^]*leave/);
  later.type(KEY.down + KEY.down + KEY.enter);
  await later.see(/What is the call for\? Agree the order volume for 2027; send the test log/);
  later.type(KEY.enter);
  await later.see(/What does the customer get/);
  later.type(KEY.ctrlC);
  expect(await later.ended).toBe(130);
});

test('a purpose that was given and is none is refused on a terminal, too', async () => {
  const terminal = openTerminal(freshFolder(), [
    'new',
    '--account',
    'Nordic Pumps',
    '--contact',
    'Ion',
    '--duration',
    '45',
    '--channel',
    'visit',
    '--stage',
    'prospect',
    '--purpose',
    'Courtesy call',
  ]);
  await terminal.see(/When/);
  terminal.answer('thu 9:30');
  await terminal.see(/\[courtesy-call,\s+error\][^]*What is the call for\? Courtesy call/);
  terminal.type(KEY.deleteLine);
  terminal.answer('Get sign-off on drawing C');
  await terminal.see(/What does the customer get/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
});
