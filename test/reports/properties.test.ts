import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import headings from '../../data/headings.json' with { type: 'json' };
import { lineStarts, positionAt } from '../../src/lint/positions.ts';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import type { Report } from '../../src/reports/report.ts';
import type { Range } from '../../src/text/range.ts';
import { readYaml } from '../../src/reports/yaml-front-matter.ts';
import { LANGUAGES, SECTIONS } from '../../src/rules/rule.ts';
import type { Section } from '../../src/rules/rule.ts';
import { textAt } from './reading.ts';

const LINE_END = /\r\n|\r|\n/;

/** The words of a list; with another sign between them, `_` stands for a blank in a word. */
function words(list: string, between = ' '): string[] {
  return list.split(between).map((word) => (between === ' ' ? word : word.replaceAll('_', ' ')));
}

const anyWord = fc.constantFrom(
  ...words("we NDA 10% 🙂 👩‍🔧 𝒳 a\tb #7 (x) «ok» Hannah they'll 2026 *now*"),
  ...words('khách hợp đồng ký trễ întâlnire preț știu țeavă'),
  ...words('khách hợp đồng ký trễ întâlnire preț știu țeavă'.normalize('NFD')),
);
/** A line that cannot be taken for anything but text. */
const anyLine = fc
  .tuple(fc.constantFrom(...words('Chúng Noi They Đã Înainte “So” 🙂')), fc.array(anyWord, { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest].join(' '));

interface Block {
  before: string;
  lines: string[];
  /** What stands in a report and is not its writer's prose. */
  foreign: string[];
}

const anyBlock: fc.Arbitrary<Block> = fc.record({
  before: fc.constantFrom('', ' ', '\t', '- ', '* ', '  + ', '• ', '1. ', '1) ', '- [ ] ', '\t- '),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
  foreign: fc.constantFrom(
    ['> Just a courtesy call.', 'that was quoted'],
    ['```', '# Purpose', 'code', '```'],
    ['<!-- a hint', '', '## Purpose', '-->'],
    ['***'],
    [],
  ),
});

interface Heading {
  name: Section;
  words: string;
  lines: string[];
}

const anyHeading: fc.Arbitrary<Heading> = fc
  .record({
    name: fc.constantFrom(...SECTIONS),
    language: fc.constantFrom(...LANGUAGES),
    pick: fc.nat(),
    spell: fc.constantFrom(
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.normalize('NFD'),
      (name: string) => `II. ${name}`,
    ),
    build: fc.constantFrom(
      (text: string) => [`# ${text}`],
      (text: string) => [`   ###### ${text}: ##`],
      (text: string) => [`## **${text}**`],
      (text: string) => [text, '====='],
    ),
  })
  .map(({ name, language, pick, spell, build }) => {
    const names = headings[name][language];
    const text = spell(names[pick % names.length] ?? '');
    return { name, words: text, lines: build(text) };
  });

interface Part {
  heading: Heading;
  blocks: Block[];
  /** Whether an unknown heading of the highest level follows, with text. */
  isFollowed: boolean;
}

interface Made {
  bom: string;
  lineEnd: string;
  account: string | null;
  quote: string;
  parts: Part[];
}

const anyReport: fc.Arbitrary<Made> = fc.record({
  bom: fc.constantFrom('', '\uFEFF'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  account: fc.option(anyLine.map((line) => line.replace(/[#“”]/g, ''))),
  quote: fc.constantFrom('', '"'),
  parts: fc.array(
    fc.record({
      heading: anyHeading,
      blocks: fc.array(anyBlock, { maxLength: 4 }),
      isFollowed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

function write({ bom, lineEnd, account, quote, parts }: Made): string {
  const lines: string[] = [];
  if (account !== null) lines.push('---', `account: ${quote}${account}${quote}  `, '---');
  for (const { heading, blocks, isFollowed } of parts) {
    lines.push(...heading.lines, '');
    for (const block of blocks) {
      lines.push(`${block.before}${block.lines.join(lineEnd)}  `, '', ...block.foreign, '');
    }
    if (isFollowed) lines.push('# Weather that day', 'Left out.', '');
  }
  return bom + lines.join(lineEnd);
}

/** Everything that a report points at in its source. */
function rangesOf(report: Report): Range[] {
  const sections = report.sections.flatMap((section) => [section.heading].concat(section.blocks));
  return Object.values<Range>(report.fields).concat(sections);
}

describe('a report made of parts', () => {
  it('is taken apart into what was put in, to the last character', () => {
    fc.assert(
      fc.property(anyReport, (made) => {
        const report = readMarkdownReport(write(made));
        const found = report.sections.map(({ name, heading, blocks }) => ({
          name,
          heading: textAt(report, heading),
          blocks: blocks.map((block) => textAt(report, block)),
        }));
        const putIn = made.parts.map(({ heading, blocks }) => ({
          name: heading.name,
          heading: heading.words,
          blocks: blocks.map((block) => block.lines.join(made.lineEnd)),
        }));
        expect(found).toEqual(putIn);

        const { account } = report.fields;
        const value = made.account ?? undefined;
        expect(account?.value).toBe(value);
        expect(account && textAt(report, account)).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('has everything at the line and column where it stands in the file', () => {
    fc.assert(
      fc.property(anyReport, (made) => {
        const source = write(made);
        const starts = lineStarts(source);
        const lines = source.split(LINE_END);
        for (const { start, end } of rangesOf(readMarkdownReport(source))) {
          const { line, column } = positionAt(starts, start);
          const [first = ''] = source.slice(start, end).split(LINE_END);
          expect(lines[line - 1]?.slice(column - 1, column - 1 + first.length)).toBe(first);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const anyScrap = fc.constantFrom(
  ...words('# ## - 1. > ``` ~~~ <!-- --> --- === : ** _ * " \' [ { | ( / x … 🙂 Purpose Notes account stage'),
  ...words('MỤC_ĐÍCH|_|\n|\n\n|\r\n|\r|\t|-_|##_|>_|:_', '|'),
  ...words('\uFEFF|\ud83d|\u0301|\0|---\n|---\naccount:_A\n---\n', '|'),
);
const anyText = fc.oneof(
  fc.array(anyScrap, { maxLength: 60 }).map((scraps) => scraps.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('any text whatever', () => {
  it('is a report whose ranges lie within it, one behind the other', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(readYaml, undefined), (source, yaml) => {
        const report = readMarkdownReport(source, yaml);
        const ranges = rangesOf(report).sort((a, b) => a.start - b.start || a.end - b.end);
        const offsets = ranges.flatMap(({ start, end }) => [start, end]);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        for (const { start, end } of ranges.concat(report.notes)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
        expect(report.sections.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('has no block that is empty or has space around it', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const report = readMarkdownReport(source);
        const texts = report.sections.flatMap(({ blocks }) => blocks.map((block) => textAt(report, block)));
        expect(texts.filter((text) => text === '' || text !== text.trim())).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a megabyte of nothing but one thing', () => {
  const things = [
    ...words('# - > a * = ` : [ ** _ <!-- <!---->a #a a:'),
    ...words('_|\n|\r|-_|>_|*_|1._|-_[_]_|#_\n|<!--\n|```\n|```\n<!--\n```\n', '|'),
    ...words('a\n---\n|Purpose\n\n|Purpose:_x\n|---\naccount:_x\n', '|'),
  ];
  // Anything but linear time would take minutes.
  it.each(things)('is read in good time: %j', { timeout: 30_000 }, (thing) => {
    const source = thing.repeat(1_000_000 / thing.length);
    const texts = [source, `## Notes\n${source}\n-->`, `---\naccount: ${source}\n---\n`];
    expect(texts.map((text) => readMarkdownReport(text).source.length)).toEqual(
      texts.map((text) => text.length),
    );
  });
});
