import { lineStarts, positionAt } from '../lint/positions.ts';
import { verdictOf } from '../rules/finding.ts';
import type { Verdict } from '../rules/finding.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import { judgeReport } from '../rules/judge-report.ts';
import type { ReportText } from '../rules/judge-report.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { Language, Section } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { languageOf } from './examples.ts';
import type { Example } from './examples.ts';
import { f1Of, shareOf, sumOf } from './interval.ts';
import type { Range } from '../text/range.ts';
import type { Estimate, Share } from './interval.ts';
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

/** Judges labelled texts of our own as the program does: each by itself, and the reports that some make together. */
export function judgeAll(examples: readonly Example[], rulebook: Rulebook): Outcome[] {
  const reports = new Map<string, Example[]>();
  for (const example of examples) {
    if (example.report === undefined) continue;
    const lines = reports.get(example.report);
    if (lines === undefined) reports.set(example.report, [example]);
    else lines.push(example);
  }
  return [
    ...examples.map((example) => judgeOne(example, languageOf(example), rulebook)),
    ...[...reports.values()].map((lines) => judgeLines(lines, rulebook)),
  ];
}

/** Judges one labelled text as the program does. */
export function judgeOne(example: Example, language: Language, rulebook: Rulebook): Outcome {
  const { text, stage, section } = example;
  if (section !== undefined) {
    const blocks = text === '' ? [] : [{ start: 0, end: text.length }];
    const sections = [{ name: section, heading: { start: 0, end: 0 }, blocks }];
    const found = judgeReport({ source: text, stage, sections }, rulebook).map(({ rule }) => rule);
    return { kind: 'sentences', language, rules: byRule(new Set(found), new Set(example.expect)) };
  }
  const found = judgePurpose({ purpose: text, stage }, rulebook);
  return {
    kind: 'purposes',
    language,
    verdict: example.verdict && { expected: example.verdict, given: verdictOf(found) },
    rules: byRule(withinPurpose(found.map(({ rule }) => rule)), withinPurpose(example.expect)),
  };
}

/** Judges the lines of one report together. */
function judgeLines(lines: readonly Example[], rulebook: Rulebook): Outcome {
  const { source, report, lineOf } = reportOf(lines);
  const starts = lineStarts(source);
  const found = judgeReport(report, rulebook).map(({ rule, start }) => ({
    rule,
    line: positionAt(starts, start).line,
  }));
  const expected: RuleOnLine<number | undefined>[] = lines.flatMap((example) =>
    example.expect.map((rule) => ({ rule, line: lineOf.get(example) })),
  );
  const lacks = (rule: string, isThere: boolean): void => {
    if (!isThere) expected.push({ rule, line: undefined });
  };
  lacks(
    'missing-benefit',
    lines.some(({ benefit }) => benefit === 'customer'),
  );
  lacks(
    'missing-preparation',
    lines.some(({ section }) => section === 'preparation'),
  );
  lacks(
    'value-not-told',
    lines.some(({ done }) => done === 'concrete'),
  );
  const [first] = lines;
  if (first === undefined) throw new Error('a report without lines');
  return { kind: 'reports', language: languageOf(first), rules: matchReport(found, expected) };
}

/** The lines as they would stand in a file: each section under a heading, each line by itself. */
function reportOf(lines: readonly Example[]): {
  source: string;
  report: ReportText;
  lineOf: ReadonlyMap<Example, number>;
} {
  let source = '';
  let line = 1;
  const lineOf = new Map<Example, number>();
  const sections: { name: Section; heading: Range; blocks: Range[] }[] = [];
  const add = (text: string): Range => {
    const start = source.length;
    source += `${text}\n`;
    line += 1;
    return { start, end: start + text.length };
  };
  for (const example of lines) {
    const name = example.section ?? 'purpose';
    if (sections.at(-1)?.name !== name) sections.push({ name, heading: add(`## ${name}`), blocks: [] });
    lineOf.set(example, line);
    sections.at(-1)?.blocks.push(add(example.text));
  }
  return { source, report: { source, stage: lines[0]?.stage, sections }, lineOf };
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

/** The figures that are kept, so that nobody makes them worse unawares. */
export interface KeyFigures {
  readonly rightVerdicts: number;
  readonly falseRejections: number;
  readonly purposesF1: number;
  readonly sentencesF1: number;
  readonly reportsF1: number;
}

/** @returns shares and F1 from 0 to 1, to four places */
export function keyFigures({ purposes, sentences, reports }: Evaluation): KeyFigures {
  const round = (value = 0): number => Math.round(value * 10_000) / 10_000;
  return {
    rightVerdicts: round(purposes?.all.verdicts?.right.value),
    falseRejections: round(purposes?.all.verdicts?.falseRejections.value),
    purposesF1: round(purposes?.all.rules.f1.value),
    sentencesF1: round(sentences?.all.rules.f1.value),
    reportsF1: round(reports?.all.rules.f1.value),
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
