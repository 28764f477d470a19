import { describe, expect, test } from 'vitest';
import { evaluate, judgeAll, keyFigures, matchReport } from '../../src/train/evaluate.ts';
import type { Outcome } from '../../src/train/evaluate.ts';
import type { Section } from '../../src/rules/rule.ts';
import type { Example } from '../../src/train/examples.ts';
import { phrasesAlone } from '../support/rulebook.ts';

const RIGHT = { right: 1, wrong: 0, missed: 0 };
const WRONG = { right: 0, wrong: 1, missed: 0 };
const MISSED = { right: 0, wrong: 0, missed: 1 };

const OUTCOMES: readonly Outcome[] = [
  purpose('en', 'reject', 'reject', { 'courtesy-call': RIGHT }),
  purpose('en', 'reject', 'accept', { 'elapsed-time': MISSED }),
  purpose('en', 'accept', 'accept', {}),
  purpose('en', 'accept', 'reject', { 'courtesy-call': WRONG }),
  purpose('ro', 'accept', 'accept', {}),
  purpose('ro', 'reject', 'reject', { 'courtesy-call': RIGHT, 'elapsed-time': RIGHT }),
  { kind: 'sentences', language: 'vi', rules: new Map([['staff-blame', MISSED]]) },
];

describe('figures', () => {
  const evaluation = evaluate(OUTCOMES);

  test('verdicts in all and by language', () => {
    expect(evaluation.purposes?.all.verdicts).toMatchObject({
      right: { hits: 4, of: 6 },
      falseRejections: { hits: 1, of: 3 },
      missedRejections: { hits: 1, of: 3 },
    });
    expect(evaluation.purposes?.byLanguage.en?.verdicts?.right).toMatchObject({ hits: 2, of: 4, value: 0.5 });
    expect(evaluation.purposes?.byLanguage.ro?.verdicts?.right).toMatchObject({ hits: 2, of: 2, value: 1 });
    expect(evaluation.purposes?.byLanguage.vi).toBeUndefined();
  });

  test('rules, together and each', () => {
    const all = evaluation.purposes?.all;
    expect(all?.rules).toMatchObject({
      precision: { hits: 3, of: 4 },
      recall: { hits: 3, of: 4 },
      f1: { value: 0.75 },
    });
    expect(all?.byRule['courtesy-call']).toMatchObject({
      precision: { hits: 2, of: 3 },
      recall: { hits: 2, of: 2 },
      f1: { value: 0.8 },
    });
    expect(all?.byRule['elapsed-time']).toMatchObject({ precision: { of: 1 }, recall: { hits: 1, of: 2 } });
  });

  test('a kind without verdicts has none, a kind without texts is left out', () => {
    expect(evaluation.sentences?.all).toMatchObject({ texts: 1, rules: { f1: { value: 0 } } });
    expect(evaluation.sentences?.all.verdicts).toBeUndefined();
    expect(evaluation.reports).toBeUndefined();
  });

  test('the ones that are kept', () => {
    expect(keyFigures(evaluation)).toEqual({
      rightVerdicts: 0.6667,
      falseRejections: 0.3333,
      purposesF1: 0.75,
      sentencesF1: 0,
      reportsF1: 0,
    });
  });
});

describe('judging labelled texts', () => {
  test('sets the verdict and the rules against what is expected', () => {
    const [refused, held, sentence] = judgeAll(
      [
        {
          id: 'en-a-p-0001',
          stage: 'service',
          text: 'Courtesy call',
          expect: ['courtesy-call'],
          verdict: 'reject',
        },
        {
          id: 'ro-a-p-0002',
          stage: 'service',
          text: 'Agree the start date of the pilot',
          expect: ['missing-benefit', 'meal-as-purpose'],
          verdict: 'accept',
        },
        { id: 'en-a-s-0003', stage: 'service', section: 'discussion', text: 'Paid the invoice.', expect: [] },
      ],
      phrasesAlone,
    );
    expect(refused).toEqual(purpose('en', 'reject', 'reject', { 'courtesy-call': RIGHT }));
    // A purpose does not say whether a benefit was given in its own field, so that rule is not scored.
    expect(held).toEqual(purpose('ro', 'accept', 'accept', { 'meal-as-purpose': MISSED }));
    expect(sentence).toEqual({ kind: 'sentences', language: 'en', rules: new Map() });
  });

  test('the lines of a report are judged together, with what it lacks', () => {
    const line = (n: number, section: Section, text: string, labels: Partial<Example> = {}): Example => ({
      id: `en-h-s-000${n}`,
      report: 'r',
      stage: 'service',
      section,
      text,
      expect: [],
      ...labels,
    });
    const outcomes = judgeAll(
      [
        line(1, 'purpose', 'Courtesy call', { expect: ['courtesy-call'] }),
        line(2, 'benefit', 'they save an hour a day', { benefit: 'customer' }),
        line(3, 'discussion', 'They asked for a discount.'),
        line(4, 'discussion', 'I told them no.', { expect: ['unexplained-refusal'] }),
      ],
      phrasesAlone,
    );
    expect(outcomes.filter(({ kind }) => kind === 'reports')).toEqual([
      {
        kind: 'reports',
        language: 'en',
        rules: new Map([
          ['courtesy-call', RIGHT],
          ['unexplained-refusal', RIGHT],
          ['missing-preparation', RIGHT],
          ['value-not-told', RIGHT],
        ]),
      },
    ]);
  });

  test('an id without a language is named', () => {
    expect(() => judgeAll([{ id: 'x-1', stage: 'service', text: '', expect: [] }], phrasesAlone)).toThrow(
      'x-1',
    );
  });
});

describe('findings in a report', () => {
  test('count on the line or one beside it', () => {
    const found = [
      { rule: 'courtesy-call', line: 4 },
      { rule: 'elapsed-time', line: 9 },
    ];
    const expected = [
      { rule: 'courtesy-call', line: 5 },
      { rule: 'elapsed-time', line: 5 },
    ];
    expect(matchReport(found, expected)).toEqual(
      new Map([
        ['courtesy-call', RIGHT],
        ['elapsed-time', { right: 0, wrong: 1, missed: 1 }],
      ]),
    );
  });

  test('count anywhere where no line is expected, and once', () => {
    const found = [{ rule: 'missing-benefit', line: 1 }];
    const expected = [
      { rule: 'missing-benefit', line: undefined },
      { rule: 'missing-benefit', line: undefined },
    ];
    expect(matchReport(found, expected).get('missing-benefit')).toEqual({ right: 1, wrong: 0, missed: 1 });
  });

  test('told twice side by side are not wrong; told elsewhere they are', () => {
    const at = (line: number) => ({ rule: 'staff-blame', line });
    expect(matchReport([at(4), at(5)], [at(4)]).get('staff-blame')).toEqual(RIGHT);
    expect(matchReport([at(4), at(8)], [at(4)]).get('staff-blame')).toEqual({
      right: 1,
      wrong: 1,
      missed: 0,
    });
  });
});

function purpose(
  language: Outcome['language'],
  expected: 'accept' | 'reject',
  given: 'accept' | 'reject',
  rules: Record<string, typeof RIGHT>,
): Outcome {
  return { kind: 'purposes', language, verdict: { expected, given }, rules: new Map(Object.entries(rules)) };
}
