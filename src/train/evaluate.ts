import type { Verdict } from '../rules/finding.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Example, Examples } from './examples.ts';
import { f1Of, shareOf, sumOf } from './interval.ts';
import type { Estimate, Share } from './interval.ts';
import { judge } from './judged.ts';
import { tallyOf } from './score.ts';
import type { Tally } from './score.ts';

export const KINDS = ['purposes', 'sentences', 'reports'] as const;
export type Kind = (typeof KINDS)[number];

/** What came of judging one labelled text. */
export interface Outcome {
  readonly kind: Kind;
  readonly language: Language;
  /** Only purposes have one. */
  readonly verdict?: { readonly expected: Verdict; readonly given: Verdict } | undefined;
  /** By rule, where it was found or expected. */
  readonly rules: ReadonlyMap<string, Tally>;
}

/** How well rules are found; `recall.of` is how often they were expected. */
export interface RuleFigures {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Estimate;
}

export interface Figures {
  readonly texts: number;
  readonly verdicts?: {
    readonly right: Share;
    /** Of the texts that are to be accepted. */
    readonly falseRejections: Share;
    /** Of the texts that are to be refused. */
    readonly missedRejections: Share;
  };
  /** All rules taken together (micro average). */
  readonly rules: RuleFigures;
  readonly byRule: Readonly<Record<string, RuleFigures>>;
}

/** For each kind of text that there is. */
export type Evaluation = Partial<
  Record<Kind, { readonly all: Figures; readonly byLanguage: Partial<Record<Language, Figures>> }>
>;

/** A rule and the line of a report on which it was found; or where it is expected: anywhere, if no line is known. */
export interface RuleOnLine<Line extends number | undefined = number> {
  readonly rule: string;
  readonly line: Line;
}

/** Rules that need more than the text of a purpose. */
const BEYOND_PURPOSE = new Set([
  'missing-benefit',
  'missing-preparation',
  'open-commitment',
  'value-not-told',
]);

/** Judges labelled texts of our own, whose ids begin with their language, as the program does. */
export function judgeAll({ purposes, sentences }: Examples, rulebook: Rulebook): Outcome[] {
  return [...purposes, ...sentences].map((example) => judgeOne(example, languageOf(example), rulebook));
}

/** Judges one labelled text as the program does. */
export function judgeOne(example: Example, language: Language, rulebook: Rulebook): Outcome {
  const { found } = judge(example, rulebook);
  if (example.section !== undefined)
    return { kind: 'sentences', language, rules: byRule(found, new Set(example.expect)) };
  const isRefused = [...found].some((rule) => rulebook.rules.get(rule)?.level === 'error');
  return {
    kind: 'purposes',
    language,
    verdict: example.verdict && { expected: example.verdict, given: isRefused ? 'reject' : 'accept' },
    rules: byRule(withinPurpose(found), withinPurpose(example.expect)),
  };
}

/**
 * Sets what was found in a report against what was to be found. A finding counts on the expected line or one beside it;
 * one more of the same rule there is the same finding told twice.
 */
export function matchReport(
  found: readonly RuleOnLine[],
  expected: readonly RuleOnLine<number | undefined>[],
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const used = new Set<RuleOnLine>();
  for (const { rule, line } of expected) {
    const hit = found.find((one) => !used.has(one) && one.rule === rule && isBeside(one.line, line));
    if (hit === undefined) tallyFor(rule, tallies).missed += 1;
    else {
      used.add(hit);
      tallyFor(rule, tallies).right += 1;
    }
  }
  for (const one of found) {
    const isToldTwice = [...used].some((hit) => hit.rule === one.rule && isBeside(hit.line, one.line));
    if (!isToldTwice) tallyFor(one.rule, tallies).wrong += 1;
  }
  return tallies;
}

/** All figures, by kind of text and language. */
export function evaluate(outcomes: readonly Outcome[]): Evaluation {
  const evaluation: Evaluation = {};
  for (const kind of KINDS) {
    const ofKind = outcomes.filter((outcome) => outcome.kind === kind);
    if (ofKind.length === 0) continue;
    const byLanguage: Partial<Record<Language, Figures>> = {};
    for (const language of LANGUAGES) {
      const ofLanguage = ofKind.filter((outcome) => outcome.language === language);
      if (ofLanguage.length > 0) byLanguage[language] = figuresOf(ofLanguage);
    }
    evaluation[kind] = { all: figuresOf(ofKind), byLanguage };
  }
  return evaluation;
}

/** The four figures that are kept, so that nobody makes them worse unawares. */
export interface KeyFigures {
  readonly rightVerdicts: number;
  readonly falseRejections: number;
  readonly purposesF1: number;
  readonly sentencesF1: number;
}

/** @returns shares and F1 from 0 to 1, to four places */
export function keyFigures({ purposes, sentences }: Evaluation): KeyFigures {
  const round = (value = 0): number => Math.round(value * 10_000) / 10_000;
  return {
    rightVerdicts: round(purposes?.all.verdicts?.right.value),
    falseRejections: round(purposes?.all.verdicts?.falseRejections.value),
    purposesF1: round(purposes?.all.rules.f1.value),
    sentencesF1: round(sentences?.all.rules.f1.value),
  };
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const rules = [...new Set(outcomes.flatMap((outcome) => [...outcome.rules.keys()]))].sort();
  const none: Tally = { right: 0, wrong: 0, missed: 0 };
  const verdicts = outcomes.flatMap(({ verdict }) => verdict ?? []);
  return {
    texts: outcomes.length,
    ...(verdicts.length > 0 && { verdicts: verdictFigures(verdicts) }),
    rules: ruleFigures(outcomes.map((outcome) => sumOf(outcome.rules.values()))),
    byRule: Object.fromEntries(
      rules.map((rule) => [rule, ruleFigures(outcomes.map((outcome) => outcome.rules.get(rule) ?? none))]),
    ),
  };
}

function verdictFigures(
  verdicts: readonly NonNullable<Outcome['verdict']>[],
): NonNullable<Figures['verdicts']> {
  const good = verdicts.filter(({ expected }) => expected === 'accept');
  const bad = verdicts.filter(({ expected }) => expected === 'reject');
  const falseRejections = good.filter(({ given }) => given === 'reject').length;
  const missedRejections = bad.filter(({ given }) => given === 'accept').length;
  return {
    right: shareOf(verdicts.length - falseRejections - missedRejections, verdicts.length),
    falseRejections: shareOf(falseRejections, good.length),
    missedRejections: shareOf(missedRejections, bad.length),
  };
}

function ruleFigures(tallies: readonly Tally[]): RuleFigures {
  const { right, wrong, missed } = sumOf(tallies);
  return {
    precision: shareOf(right, right + wrong),
    recall: shareOf(right, right + missed),
    f1: f1Of(tallies),
  };
}

function byRule(found: ReadonlySet<string>, expected: ReadonlySet<string>): Map<string, Tally> {
  const only = (rules: ReadonlySet<string>, rule: string): Set<string> =>
    new Set(rules.has(rule) ? [rule] : []);
  return new Map(
    [...new Set([...found, ...expected])].map((rule) => [
      rule,
      tallyOf([[only(found, rule), only(expected, rule)]]),
    ]),
  );
}

function withinPurpose(rules: Iterable<string>): Set<string> {
  return new Set([...rules].filter((rule) => !BEYOND_PURPOSE.has(rule)));
}

function isBeside(line: number, other: number | undefined): boolean {
  return other === undefined || Math.abs(line - other) <= 1;
}

function tallyFor(rule: string, tallies: Map<string, Tally>): Tally {
  const tally = tallies.get(rule) ?? { right: 0, wrong: 0, missed: 0 };
  tallies.set(rule, tally);
  return tally;
}

function languageOf({ id }: Example): Language {
  const language = LANGUAGES.find((one) => id.startsWith(`${one}-`));
  if (language === undefined) throw new Error(`the id of ${id} does not begin with a language`);
  return language;
}
