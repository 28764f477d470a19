import { isExplained } from './checks/refusal-explained.ts';
import { findIn } from './find.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './judge-text.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { saysBenefit, saysDone, saysPreparation } from './says.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Section, Stage } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import type { Range } from '../text/range.ts';
import { replacementFor } from './replacement.ts';
import { suggestionFor } from './suggestion.ts';
import { heedTaught } from './taught.ts';
import { weigh } from './weigh.ts';

/** A call report, cut into its sections; all ranges are offsets into `source`. */
export interface ReportText {
  readonly source: string;
  readonly stage?: Stage | undefined;
  readonly sections: readonly {
    readonly name: Section;
    readonly heading: Range;
    /** Paragraphs and list items. */
    readonly blocks: readonly Range[];
  }[];
}

/** A text of the report and where in the file it begins. */
interface Passage {
  readonly reading: Reading;
  readonly offset: number;
}

/** Judges a call report by all rules that apply to one, in the order of the file. */
export function judgeReport(report: ReportText, rulebook: Rulebook): Finding[] {
  const passages = new Map<Section, Passage[]>();
  const findings: Finding[] = [];
  for (const section of report.sections) {
    const read = passagesOf(report.source, section, rulebook);
    passages.set(section.name, [...(passages.get(section.name) ?? []), ...read]);
    const circumstances: Circumstances = { applies: 'report', place: section.name, stage: report.stage };
    for (const [at, passage] of read.entries()) {
      const matches = matchesIn(passage.reading, read[at + 1]?.reading, rulebook, circumstances);
      const remedy =
        section.name === 'purpose' ? remedyFor(passage, matches, section, rulebook, circumstances) : {};
      for (const match of matches) {
        const finding = findingOf(match, passage.reading, section.name, passage.offset);
        findings.push(match.rule.level === 'error' ? { ...finding, ...remedy } : finding);
      }
    }
  }
  return [...findings, ...missing(report, passages, rulebook)].sort((a, b) => a.start - b.start);
}

/** The reason for the call is read as a whole, as a purpose is; everything else line by line. */
function passagesOf(
  source: string,
  { name, blocks }: ReportText['sections'][number],
  rulebook: Rulebook,
): Passage[] {
  const offset = blocks[0]?.start;
  if (offset === undefined) return [];
  if (name === 'purpose') return [{ reading: readText(blocksAlone(source, blocks), rulebook), offset }];
  return blocks.flatMap(({ start, end }) =>
    linesOf(source.slice(start, end)).map((line) => ({
      reading: readText(line.text, rulebook),
      offset: start + line.offset,
    })),
  );
}

function linesOf(text: string): { text: string; offset: number }[] {
  return [...text.matchAll(/[^\r\n]+/g)].map((line) => ({ text: line[0], offset: line.index }));
}

/** The blocks with line ends in place of all that stands between them (code, quotations), so that no offset moves. */
function blocksAlone(source: string, blocks: readonly Range[]): string {
  let text = '';
  let last = blocks[0]?.start ?? 0;
  for (const { start, end } of blocks) {
    text += '\n'.repeat(start - last) + source.slice(start, end);
    last = end;
  }
  return text;
}

/** What the purpose would be without what is wrong with it, where that leaves a real one. */
function remedyFor(
  { reading, offset }: Passage,
  matches: readonly Match[],
  { blocks }: ReportText['sections'][number],
  rulebook: Rulebook,
  circumstances: Circumstances,
): Pick<Finding, 'suggestion' | 'replacement'> {
  const rest = suggestionFor(reading, matches, rulebook, (again) =>
    matchesIn(again, undefined, rulebook, circumstances),
  );
  if (rest === undefined) return {};
  const moved = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });
  const replacement = replacementFor(
    rest,
    reading,
    matches,
    blocks.map((block) => moved(block, -offset)),
  );
  return {
    // Between two blocks stands a line end for each character of what is left out there.
    suggestion: rest.text.replace(/\s*[\r\n]+\s*/g, '\n'),
    ...(replacement && { replacement: { ...replacement, ...moved(replacement, offset) } }),
  };
}

function matchesIn(
  reading: Reading,
  next: Reading | undefined,
  rulebook: Rulebook,
  circumstances: Circumstances,
): Match[] {
  const found = findIn(reading, rulebook, circumstances, next);
  const refusal = rulebook.byCheck.get('refusal-explained');
  // The model sees one line, and the explanation may stand in the next.
  const weighed = weigh(found, reading, rulebook, circumstances).filter(
    ({ rule, span, byModel }) =>
      rule !== refusal || byModel !== true || !isExplained(rule.id, span, reading, next),
  );
  return heedTaught(weighed, reading, rulebook, circumstances);
}

/** What a report should have said and does not: told once, at the heading, or at the top where there is no heading. */
function missing(
  report: ReportText,
  passages: ReadonlyMap<Section, readonly Passage[]>,
  rulebook: Rulebook,
): Finding[] {
  const isStructured = report.sections.some(
    ({ name, heading }) => name !== 'discussion' && heading.end > heading.start,
  );
  if (!isStructured) return [];
  const readings = (section: Section): Reading[] =>
    (passages.get(section) ?? []).map((passage) => passage.reading);
  const findings: Finding[] = [];
  const say = (check: RuleFile['check'], place: Section): void => {
    const rule = rulebook.byCheck.get(check);
    const heading = report.sections.find((section) => section.name === place)?.heading ?? {
      start: 0,
      end: 0,
    };
    if (rule?.applies.includes('report') === true)
      findings.push({ rule: rule.id, level: rule.level, place, ...rangeOf(heading), text: '' });
  };
  const { stage } = report;
  if (!saysBenefit(readings('benefit'), readings('purpose')[0], rulebook, { applies: 'report', stage }))
    say('says-benefit', 'benefit');
  if (!saysPreparation(readings('preparation'), rulebook)) say('says-preparation', 'preparation');
  if (!saysDone(readings('done'), rulebook, stage)) say('says-done', 'done');
  return findings;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
