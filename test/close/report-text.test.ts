import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import headings from '../../data/headings.json' with { type: 'json' };
import type { Call } from '../../src/calls/call.ts';
import { cleanText } from '../../src/calls/clean-text.ts';
import { reportText } from '../../src/close/report-text.ts';
import type { HeldCall } from '../../src/close/report-text.ts';
import { speakerOf } from '../../src/messages.ts';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import { readYaml } from '../../src/reports/yaml-front-matter.ts';
import { LANGUAGES, SECTIONS } from '../../src/rules/rule.ts';
import type { Section } from '../../src/rules/rule.ts';

const CALL: Call = {
  schema: 1,
  id: 'c',
  account: 'Nordic Pumps',
  contact: 'Ion Dinu',
  startsAt: '2026-11-25T09:30',
  timeZone: 'Europe/Bucharest',
  durationMinutes: 60,
  channel: 'visit',
  stage: 'negotiation',
  status: 'held',
  purpose: 'Get sign-off on drawing C',
  customerBenefit: 'they can order the steel two weeks earlier',
  expectedOutcome: 'they sign drawing C',
  agenda: ['drawing C', 'pilot scope'],
  preparation: ['print drawing C'],
};
const HELD: HeldCall = {
  call: CALL,
  result: {
    closedOn: '2026-11-25',
    outcome: 'advance',
    isReached: true,
    agendaDone: ['drawing C'],
    done: ['Sent the stress report on 18 November'],
    requests: [
      { what: '10 % discount', answer: 'refused', reason: 'the list is final', alternative: 'free delivery' },
      { what: 'a second drawing', answer: 'accepted' },
    ],
    nextStep: 'Agree the delivery week',
    notes: 'Ion checked the flange.\nHe wants it in grey.',
  },
  promises: [
    {
      schema: 1,
      id: 'p',
      account: 'Nordic Pumps',
      by: 'us',
      what: 'send the quote',
      due: '2026-12-02',
      status: 'open',
    },
  ],
  kept: [],
  signedOn: undefined,
};

test('a report says what was planned, what came of it, and what comes next', () => {
  expect(reportText(HELD, speakerOf('en'))).toBe(`---
account: Nordic Pumps
contact: Ion Dinu
date: 2026-11-25
channel: visit
stage: negotiation
---

## Purpose

Get sign-off on drawing C

## Customer benefit

they can order the steel two weeks earlier

## Preparation

- [x] drawing C
- [ ] pilot scope
- print drawing C

## What we did for the customer

- Sent the stress report on 18 November

## Discussion

- The customer agreed to a next step.
- Expected and reached: they sign drawing C
- Ion checked the flange.
- He wants it in grey.

## Customer requests

- They asked for: 10 % discount
  - We said no.
  - The reason: the list is final
  - Instead: free delivery
- They asked for: a second drawing
  - We agreed.

## Commitments

- We: send the quote, by Wed 2 Dec 2026

## Next step

Agree the delivery week
`);
});

test('a promise that the customer has kept is told in the discussion', () => {
  const [promise] = HELD.promises;
  const kept = promise === undefined ? [] : [{ ...promise, by: 'customer' as const, what: 'sign drawing B' }];
  expect(reportText({ ...HELD, kept }, speakerOf('en'))).toContain(
    '- Expected and reached: they sign drawing C\n- The customer did what was promised: sign drawing B\n',
  );
});

test('what was left empty is left out', () => {
  const bare: HeldCall = {
    call: { ...CALL, customerBenefit: undefined, expectedOutcome: undefined, agenda: [], preparation: [] },
    result: { closedOn: '2026-11-25', outcome: 'no-sale', agendaDone: [], done: [], requests: [] },
    promises: [],
    kept: [],
    signedOn: undefined,
  };
  const { sections } = readMarkdownReport(reportText(bare, speakerOf('en')));
  expect(sections.map(({ name }) => name)).toEqual(['purpose', 'discussion']);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const heading = (section: Section): string => headings[section][language][0] ?? '';

  test('the headings and fields are those that the reader knows in that language', () => {
    const report = readMarkdownReport(reportText(HELD, speakerOf(language)), readYaml);
    expect(report.sections.map(({ name }) => name)).toEqual(SECTIONS);
    for (const { name, heading: range } of report.sections) {
      expect(report.source.slice(range.start, range.end)).toBe(heading(name));
    }
    expect(Object.keys(report.fields).toSorted()).toEqual(['account', 'channel', 'contact', 'date', 'stage']);
    expect(report.notes).toEqual([]);
  });

  /** What means something at the beginning of a line of Markdown, or of a report. */
  const signs =
    '# |## |#|---|- - -|***|===|```|~~~|> |- |* |+ |• |— |**|__|1. |2) |a) |(1) |[x] |[ ] |<!-- |-->|<b>|&lt;|[a]: b|-x |' +
    '<!-- plan-call-disable -- so -->|<!-->|\\|\\#|\t|: |:|\u200b|\u0000|\u001b[1m|\r\n';
  const sign = fc.constantFrom('|', ...signs.split('|'));
  const word = fc.constantFrom(
    'drawing',
    'ký hợp đồng',
    'preț',
    '10 %',
    '2026.',
    '🙂',
    ...SECTIONS.map(heading),
  );
  const piece = fc.oneof(
    sign,
    word,
    fc.constantFrom(' ', '\n', '\n\n'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => cleanText(pieces.join('')));

  test('whatever is typed stays text of its own section', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 13, maxLength: 13 }), (texts) => {
        const [purpose, customerBenefit, expectedOutcome, topic, thing, done, what, reason, alternative] =
          texts;
        const [nextStep, notes, promised, theyKept] = texts.slice(9);
        // Letters of its own keep each text from being mere bullets.
        const marked = (text = '', mark: string): string => `${text} ${mark}`.trim();
        const held: HeldCall = {
          call: {
            ...CALL,
            account: marked(texts[0], 'Qa').replaceAll('\n', ' '),
            purpose: marked(purpose, 'Qpurpose'),
            customerBenefit: marked(customerBenefit, 'Qbenefit'),
            expectedOutcome: marked(expectedOutcome, 'Qexpected'),
            agenda: [marked(topic, 'Qtopic')],
            preparation: [marked(thing, 'Qthing')],
          },
          result: {
            ...HELD.result,
            agendaDone: [],
            done: [marked(done, 'Qdone')],
            requests: [
              {
                what: marked(what, 'Qwhat'),
                answer: 'refused',
                reason: marked(reason, 'Qreason'),
                alternative: marked(alternative, 'Qalternative'),
              },
            ],
            nextStep: marked(nextStep, 'Qnext'),
            notes: marked(notes, 'Qnotes'),
          },
          promises: HELD.promises.map((one) => ({ ...one, what: marked(promised, 'Qpromised') })),
          kept: HELD.promises.map((one) => ({
            ...one,
            by: 'customer' as const,
            what: marked(theyKept, 'Qkept'),
          })),
          signedOn: undefined,
        };
        const report = readMarkdownReport(reportText(held, speakerOf(language)), readYaml);
        expect(report.sections.map(({ name }) => name)).toEqual(SECTIONS);
        expect(report.notes).toEqual([]);
        expect(report.comments).toEqual([]);
        expect(report.fields.account?.value).toBe(held.call.account);
        const said = (section: Section): string =>
          meant(
            report.sections
              .filter(({ name }) => name === section)
              .flatMap(({ blocks }) => blocks.map(({ start, end }) => report.source.slice(start, end)))
              .join('\n'),
          );
        const { call, result } = held;
        const expected: [Section, string][] = [
          ['purpose', call.purpose],
          ['benefit', call.customerBenefit ?? ''],
          ['preparation', call.agenda[0] ?? ''],
          ['preparation', call.preparation[0] ?? ''],
          ['done', result.done[0] ?? ''],
          ['discussion', call.expectedOutcome ?? ''],
          ['discussion', result.notes ?? ''],
          ['discussion', held.kept[0]?.what ?? ''],
          ['requests', result.requests[0]?.what ?? ''],
          ['requests', result.requests[0]?.reason ?? ''],
          ['requests', result.requests[0]?.alternative ?? ''],
          ['commitments', held.promises[0]?.what ?? ''],
          ['next', result.nextStep ?? ''],
        ];
        for (const [section, text] of expected) expect(said(section)).toContain(signsOf(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** Markdown as its reader sees it, in the form of `signsOf`. */
function meant(markdown: string): string {
  return signsOf(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}

/** A text without white space, and without the bullets that its lines may have been typed with. */
function signsOf(text: string): string {
  return text.replace(/[\s\u200b\-*+–—•◦▪●‣·]/g, '');
}

test('the front matter is YAML also where a name looks like something else', () => {
  for (const account of [
    'Nordic: Pumps #1',
    '"Quoted"',
    "O'Neil",
    '- dash',
    '{x}',
    '@home',
    'a\\b',
    '***',
    '~',
  ]) {
    const text = reportText({ ...HELD, call: { ...CALL, account } }, speakerOf('en'));
    expect(parse(text.split('---\n')[1] ?? '')).toMatchObject({ account });
  }
});
