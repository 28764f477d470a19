import { readFrontMatter } from './front-matter.ts';
import type { YamlReader } from './front-matter.ts';
import { languageNamed, stageNamed } from './names.ts';
import { readOutline } from './outline.ts';
import type { Part } from './outline.ts';
import type { NoteKind, Report, ReportFields, ReportNote, ReportSection } from './report.ts';
import type { Range } from '../text/range.ts';

/**
 * Reads a call report in Markdown or plain text: front matter, then sections under headings in any of the languages.
 * Every string is a report; this never throws.
 *
 * An unknown heading deeper than the section above it belongs to that section; the text below any other is left out and
 * noted. Text before the first known heading, or below a title, is a `discussion` without heading, and so is the whole
 * text if no heading is known.
 * @param readYaml for front matter that is more than plain `key: value` lines, of which else only those are read
 */
export function readMarkdownReport(source: string, readYaml?: YamlReader): Report {
  const frontMatter = readFrontMatter(source, readYaml);
  const outline = readOutline(source, frontMatter.body);
  const fields = { ...outline.fields, ...frontMatter.fields };
  const { sections, leftOut } = gather(outline.parts);

  const note = (kind: NoteKind, { start, end }: Range): ReportNote => ({
    kind,
    start,
    end,
    text: source.slice(start, end),
  });
  const top = { start: frontMatter.body, end: frontMatter.body };
  const notes = [
    ...frontMatter.notes,
    ...fieldNotes(fields),
    ...leftOut.map((heading) => note('unknown-heading', heading)),
  ];
  if (outline.unclosedCode !== undefined) notes.push(note('unclosed-code', outline.unclosedCode));
  if (sections.every((section) => section.blocks.length === 0)) {
    notes.push(note('empty', top));
  } else {
    if (Object.keys(fields).length === 0) notes.push(note('no-front-matter', top));
    if (!outline.parts.some(isSection)) notes.push(note('no-sections', top));
  }
  const { comments } = outline;
  return {
    source,
    fields,
    sections,
    body: frontMatter.body,
    comments,
    notes: notes.sort((a, b) => a.start - b.start),
  };
}

function fieldNotes({ stage, language }: ReportFields): ReportNote[] {
  const notes: ReportNote[] = [];
  const unknown = (kind: NoteKind, { value, start, end }: { value: string } & Range): void => {
    notes.push({ kind, start, end, text: value });
  };
  if (stage !== undefined && stageNamed(stage.value) === undefined) unknown('unknown-stage', stage);
  if (language !== undefined && languageNamed(language.value) === undefined)
    unknown('unknown-language', language);
  return notes;
}

function isSection(part: Part): boolean {
  return part.section !== undefined;
}

/** The sections, and the headings whose text belongs to none. */
function gather(parts: readonly Part[]): { sections: ReportSection[]; leftOut: Range[] } {
  const firstLevel = parts.find(isSection)?.level;
  const sections: ReportSection[] = [];
  const leftOut: Range[] = [];
  const preface: Range[] = [];
  let blocks = preface;
  // Headings deeper than this belong to the section above.
  let level = firstLevel === undefined ? 0 : Infinity;
  for (const [at, part] of parts.entries()) {
    if (part.section !== undefined) {
      blocks = [];
      level = part.level;
      sections.push({ name: part.section, heading: part.heading, blocks });
    }
    if (isSection(part) || part.level > level || isTop(part, at, firstLevel)) {
      for (const block of part.blocks) blocks.push(block);
    } else {
      level = Infinity;
      if (part.blocks.length > 0) leftOut.push(part.heading);
    }
  }
  const [top] = parts;
  if (top !== undefined && (preface.length > 0 || firstLevel === undefined)) {
    sections.unshift({ name: 'discussion', heading: top.heading, blocks: preface });
  }
  return { sections, leftOut };
}

/** Before the first heading, or below the first one if it stands above those of the sections: a title. */
function isTop(part: Part, at: number, firstLevel = 0): boolean {
  return at === 0 || (at === 1 && part.level < firstLevel);
}
