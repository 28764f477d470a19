import type { MessageKey } from '../messages.ts';
import type { Explanation, Part } from '../rules/explain.ts';
import type { Span } from '../rules/spans.ts';
import { cleanLine } from '../text/clean.ts';
import { wrap } from './layout.ts';
import type { Showing } from './show-findings.ts';

/** How many words are named for each side. */
const WORDS = 6;
/** What adds less would be shown as nothing. */
const SHOWN = 0.05;

/** The reckoning behind a verdict: what speaks for the purpose, what against, and what it comes to. */
export function showExplanation(explanation: Explanation, { speaker, ink, width }: Showing): string {
  const { decidedBy, objective, found, words, parts, limit } = explanation;
  const row = (key: MessageKey, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : [wrap(speaker.say(key, { words: texts.join(', ') }), width, '  ')];
  const quote = (span: Span): string => quoted(explanation, span);
  const sum = parts.reduce((total, { adds }) => total + adds, 0);
  const heavy = words.toSorted((a, b) => b.weight - a.weight);
  return [
    ink.bold(
      decidedBy === undefined
        ? speaker.say('explain.title')
        : speaker.say('explain.title-rule', { rule: decidedBy }),
    ),
    ...row(
      'explain.found',
      found.map(({ rule, span }) => `${rule.id} ${quote(span)}`),
    ),
    ...row('explain.results', objective.results.map(quote)),
    ...row('explain.activities', [...objective.activities, ...objective.empty].map(quote)),
    ...row(
      'explain.words-against',
      heavy
        .filter(({ weight }) => weight > 0)
        .slice(0, WORDS)
        .map(({ text }) => cleanLine(text)),
    ),
    ...row(
      'explain.words-for',
      heavy
        .filter(({ weight }) => weight < 0)
        .slice(-WORDS)
        .toReversed()
        .map(({ text }) => cleanLine(text)),
    ),
    ...parts
      .filter(({ adds }) => Math.abs(adds) >= SHOWN)
      .map(
        (part) =>
          `  ${signed(part.adds)}  ${speaker.say(`explain.part-${part.kind}`, { rule: ruleIn(part) })}`,
      ),
    `  ${signed(sum)}  ${speaker.say(sum > limit ? 'explain.refused' : 'explain.passed', { limit: limit.toFixed(1) })}`,
    ...(found.some(({ isLabel }) => isLabel === true)
      ? [wrap(speaker.say('explain.label'), width, '  ')]
      : []),
  ].join('\n');
}

function ruleIn(part: Part): string {
  return part.kind === 'rule' ? part.rule : '';
}

function quoted({ reading }: Explanation, { from, to }: Span): string {
  const start = reading.words[from]?.start ?? 0;
  const end = reading.words[to - 1]?.end ?? start;
  return `“${cleanLine(reading.text.slice(start, end))}”`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`.padStart(5);
}
