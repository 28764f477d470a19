import { lineEndsOf, skipSpace } from '../reports/lines.ts';
import type { Report } from '../reports/report.ts';
import type { Range } from '../text/range.ts';
import { readDirective } from './directives.ts';
import type { Directive } from './directives.ts';
import { lineStarts, positionAt } from './positions.ts';
import { unknownDirective, unknownRule, unused, unusedEnable, withoutReason } from './suppression-problem.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

/** A finding, as far as a comment has to do with it; an empty range at 0 is about the report as a whole. */
export interface Suppressible extends Range {
  readonly rule: string;
}

/** What is known of a place: which comment, if any, suppresses each rule there. */
interface Off {
  all: Directive | undefined;
  /** Stronger than `all`; nothing for a rule that was enabled again. */
  readonly byRule: Map<string, Directive | undefined>;
}

/** What the comments of a report suppress; made by `suppressionsIn`. */
export interface Suppressions {
  /** Comments with a reason that suppress something: all that can turn out to be of no use. */
  readonly disabling: readonly Directive[];
  /** By line, counted from 1, for comments that count for one line. */
  readonly lines: ReadonlyMap<number, Off>;
  /** Comments that count from where they stand, in order. */
  readonly blocks: readonly Directive[];
  /** The offsets at which lines begin; empty where no comment counts for one line. */
  readonly starts: readonly number[];
  /** Where the text of the report begins, behind front matter and comments. */
  readonly top: number;
  /** What is wrong with comments whatever they suppress, in order. */
  readonly problems: readonly SuppressionProblem[];
}

export interface Suppressed<Finding> {
  readonly finding: Finding;
  readonly reason: string;
}

export interface AfterSuppression<Finding> {
  /** In the order in which they were handed in, as are those suppressed. */
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed<Finding>[];
  /** What is wrong with the comments, in the order of the report. */
  readonly problems: readonly SuppressionProblem[];
}

const NONE: Suppressions = { disabling: [], lines: new Map(), blocks: [], starts: [], top: 0, problems: [] };

/**
 * Finds the comments of a report that suppress findings:
 * - `<!-- plan-call-disable-next-line RULE … -- reason -->` for the next line that has text
 * - `<!-- plan-call-disable-line RULE … -- reason -->` for the line it stands on
 * - `<!-- plan-call-disable RULE … -- reason -->` from there on, until `<!-- plan-call-enable RULE … -->` or the end
 *
 * Without a rule they count for all. Without a reason they count for nothing. A finding stands where it begins.
 * @param rules the ids of all rules there are
 */
export function suppressionsIn(
  { source, comments, body }: Pick<Report, 'source' | 'comments' | 'body'>,
  rules: ReadonlySet<string>,
): Suppressions {
  const directives: Directive[] = [];
  for (const comment of comments) {
    const directive = readDirective(source, comment);
    if (directive !== undefined) directives.push(directive);
  }
  if (directives.length === 0) return NONE;

  const heeded = directives.flatMap((directive) => heedable(directive, rules));
  const disabling = heeded.filter(({ name }) => name !== 'plan-call-enable');
  const ofLines = disabling.filter(({ name }) => name !== 'plan-call-disable');
  const starts = ofLines.length === 0 ? [] : lineStarts(source);
  return {
    disabling,
    lines: linesOf(ofLines, source, comments, starts),
    blocks: heeded.filter(({ name }) => name === 'plan-call-disable' || name === 'plan-call-enable'),
    starts,
    top: topOf(source, comments, body),
    problems: problemsOf(directives, rules),
  };
}

/**
 * Takes out the findings that a comment suppresses. Of several comments that do, the one for the line is taken before
 * the one for more, and the later one before the earlier one. What is missing from the report as a whole has no line: it
 * is suppressed by a `plan-call-disable` that stands before all text.
 * @param findings whose ranges are those of the report that the suppressions were found in
 */
export function applySuppressions<Finding extends Suppressible>(
  findings: readonly Finding[],
  suppressions: Suppressions,
): AfterSuppression<Finding> {
  if (suppressions.disabling.length === 0)
    return { kept: findings, suppressed: [], problems: suppressions.problems };
  const by = suppressorsOf(findings, suppressions);
  const kept: Finding[] = [];
  const suppressed: Suppressed<Finding>[] = [];
  for (const finding of findings) {
    const directive = by.get(finding);
    if (directive === undefined) kept.push(finding);
    else suppressed.push({ finding, reason: directive.reason });
  }
  const problems = [...suppressions.problems, ...unusedAmong(suppressions.disabling, by)];
  return { kept, suppressed, problems: problems.sort((a, b) => a.start - b.start) };
}

/** The directive with the rules that there are; nothing where it cannot be heeded. */
function heedable(directive: Directive, rules: ReadonlySet<string>): Directive[] {
  const { name, reason } = directive;
  if (name === undefined || (name !== 'plan-call-enable' && reason === '')) return [];
  const known = directive.rules.filter((word) => rules.has(word.text));
  // One that names only rules that do not exist is not meant for all.
  return known.length === 0 && directive.rules.length > 0 ? [] : [{ ...directive, rules: known }];
}

function linesOf(
  directives: readonly Directive[],
  source: string,
  comments: readonly Range[],
  starts: readonly number[],
): Map<number, Off> {
  const lines = new Map<number, Off>();
  const suppressOn = (line: number, directive: Directive): void => {
    const off = lines.get(line) ?? { all: undefined, byRule: new Map() };
    lines.set(line, off);
    turnOff(off, directive);
  };
  const lineAfter = linesWithText(source, comments, starts);
  for (const directive of directives) {
    const { start, end } = directive.comment;
    const last = positionAt(starts, end).line;
    if (directive.name === 'plan-call-disable-next-line') {
      const line = lineAfter(last);
      if (line !== undefined) suppressOn(line, directive);
    } else {
      // Of a comment over several lines, text may stand before its first and behind its last.
      const first = positionAt(starts, start).line;
      suppressOn(first, directive);
      if (last !== first) suppressOn(last, directive);
    }
  }
  return lines;
}

/**
 * Finds the first line below another one that has more than comments in it. Each call asks for a line that is not above
 * the one asked for last, so that the source is read once.
 */
function linesWithText(
  source: string,
  comments: readonly Range[],
  starts: readonly number[],
): (line: number) => number | undefined {
  const textBefore = textOutside(source, comments);
  const lineEnd = lineEndsOf(source);
  let found = 0;
  return (line) => {
    for (found = Math.max(found, line + 1); found <= starts.length; found += 1) {
      const start = starts[found - 1] ?? source.length;
      const end = lineEnd(start);
      if (textBefore(start, end) < end) return found;
    }
    return undefined;
  };
}

/**
 * Finds the first offset of a range that is neither white space nor in a comment; the end of the range if there is none.
 * Each call asks for a range that does not lie before the one asked for last.
 */
function textOutside(source: string, comments: readonly Range[]): (start: number, end: number) => number {
  let next = 0;
  return (start, end) => {
    for (let at = start; at < end;) {
      while ((comments[next]?.end ?? Infinity) <= at) next += 1;
      const comment = comments[next];
      const stop = Math.min(Math.max(comment?.start ?? end, at), end);
      at = skipSpace(source, at, stop);
      if (at < stop || comment === undefined || stop === end) return at;
      at = comment.end;
    }
    return end;
  };
}

function topOf(source: string, comments: readonly Range[], body: number): number {
  return textOutside(source, comments)(body, source.length);
}

function turnOff(off: Off, directive: Directive): void {
  if (directive.rules.length === 0) {
    off.all = directive;
    off.byRule.clear();
  }
  for (const { text } of directive.rules) off.byRule.set(text, directive);
}

function turnOn(off: Off, { rules }: Directive): void {
  if (rules.length === 0) {
    off.all = undefined;
    off.byRule.clear();
  }
  for (const { text } of rules) off.byRule.set(text, undefined);
}

function suppressorIn(off: Off | undefined, rule: string): Directive | undefined {
  if (off === undefined) return undefined;
  return off.byRule.has(rule) ? off.byRule.get(rule) : off.all;
}

/** The comment that suppresses each finding, for those that one does. */
function suppressorsOf<Finding extends Suppressible>(
  findings: readonly Finding[],
  { lines, blocks, starts, top }: Suppressions,
): Map<Finding, Directive> {
  const by = new Map<Finding, Directive>();
  const placeOf = ({ start, end }: Finding): number => (end === 0 ? Math.max(start, top) : start);
  const off: Off = { all: undefined, byRule: new Map() };
  let next = 0;
  for (const finding of findings.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const place = placeOf(finding);
    for (let block = blocks[next]; block !== undefined && block.comment.end <= place; block = blocks[next]) {
      if (block.name === 'plan-call-enable') turnOn(off, block);
      else turnOff(off, block);
      next += 1;
    }
    const line = lines.size === 0 ? undefined : lines.get(positionAt(starts, finding.start).line);
    const directive = suppressorIn(line, finding.rule) ?? suppressorIn(off, finding.rule);
    if (directive !== undefined) by.set(finding, directive);
  }
  return by;
}

function unusedAmong(
  disabling: readonly Directive[],
  by: ReadonlyMap<Suppressible, Directive>,
): SuppressionProblem[] {
  const used = new Map<Directive, Set<string>>();
  for (const [{ rule }, directive] of by) {
    const rules = used.get(directive) ?? new Set();
    used.set(directive, rules.add(rule));
  }
  return disabling.flatMap((directive) => {
    const rules = used.get(directive);
    const idle = namesOf(directive).filter((rule) => rules?.has(rule) !== true);
    const isUseless = directive.rules.length === 0 ? rules === undefined : idle.length > 0;
    return isUseless ? [unused(directive, idle)] : [];
  });
}

function namesOf({ rules }: Pick<Directive, 'rules'>): string[] {
  return [...new Set(rules.map((word) => word.text))];
}

function problemsOf(directives: readonly Directive[], rules: ReadonlySet<string>): SuppressionProblem[] {
  const problems: SuppressionProblem[] = [];
  // Also by comments that suppress nothing, so that the end of one without a reason is not called useless.
  const disabled = new Set<string>();
  let isAllDisabled = false;
  for (const directive of directives) {
    const { name, reason } = directive;
    if (name === undefined) {
      problems.push(unknownDirective(directive));
      continue;
    }
    if (name !== 'plan-call-enable' && reason === '') problems.push(withoutReason(directive));
    for (const word of directive.rules) if (!rules.has(word.text)) problems.push(unknownRule(word, rules));
    const names = namesOf(directive);
    if (name === 'plan-call-disable') {
      if (names.length === 0) isAllDisabled = true;
      for (const rule of names) disabled.add(rule);
    } else if (name === 'plan-call-enable') {
      const idle = isAllDisabled ? [] : names.filter((rule) => rules.has(rule) && !disabled.has(rule));
      const isUseless = names.length === 0 ? !isAllDisabled && disabled.size === 0 : idle.length > 0;
      if (isUseless) problems.push(unusedEnable(directive, idle));
      if (names.length === 0) {
        isAllDisabled = false;
        disabled.clear();
      }
      for (const rule of names) disabled.delete(rule);
    }
  }
  return problems.sort((a, b) => a.start - b.start);
}
