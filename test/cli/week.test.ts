import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import type { Promised } from '../../src/calls/promise.ts';
import { ROOT } from '../support/folders.ts';
import { environment } from '../support/program.ts';

/** What a rep types, and reads, in a week; the rest of it is the same in all languages. */
const WEEKS = [
  {
    language: 'en',
    courtesy: 'Courtesy call, it has been a month',
    purposes: [
      'Get the purchase order for 200 oil filters signed',
      'Agree the trial week for the new press',
      'Get sign-off on drawing C',
      'Deliver the October test log and agree the next inspection date',
      'Agree which two lines get the new valves first',
      'Hand over the revised offer and get a yes or no by Friday',
      'Train four operators on the new press and have the log signed',
      'Agree the delivery dates for the December order',
      'Get the list of machines to be serviced in 2027 confirmed',
      'Agree who signs the framework contract and when',
    ],
    benefit: 'their line stands still for two days less',
    did: 'sent the three wear measurements of 12 November',
    request: 'a discount of 10 percent',
    reason: 'the price holds for one year only',
    promised: 'send the spare parts list',
    owed: 'name the trial week',
    moved: /Moved/,
    cancelled: /Cancelled/,
    takenBack: /Taken back/,
  },
  {
    language: 'vi',
    courtesy: 'Ghé thăm xã giao, đã một tháng chưa gặp',
    purposes: [
      'Ký đơn đặt hàng 200 lọc dầu',
      'Chốt tuần chạy thử máy ép mới',
      'Lấy xác nhận bản vẽ C',
      'Giao nhật ký thử nghiệm tháng 10 và chốt ngày kiểm tra tiếp theo',
      'Chốt hai dây chuyền được lắp van mới trước',
      'Trao báo giá sửa đổi và nhận câu trả lời trước thứ sáu',
      'Đào tạo bốn công nhân vận hành máy ép mới và ký biên bản',
      'Chốt ngày giao hàng cho đơn tháng 12',
      'Xác nhận danh sách máy bảo dưỡng năm 2027',
      'Chốt ai ký hợp đồng khung và ngày ký',
    ],
    benefit: 'dây chuyền của họ bớt dừng hai ngày',
    did: 'gửi ba kết quả đo độ mòn ngày 12/11',
    request: 'giảm giá 10 phần trăm',
    reason: 'giá chỉ giữ được trong một năm',
    promised: 'gửi danh sách phụ tùng',
    owed: 'báo tuần chạy thử',
    moved: /Đã dời/,
    cancelled: /Đã hủy/,
    takenBack: /Đã hoàn tác/,
  },
  {
    language: 'ro',
    courtesy: 'Vizită de curtoazie, a trecut o lună',
    purposes: [
      'Obținerea comenzii semnate pentru 200 de filtre de ulei',
      'Stabilirea săptămânii de probă pentru presa nouă',
      'Obținerea semnăturii pe desenul C',
      'Predarea jurnalului de probe din octombrie și stabilirea datei următoarei inspecții',
      'Stabilirea celor două linii care primesc primele supapele noi',
      'Predarea ofertei revizuite și obținerea unui răspuns până vineri',
      'Instruirea a patru operatori pe presa nouă și semnarea procesului-verbal',
      'Stabilirea datelor de livrare pentru comanda din decembrie',
      'Confirmarea listei de utilaje pentru service în 2027',
      'Stabilirea persoanei care semnează contractul-cadru și a datei',
    ],
    benefit: 'linia lor stă cu două zile mai puțin',
    did: 'am trimis cele trei măsurători de uzură din 12 noiembrie',
    request: 'o reducere de 10 la sută',
    reason: 'prețul e valabil un singur an',
    promised: 'trimiterea listei de piese de schimb',
    owed: 'săptămâna de probă',
    moved: /Mutat/,
    cancelled: /Anulat/,
    takenBack: /Revocat/,
  },
];

/** Ten customers, and when each is called on. */
const ACCOUNTS = [
  ['Nordic Pumps', '2026-11-24 09:00'],
  ['Cơ khí Bình Minh', '2026-11-24 11:00'],
  ['Hidraulica Câmpina', '2026-11-24 14:00'],
  ['Delta Print', '2026-11-25 09:00'],
  ['An Phú Foods', '2026-11-25 11:00'],
  ['Prodlact', '2026-11-25 15:00'],
  ['Harbour Steel', '2026-11-26 09:00'],
  ['Thép Đông Á', '2026-11-26 13:00'],
  ['Moara Veche', '2026-11-27 09:00'],
  ['Lakeside Dairy', '2026-11-27 11:00'],
] as const;

describe.each(WEEKS)('a week with the real executable, in $language', (week) => {
  let folder = '';

  /** Runs the program at a time of the week, and says what she sees. */
  function at(now: string, ...argv: string[]) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(ROOT, 'bin', 'plan-call.cjs'), ...argv],
      {
        cwd: folder,
        encoding: 'utf8',
        input: '',
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          ...environment(folder),
          PLAN_CALL_NOW: now,
          PLAN_CALL_LANG: week.language,
        },
      },
    );
    return { stdout, stderr, status, seen: stdout + stderr };
  }

  function calls(...argv: string[]): Call[] {
    return JSON.parse(
      at('2026-11-23T08:00', 'list', '--week', '2026-W48', '--json', ...argv).stdout,
    ) as Call[];
  }

  /** The end of the id of the call on an account, as the list shows it. */
  function idOf(account: string): string {
    return (
      calls('--all')
        .find((call) => call.account === account)
        ?.id.slice(-6) ?? ''
    );
  }

  function plan(now: string, account: string, when: string, purpose: string, ...more: string[]) {
    const occasion = ['--account', account, '--when', when, '--purpose', purpose];
    const content = ['--benefit', week.benefit, '--agenda', purpose, '--outcome', purpose];
    return at(now, ...occasion, ...content, ...more);
  }

  beforeAll(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'plan-call-week-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('Monday: ten calls are planned, and one that has no reason is not', () => {
    for (const [index, [account, when]] of ACCOUNTS.entries()) {
      const { status, seen } = plan('2026-11-23T08:00', account, when, week.purposes[index] ?? '');
      expect(status, seen).toBe(0);
    }
    const refused = plan('2026-11-23T08:20', 'Nordic Pumps', '2026-11-28 09:00', week.courtesy);
    expect(refused.status).toBe(1);
    expect(refused.seen).toContain('courtesy-call');
    expect(refused.stdout).toBe('');
    expect(calls()).toHaveLength(10);
  });

  test('Tuesday: one is moved within the week, one to the next, one is cancelled', () => {
    const because = ['--because', week.reason];
    const within = at('2026-11-24T07:30', 'move', idOf('Delta Print'), '2026-11-27 15:00', ...because);
    expect(within.seen).toMatch(week.moved);
    const next = at('2026-11-24T07:31', 'move', idOf('Prodlact'), '2026-12-02 10:00', ...because);
    expect(next.seen).toMatch(week.moved);
    const cancelled = at('2026-11-24T07:32', 'cancel', idOf('Moara Veche'), ...because);
    expect(cancelled.seen).toMatch(week.cancelled);
    expect([within.status, next.status, cancelled.status]).toEqual([0, 0, 0]);
    expect(calls()).toHaveLength(8);
    expect(calls('--all').map(({ status }) => status)).toEqual(
      expect.arrayContaining(['moved', 'cancelled']),
    );
    const later = at('2026-11-24T07:33', 'list', '--week', '2026-W49', '--json');
    expect(JSON.parse(later.stdout)).toMatchObject([{ account: 'Prodlact', movedFrom: expect.any(String) }]);
  });

  test('after the calls: what came of them is written down, with promises both ways', () => {
    const first = at(
      '2026-11-24T10:10',
      'close',
      idOf('Nordic Pumps'),
      '--outcome',
      'advance',
      '--reached',
      'yes',
      '--covered',
      '1',
      '--did',
      week.did,
      '--refused',
      `${week.request} | ${week.reason} |`,
      '--promised',
      `${week.promised} | 2026-11-25`,
      '--they-promised',
      `${week.owed} | 2026-12-04`,
      '--next-step',
      week.owed,
    );
    expect(first.status, first.seen).toBe(0);
    expect(first.stdout).toMatch(/^✓/);
    expect(first.seen).not.toMatch(/unexplained-refusal|value-not-told/);
    const second = at(
      '2026-11-24T12:10',
      'close',
      idOf('Cơ khí Bình Minh'),
      '--outcome',
      'continuation',
      '--reached',
      'no',
      '--refused',
      `${week.request} | |`,
    );
    expect(second.status).toBe(0);
    expect(second.seen).toMatch(/unexplained-refusal/);
    expect(second.seen).toMatch(/value-not-told/);
    expect(
      at(
        '2026-11-24T15:00',
        'close',
        idOf('Hidraulica Câmpina'),
        '--status',
        'not-held',
        '--because',
        week.reason,
      ).status,
    ).toBe(0);

    const report = /\/\S+\.md/.exec(first.stdout)?.[0] ?? '';
    expect(at('2026-11-24T16:00', 'lint', report)).toMatchObject({ status: 0 });
    const promises = JSON.parse(at('2026-11-24T16:00', 'promises', '--json').stdout) as Promised[];
    expect(promises.map(({ by, what, due }) => [by, what, due])).toEqual([
      ['us', week.promised, '2026-11-25'],
      ['customer', week.owed, '2026-12-04'],
    ]);
  });

  test('what is closed does not change any more', () => {
    const id = idOf('Nordic Pumps');
    for (const argv of [
      ['move', id, '2026-11-27 10:00', '--because', week.reason],
      ['cancel', id, '--because', week.reason],
      ['edit', id, '--purpose', week.purposes[1] ?? ''],
      ['close', id, '--outcome', 'order'],
    ]) {
      const { status, seen } = at('2026-11-24T16:30', ...argv);
      expect(status, seen).toBe(2);
      expect(seen).toContain(id);
    }
  });

  test('Thursday: a promise past due stops the next call on that account, until it is kept', () => {
    const again = (now: string) =>
      plan(now, 'NORDIC PUMPS', '2026-12-03 09:00', week.purposes[1] ?? '', '--duration', '45');
    const stopped = again('2026-11-26T08:00');
    expect(stopped.status).toBe(1);
    expect(stopped.seen).toContain('open-commitment');
    expect(stopped.stdout).toBe('');
    const id = /plan-call promise done (\S+)/.exec(stopped.seen)?.[1]?.replace(/[^a-z0-9].*$/, '') ?? '';
    expect(at('2026-11-26T08:01', 'show', idOf('Delta Print')).status).toBe(0);
    expect(at('2026-11-26T08:02', 'suggest', '--json').stdout).toContain(week.promised);
    expect(at('2026-11-26T08:03', 'promise', 'done', id).status).toBe(0);
    expect(again('2026-11-26T08:04').status).toBe(0);
    expect(at('2026-11-26T08:05', 'account', 'show', 'nordic pumps').seen).toContain('Nordic Pumps');
  });

  test('what was done last is taken back, step by step, and made again', () => {
    const nextWeek = () =>
      JSON.parse(at('2026-11-26T09:00', 'list', '--week', '2026-W49', '--json').stdout) as Call[];
    expect(nextWeek()).toHaveLength(2);
    expect(at('2026-11-26T09:01', 'undo').seen).toMatch(week.takenBack);
    expect(nextWeek()).toHaveLength(1);
    expect(at('2026-11-26T09:02', 'undo').seen).toMatch(week.takenBack);
    const open = JSON.parse(at('2026-11-26T09:02', 'promises', '--overdue', '--json').stdout) as Promised[];
    expect(open.map(({ what }) => what)).toEqual([week.promised]);
    expect(at('2026-11-26T09:03', 'redo').status).toBe(0);
    expect(at('2026-11-26T09:04', 'redo').status).toBe(0);
    expect(nextWeek()).toHaveLength(2);
    const history = at('2026-11-26T09:05', 'history', idOf('Nordic Pumps'));
    expect(history.status).toBe(0);
    expect(history.stdout.trim().split('\n').length).toBeGreaterThan(1);
  });

  test('Friday: the week is reviewed by what came of it', () => {
    const { stdout, status, seen } = at('2026-11-27T17:00', 'review');
    expect(status, seen).toBe(0);
    const review = at('2026-11-27T17:00', 'review', '--json');
    expect(JSON.parse(review.stdout)).toMatchObject({
      statuses: { planned: 5, held: 2, 'not-held': 1, cancelled: 1, moved: 1 },
      outcomes: { order: 0, advance: 1, continuation: 1, 'no-sale': 0 },
      expected: { reached: 1, missed: 1 },
      promises: { us: { late: 1 } },
      refused: expect.arrayContaining([expect.objectContaining({ rule: 'courtesy-call' })]),
    });
    // Of what was refused no word is kept.
    expect(review.stdout).not.toContain(week.courtesy);
    // What is over and not closed is asked for, by its id.
    expect(stdout).toContain(idOf('An Phú Foods'));
    expect(at('2026-11-27T17:01', 'lint', join(folder, 'data', 'plan-call', 'reports')).status).toBe(0);
  });
});
