import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../src/rules/finding.ts';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import type { PlannedPurpose } from '../../src/rules/judge-purpose.ts';
import { rulebook } from '../support/rulebook.ts';

const judge = (purpose: string, more: Partial<PlannedPurpose> = {}) =>
  judgePurpose({ purpose, ...more }, rulebook);
const rules = (purpose: string, more: Partial<PlannedPurpose> = {}) =>
  judge(purpose, more).map(({ rule }) => rule);

describe('a mention that is not the reason is left alone', () => {
  test.each([
    // Denied.
    'Not a courtesy call: get the PO for 200 filters',
    'Không phải ghé thăm xã giao, chốt lịch giao 200 lọc dầu',
    'Nu e vizită de curtoazie: stabilim data livrării presei 2',
    // Quoted.
    'Agree with Ana how “courtesy calls” are billed from January',
    'Thống nhất với chị Hà cách ghi “gọi xã giao” trong hợp đồng',
    'Stabilim cu Ana cum facturăm „vizita de curtoazie” din contract',
    // Said by the customer.
    "Customer complained about our competitor's courtesy calls: agree our service dates for 2027",
  ])('%s', (purpose) => {
    expect(rules(purpose)).not.toContain('courtesy-call');
  });

  test("a text that is quoted as a whole is the writer's own", () => {
    expect(rules('“Courtesy call”')).toContain('courtesy-call');
  });

  test('a denial in the clause before denies nothing', () => {
    expect(rules('No agenda, courtesy call')).toContain('courtesy-call');
  });
});

test.each([
  ['Courtesy call to get sign-off on drawing C', 'Get sign-off on drawing C'],
  ['Courtesy call: get sign-off on drawing C!', 'Get sign-off on drawing C!'],
  ['Get sign-off on drawing C (courtesy call)', 'Get sign-off on drawing C'],
  ['Ghé thăm xã giao để chốt lịch giao 200 lọc dầu', 'Chốt lịch giao 200 lọc dầu'],
  ['Vizită de curtoazie pentru a stabili data livrării presei 2', 'Stabili data livrării presei 2'],
])('“%s” suggests “%s”', (purpose, suggestion) => {
  const [finding] = judge(purpose);
  expect(finding).toMatchObject({ rule: 'courtesy-call', level: 'error', suggestion });
});

test.each([
  'Courtesy call',
  'Courtesy call and a chat',
  'Just a courtesy call with the new buyer',
  // The rest would begin in the middle of a phrase.
  'Courtesy call with Ana, get sign-off on drawing C',
  // The words that the model holds against it are no piece that could be taken out.
  'Helping Dean lay his patio on Sunday like you would for a brother',
])('“%s” leaves nothing to suggest', (purpose) => {
  const findings = judge(purpose);
  expect(verdictOf(findings)).toBe('reject');
  expect(findings.every(({ suggestion }) => suggestion === undefined)).toBe(true);
});

test('the range of a finding is that of its words in the text as it was typed', () => {
  for (const form of ['NFC', 'NFD']) {
    const purpose = 'Sáng thứ hai ghé thăm xã giao chị Hà'.normalize(form);
    const [finding] = judge(purpose);
    expect(purpose.slice(finding?.start, finding?.end)).toBe('ghé thăm xã giao'.normalize(form));
    expect(finding?.text).toBe('ghé thăm xã giao'.normalize(form));
  }
});

test('the same purpose, however it is typed, has the same verdict', () => {
  for (const [purpose, verdict] of [
    ['Ghé thăm xã giao chị Hà', 'reject'],
    ['Chốt lịch giao 200 lọc dầu', 'accept'],
    ['Vizită de curtoazie la Vulcan Mureș', 'reject'],
    ['Stabilim data livrării presei 2', 'accept'],
    ['Just touching base with the new buyer', 'reject'],
    ['Get sign-off on drawing C', 'accept'],
  ] as const) {
    const unmarked = purpose.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
    for (const typed of [
      purpose,
      purpose.normalize('NFD'),
      purpose.toUpperCase(),
      unmarked,
      `${purpose}.`,
      `  ${purpose.replaceAll(' ', '  ')} `,
    ]) {
      expect(verdictOf(judge(typed)), typed).toBe(verdict);
    }
  }
});

describe('what is missing is said once, where the field is there to be judged', () => {
  const good = 'Get sign-off on drawing C';

  test('an empty benefit, and one that is our own', () => {
    expect(rules(good)).toEqual([]);
    expect(rules(good, { benefit: '' })).toEqual(['missing-benefit']);
    expect(rules(good, { benefit: 'close my quota' })).toEqual(['missing-benefit']);
    expect(rules(good, { benefit: 'they can order the steel two weeks earlier' })).toEqual([]);
  });

  test('a benefit that is said in the purpose', () => {
    expect(
      rules('Show how the new valve cuts their downtime, agree the trial date', { benefit: '' }),
    ).toEqual([]);
  });

  test('nothing prepared', () => {
    expect(rules(good, { preparation: [] })).toEqual(['missing-preparation']);
    expect(rules(good, { preparation: ['drawing C, printed'] })).toEqual([]);
  });

  test('a promise that is past due', () => {
    const promise = { what: 'send the CE certificate', due: '2026-11-20', status: 'open' as const };
    const today = '2026-11-25';
    expect(judge(good, { promises: [promise], today })).toMatchObject([
      { rule: 'open-commitment', level: 'error', text: promise.what },
    ]);
    expect(rules('Hand over the CE certificate', { promises: [promise], today })).not.toContain(
      'open-commitment',
    );
    expect(rules(good, { promises: [{ ...promise, due: today }], today })).toEqual([]);
    expect(rules(good, { promises: [{ ...promise, status: 'done' }], today })).toEqual([]);
  });
});

describe('before and after the signature', () => {
  test('a meal', () => {
    expect(rules('Take them out to lunch', { stage: 'negotiation' })).toContain('meal-as-purpose');
    expect(rules('Thank-you dinner for the buyers', { stage: 'signed' })).toContain('meal-after-signing');
    expect(rules("Over lunch, agree the pilot's start date", { stage: 'negotiation' })).toEqual([]);
  });
});

test('one finding for each rule', () => {
  const found = rules('Courtesy call, just a courtesy visit. Courtesy call again.');
  expect(found.filter((rule) => rule === 'courtesy-call')).toHaveLength(1);
});

test('nothing at all is vague', () => {
  expect(rules('')).toEqual(['vague-purpose']);
  expect(rules('…')).toEqual(['vague-purpose']);
});
