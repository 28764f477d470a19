import { saysSomething } from './checks/says-something.ts';
import { unexplainedRefusals } from './checks/refusal-explained.ts';
import type { Finding } from './finding.ts';
import { findingOf, isLookedFor, matchRules } from './judge-text.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { matchPurpose, ruleWithCheck, saysBenefit, saysPreparation } from './judge-purpose.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Section, Stage } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import type { Range } from '../text/range.ts';

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
      for (const match of matchesIn(passage, read[at + 1], rulebook, circumstances)) {
        findings.push(findingOf(match, passage.reading, section.name, passage.offset));
      }
    }
  }
  return [...findings, ...missing(report, passages, rulebook)].sort((a, b) => a.start - b.start);
}

/** The reason for the call is read as a whole, as a purpose is; everything else paragraph by paragraph. */
function passagesOf(
  source: string,
  { name, blocks }: ReportText['sections'][number],
  rulebook: Rulebook,
): Passage[] {
  const offset = blocks[0]?.start;
  if (offset === undefined) return [];
  if (name === 'purpose') return [{ reading: readText(blocksAlone(source, blocks), rulebook), offset }];
  return blocks.map(({ start, end }) => ({
    reading: readText(source.slice(start, end), rulebook),
    offset: start,
  }));
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

function matchesIn(
  passage: Passage,
  next: Passage | undefined,
  rulebook: Rulebook,
  circumstances: Circumstances,
): Match[] {
  const { reading } = passage;
  const matches =
    circumstances.place === 'purpose'
      ? matchPurpose(reading, rulebook, circumstances)
      : matchRules(reading, rulebook, circumstances);
  const refusal = ruleWithCheck(rulebook, 'refusal-explained');
  if (refusal === undefined || !isLookedFor(refusal, circumstances)) return matches;
  const refused = unexplainedRefusals(refusal.id, reading, next?.reading);
  return [...matches, ...refused.map((span) => ({ rule: refusal, span }))];
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
    const rule = ruleWithCheck(rulebook, check);
    const heading = report.sections.find((section) => section.name === place)?.heading ?? {
      start: 0,
      end: 0,
    };
    if (rule?.applies.includes('report') === true)
      findings.push({ rule: rule.id, level: rule.level, place, ...rangeOf(heading), text: '' });
  };
  if (!saysBenefit(readings('benefit'), readings('purpose')[0], rulebook)) say('says-benefit', 'benefit');
  if (!saysPreparation(readings('preparation'), rulebook)) say('says-preparation', 'preparation');
  const done = ruleWithCheck(rulebook, 'says-done');
  if (done !== undefined && !saysSomething(done.id, readings('done'))) say('says-done', 'done');
  return findings;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
