import { describe, expect, test } from 'vitest';
import type { Answer, Call, Outcome } from '../../src/calls/call.ts';
import { OUTCOMES } from '../../src/calls/call.ts';
import type { Promised } from '../../src/calls/promise.ts';
import { reportText } from '../../src/close/report-text.ts';
import type { HeldCall } from '../../src/close/report-text.ts';
import { speakerOf } from '../../src/messages.ts';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import { stageNamed } from '../../src/reports/names.ts';
import { judgeReport } from '../../src/rules/judge-report.ts';
import { STAGES } from '../../src/rules/rule.ts';
import type { Language, Stage } from '../../src/rules/rule.ts';
import { rulebook } from '../support/rulebook.ts';

/** What somebody who does it well types in each language. */
const TYPED = {
  en: {
    account: 'Nordic Pumps',
    purpose: 'Get sign-off on drawing C',
    benefit: 'they can order the steel two weeks earlier',
    outcome: 'they sign drawing C',
    agenda: 'drawing C',
    done: 'Sent the stress report on 18 November',
    notes: 'Ion checked the flange against his own sketch',
    ask: 'a loan pump over the weekend',
    reason: 'both units are out on hire',
    alternative: 'the small pump from Monday on',
    ours: 'send the quote for the flange',
    theirs: 'send the measured length of the shaft',
    kept: 'send the test log of pump 3',
    theyKept: 'sign the drawing of the flange',
    next: '2 December: agree the delivery week with their foreman',
  },
  vi: {
    account: 'Công ty Hòa Phát',
    purpose: 'Chốt lịch giao 200 lọc dầu',
    benefit: 'xưởng không phải dừng máy chờ lọc',
    outcome: 'chốt ngày giao đợt đầu',
    agenda: 'lịch giao',
    done: 'Gửi biên bản thử áp lực ngày 18/11',
    notes: 'Anh Dũng đã đo lại mặt bích theo bản vẽ',
    ask: 'mượn máy bơm cuối tuần',
    reason: 'cả hai máy đang cho thuê',
    alternative: 'máy nhỏ từ thứ hai',
    ours: 'gửi báo giá mặt bích',
    theirs: 'gửi chiều dài trục đã đo',
    kept: 'gửi nhật ký thử máy bơm số 3',
    theyKept: 'ký bản vẽ mặt bích',
    next: '2/12 thống nhất tuần giao hàng với quản đốc',
  },
  ro: {
    account: 'Moara Veche',
    purpose: 'Stabilim data livrării presei 2',
    benefit: 'linia lor repornește cu două zile mai devreme',
    outcome: 'semnează graficul de livrare',
    agenda: 'data livrării',
    done: 'Am trimis raportul de presiune pe 18 noiembrie',
    notes: 'Ion a măsurat flanșa după schița lui',
    ask: 'o pompă de împrumut peste weekend',
    reason: 'ambele pompe sunt închiriate',
    alternative: 'pompa mică, de luni',
    ours: 'trimitem oferta pentru flanșă',
    theirs: 'trimite lungimea măsurată a axului',
    kept: 'trimitem fișa de probă a pompei 3',
    theyKept: 'semnează desenul flanșei',
    next: '2 decembrie: stabilim săptămâna livrării cu maistrul',
  },
} as const satisfies Record<Language, Record<string, string>>;

interface Variant {
  readonly stage?: Stage;
  readonly outcome?: Outcome;
  readonly isReached?: boolean;
  readonly done?: readonly string[];
  readonly answers?: readonly Answer[];
  readonly explanation?: 'reason' | 'alternative' | 'none';
}

function heldCall(language: Language, variant: Variant = {}): HeldCall {
  const typed = TYPED[language];
  const { stage = 'negotiation', outcome = 'advance', isReached = true, explanation = 'reason' } = variant;
  const call: Call = {
    schema: 1,
    id: 'c',
    account: typed.account,
    startsAt: '2026-11-25T09:30',
    timeZone: 'Europe/Bucharest',
    durationMinutes: 60,
    channel: 'visit',
    stage,
    status: 'held',
    purpose: typed.purpose,
    customerBenefit: typed.benefit,
    expectedOutcome: typed.outcome,
    agenda: [typed.agenda],
    preparation: [],
  };
  const promised = (by: Promised['by'], what: string): Promised => ({
    schema: 1,
    id: by,
    account: typed.account,
    by,
    what,
    due: '2026-12-02',
    status: 'open',
  });
  return {
    call,
    result: {
      closedOn: '2026-11-25',
      outcome,
      isReached,
      agendaDone: [typed.agenda],
      done: [...(variant.done ?? [typed.done])],
      requests: (variant.answers ?? []).map((answer) => ({
        what: typed.ask,
        answer,
        ...(answer === 'refused' && explanation === 'reason' && { reason: typed.reason }),
        ...(answer === 'refused' && explanation === 'alternative' && { alternative: typed.alternative }),
      })),
      nextStep: typed.next,
      notes: typed.notes,
    },
    promises: [promised('us', typed.ours), promised('customer', typed.theirs)],
    kept: [],
    signedOn: undefined,
  };
}

/** The rules that speak of a report, as `plan-call lint` reads it. */
function rulesOn(held: HeldCall, language: Language): string[] {
  const report = readMarkdownReport(reportText(held, speakerOf(language)));
  expect(report.notes).toEqual([]);
  const stage = stageNamed(report.fields.stage?.value ?? '');
  return judgeReport({ ...report, stage }, rulebook).map(({ rule, text }) => `${rule} “${text}”`);
}

describe.each(['en', 'vi', 'ro'] as const)('a report written in %s', (language) => {
  test('has nothing to be said against it when everything is filled in well', () => {
    const variants = STAGES.flatMap((stage) =>
      OUTCOMES.flatMap((outcome) => [true, false].map((isReached) => ({ stage, outcome, isReached }))),
    );
    for (const variant of variants) {
      const held = heldCall(language, { ...variant, answers: ['accepted', 'open'] });
      expect([variant, rulesOn(held, language)]).toEqual([variant, []]);
    }
  });

  test('says of a signature nothing that a rule would find', () => {
    const held = { ...heldCall(language, { outcome: 'order' }), signedOn: '2026-11-25' };
    expect(rulesOn(held, language)).toEqual([]);
  });

  test('says of promises that were kept nothing that a rule would find', () => {
    const { kept, theyKept } = TYPED[language];
    for (const stage of STAGES) {
      for (const outcome of OUTCOMES) {
        const held = heldCall(language, { stage, outcome, done: [kept] });
        const promises = held.promises.map((one) => ({
          ...one,
          what: one.by === 'us' ? kept : theyKept,
          status: 'done' as const,
        }));
        expect([stage, outcome, rulesOn({ ...held, kept: promises }, language)]).toEqual([
          stage,
          outcome,
          [],
        ]);
        expect(reportText({ ...held, kept: promises }, speakerOf(language))).toContain(theyKept);
      }
    }
  });

  test.each(['reason', 'alternative'] as const)('lets a refusal with its %s pass', (explanation) => {
    for (const stage of STAGES) {
      expect(rulesOn(heldCall(language, { stage, answers: ['refused'], explanation }), language)).toEqual([]);
    }
  });

  test('is found to refuse without a reason, whatever stands beside the refusal', () => {
    for (const stage of STAGES) {
      const bare = heldCall(language, { stage, answers: ['refused', 'refused'], explanation: 'none' });
      expect(rulesOn(bare, language).map((said) => said.split(' ')[0])).toEqual([
        'unexplained-refusal',
        'unexplained-refusal',
      ]);
      const { requests } = heldCall(language, { answers: ['refused'] }).result;
      const beside = {
        ...bare,
        result: { ...bare.result, requests: [...bare.result.requests, ...requests] },
      };
      expect(rulesOn(beside, language)).toHaveLength(2);
    }
  });

  test('is found to tell nothing of what was done for the customer', () => {
    expect(rulesOn(heldCall(language, { done: [] }), language)).toEqual(['value-not-told “”']);
  });
});
