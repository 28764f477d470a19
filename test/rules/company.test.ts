import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRule, readRulebook } from '../../src/data/read-rulebook.ts';
import { withCompanyRules } from '../../src/rules/company.ts';
import type { AddedPhrase } from '../../src/rules/company.ts';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import { judgeReport } from '../../src/rules/judge-report.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import type { Section, Stage } from '../../src/rules/rule.ts';
import type { RuleExample, RuleFile } from '../../src/rules/rule-file.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import { ROOT } from '../support/folders.ts';
import { phrasesAlone, rulebook } from '../support/rulebook.ts';

const { words } = readRulebook(fs, join(ROOT, 'data'));
const file = join(ROOT, 'test', 'fixtures', 'company', 'golf-round.yaml');
const golf = readRule(fs.readFileSync(file, 'utf8'), file, words).value;

const added = (
  rules: readonly RuleFile[],
  phrases: readonly AddedPhrase[] = [],
  to: Rulebook = rulebook,
  off: readonly string[] = [],
) => withCompanyRules(to, { rules, phrases, off }, { words });
const phrase = (owner: string, text: string, language: AddedPhrase['language'] = 'en'): AddedPhrase => ({
  owner,
  text,
  language,
});
const inPurpose = (purpose: string, book: Rulebook, stage?: Stage) =>
  judgePurpose({ purpose, stage }, book).map(({ rule }) => rule);
const inReport = (text: string, name: Section, book: Rulebook) =>
  judgeReport({ source: text, sections: [sectionWith(name, text)] }, book).map(({ rule }) => rule);

function sectionWith(name: Section, text: string) {
  return { name, heading: { start: 0, end: 0 }, blocks: [{ start: 0, end: text.length }] };
}

test('a rule that is off silences no other', () => {
  const purpose = 'Round of golf with the buyer so that he owes us the order, sign the price list';
  const yielding = { ...golf, 'yields-to': ['golf-day'] };
  const golfDay = { ...golf, id: 'golf-day', 'yields-to': undefined };
  const found = (off: readonly string[], to: Rulebook) =>
    inPurpose(purpose, added([yielding, golfDay], [], to, off)).filter((id) => id.startsWith('golf'));
  for (const to of [phrasesAlone, rulebook]) {
    expect(found([], to)).toEqual(['golf-day']);
    expect(found(['golf-round'], to)).toEqual(['golf-day']);
    // Levels are heeded behind the judgement, so that the rule itself is still found.
    expect(found(['golf-day'], to).toSorted()).toEqual(['golf-day', 'golf-round']);
  }
});

test('where nothing is added, the rulebook is the same', () => {
  expect(added([])).toBe(rulebook);
});

describe.each([
  ['by phrases alone', added([golf], [], phrasesAlone)],
  ['with the trained model', added([golf])],
])("a company's own rule, %s", (_, book) => {
  const found = (example: RuleExample): string[] =>
    typeof example === 'string'
      ? inPurpose(example, book)
      : inReport(example.text, example.section ?? 'purpose', book);

  for (const language of LANGUAGES) {
    test.each(golf.examples[language].fires)(`fires (${language}): %j`, (example) => {
      expect(found(example)).toContain('golf-round');
    });
    test.each(golf.examples[language].passes)(`passes (${language}): %j`, (example) => {
      expect(found(example)).not.toContain('golf-round');
    });
  }

  test('says where its words stand', () => {
    const purpose = 'Sign the price list for 2027 over a round of golf';
    const finding = judgePurpose({ purpose }, book).find(({ rule }) => rule === 'golf-round');
    expect(purpose.slice(finding?.start, finding?.end)).toBe('round of golf');
    expect(finding).toMatchObject({ level: 'error', text: 'round of golf' });
  });

  test('its word lists are those of its language', () => {
    expect(inPurpose('Lunch and golf, agree the start date of the pilot', book)).toContain('golf-round');
  });
});

test('an own rule looks at the stage, and at what must stand beside it', () => {
  const signed = added([{ ...golf, stages: ['signed'] }]);
  expect(inPurpose('Round of golf', signed, 'prospect')).not.toContain('golf-round');
  expect(inPurpose('Round of golf', signed, 'signed')).toContain('golf-round');
  const beside = added([{ ...golf, with: { en: ['director*'] } }]);
  expect(inPurpose('Round of golf with the buyer', beside)).not.toContain('golf-round');
  expect(inPurpose('Round of golf with the director', beside)).toContain('golf-round');
});

test('an own rule yields to a rule of ours', () => {
  const purpose = 'Round of golf to make him owe us the order';
  const alone = (rule: RuleFile) => inPurpose(purpose, added([rule], [], phrasesAlone));
  expect(alone(golf)).toEqual(['hospitality-leverage']);
  expect(alone({ ...golf, 'yields-to': undefined })).toEqual(['hospitality-leverage', 'golf-round']);
});

test('an objective excuses an own rule that says so', () => {
  const excused = added([{ ...golf, 'excused-by-objective': true }]);
  expect(inPurpose('Round of golf to sign the price list for 2027', excused)).not.toContain('golf-round');
  expect(inPurpose('Round of golf', excused)).toContain('golf-round');
});

test.each([
  'Get sign-off on drawing C',
  'Chốt lịch giao 200 lọc dầu',
  'Stabilim data livrării presei 2',
  'Just touching base with the new buyer',
  'Courtesy call to get sign-off on drawing C',
  'Blumenstrauß vorbeibringen und plaudern',
])('what an own rule says nothing of is judged as before: %s', (purpose) => {
  expect(judgePurpose({ purpose }, added([golf], [phrase('courtesy-call', 'blue binder')]))).toEqual(
    judgePurpose({ purpose }, rulebook),
  );
});

test("a label of an own rule lets nothing else through that the model doesn't think", () => {
  const purpose = 'Get sign-off on drawing C, bring the golf balls along';
  const warned: RuleFile = { ...golf, level: 'warn', labels: { en: ['golf balls'] } };
  expect(inPurpose(purpose, rulebook)).toEqual([]);
  expect(inPurpose(purpose, added([warned]))).toEqual(['golf-round']);
});

describe('a further phrase of a rule of ours', () => {
  test.each([
    [
      'courtesy-call',
      'en',
      'blue binder (round|tour)',
      'Blue binder tour, then agree the start date of the pilot',
    ],
    ['courtesy-call', 'vi', 'đi tua sổ xanh', 'Di tua so xanh, chốt lịch giao 200 lọc dầu'],
    ['elapsed-time', 'ro', 'caietul albastru', 'Caietul albastru: stabilim data livrării presei 2'],
    ['assumed-loyalty', 'en', 'gold seat', 'Gold seat: sort the filters for site 4'],
    ['vague-purpose', 'en', 'pipeline sync', 'Pipeline sync to agree the start date of the pilot'],
  ] as const)('%s (%s): %s', (rule, language, text, purpose) => {
    expect(inPurpose(purpose, rulebook)).not.toContain(rule);
    const found = inPurpose(purpose, added([], [phrase(rule, text, language)]));
    expect(found.filter((one) => one === rule)).toEqual([rule]);
  });

  test('is not enough where its rule wants something else beside it', () => {
    const book = added([], [phrase('price-concession', 'friday rebate')], phrasesAlone);
    const purpose = 'Offer the friday rebate: get the PO for 200 filters';
    expect(inPurpose(purpose, book)).not.toContain('price-concession');
    expect(inPurpose(`He keeps asking. ${purpose}`, book)).toContain('price-concession');
  });

  test('is no reason where it is denied, quoted or excepted', () => {
    const book = added([golf], [phrase('courtesy-call', 'blue binder'), phrase('golf-round', 'golf')]);
    expect(inPurpose('Get the PO for 200 filters, not a blue binder tour', book)).not.toContain(
      'courtesy-call',
    );
    expect(inPurpose('Agree with Ana how “blue binder” is billed', book)).not.toContain('courtesy-call');
    expect(inPurpose('Golf, agree the pump size', book)).toContain('golf-round');
    expect(inPurpose('Agree the pump size for the game of golf simulator', book)).not.toContain('golf-round');
  });

  test('of a section that has to say something is filler', () => {
    const filler = 'synergy all round';
    const judge = (book: Rulebook) =>
      judgePurpose({ purpose: 'Get sign-off on drawing C', preparation: [filler] }, book).map(
        ({ rule }) => rule,
      );
    expect(judge(rulebook)).toEqual([]);
    expect(judge(added([], [phrase('missing-preparation', filler)]))).toEqual(['missing-preparation']);
  });

  test('of refusals is told unless the refusal is explained', () => {
    const book = added([], [phrase('unexplained-refusal', 'shut the folder')]);
    expect(inReport('They asked for a demo unit. I shut the folder.', 'requests', book)).toContain(
      'unexplained-refusal',
    );
    expect(
      inReport('They asked for a demo unit. I shut the folder because it is sold out.', 'requests', book),
    ).not.toContain('unexplained-refusal');
  });
});
