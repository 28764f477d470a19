import { commentsOf } from './comments.ts';
import { lineEndsOf, nextLine, skipSpace, trimEnd } from './lines.ts';
import {
  beginsPlainly,
  closesFence,
  hashHeading,
  isEmphasised,
  isQuote,
  isRule,
  labelOf,
  listItem,
  openingFence,
  underlineBelow,
  wordsOf,
} from './markdown-lines.ts';
import type { Fence, Item, Label } from './markdown-lines.ts';
import { fieldNamed, sectionNamed } from './names.ts';
import type { Field, ReportField } from './report.ts';
import type { Range } from '../text/range.ts';
import type { Section } from '../rules/rule.ts';

/** A heading and the text below it, up to the next heading of any kind. */
export interface Part {
  /** The words of the heading; empty before the first heading. */
  readonly heading: Range;
  /** 1 to 6 as in Markdown, deeper for a mere label; 0 before the first heading. */
  readonly level: number;
  /** The section that the heading names, if we know it. */
  readonly section: Section | undefined;
  /** Paragraphs and list items. */
  readonly blocks: readonly Range[];
}

export interface Outline {
  readonly parts: readonly Part[];
  /** `Account: …` and the like, where they stand before all text. */
  readonly fields: Readonly<Partial<Record<Field, ReportField>>>;
  /** From `<!--` to `-->`, in order; what stands in code is none. */
  readonly comments: readonly Range[];
  /** The line that begins code which never ends. */
  readonly unclosedCode: Range | undefined;
}

/** Finds the headings and the blocks of a report from the offset `body` on, in one pass over its lines. */
export function readOutline(source: string, body: number): Outline {
  const reader = new OutlineReader(source, body);
  const commentIn = commentsOf(source);
  const lineEnd = lineEndsOf(source);
  const comments: Range[] = [];
  for (let at = body; at < source.length;) {
    const end = lineEnd(at);
    // What stands before and behind a comment is read as if each were a line of its own.
    const comment = reader.isInCode ? undefined : commentIn(at, end);
    const stop = comment?.start ?? end;
    const start = skipSpace(source, at, stop);
    reader.readLine(start, trimEnd(source, start, stop), comment === undefined ? end : undefined);
    if (comment === undefined) {
      at = nextLine(source, end);
    } else {
      reader.endText();
      comments.push(comment);
      at = comment.end;
    }
  }
  return { ...reader.finish(), comments };
}

/** A heading that is a label on a line of text: `Purpose: …`. */
const LABEL_LEVEL = 7;
/** A heading that is a label of a list item: `- Purpose: …`. */
const ITEM_LABEL_LEVEL = 8;

/** What has been read so far, and what the next line may be the continuation of. */
class OutlineReader {
  private readonly source: string;
  private readonly parts: Part[] = [];
  private readonly fields: Partial<Record<Field, ReportField>> = {};
  /** The blocks of the last part. */
  private blocks: Range[] = [];
  private hasText = false;
  /** The level of the last heading that named a section; 0 before the first. */
  private sectionLevel = 0;
  /** The paragraph or list item that the next line may continue. */
  private block: { start: number; end: number; isItem: boolean } | undefined;
  /** In a block quote, to which also the lines right below it belong. */
  private isQuoted = false;
  private code: { fence: Fence; line: Range } | undefined;

  constructor(source: string, body: number) {
    this.source = source;
    this.openPart({ start: body, end: body }, 0, undefined);
  }

  get isInCode(): boolean {
    return this.code !== undefined;
  }

  /**
   * Reads a line without the space around it.
   * @param lineStop where the line ends in the source; nothing if it goes on behind a comment
   */
  readLine(start: number, end: number, lineStop: number | undefined): void {
    if (this.code !== undefined) {
      if (closesFence(this.source, start, end, this.code.fence)) this.code = undefined;
      return;
    }
    if (start === end || isRule(this.source, start, end)) {
      this.endText();
      return;
    }
    if (beginsPlainly(this.source, start)) {
      this.readText(start, end, lineStop);
      return;
    }
    if (this.readHashes(start, end) || this.readForeign(start, end)) return;
    const item = listItem(this.source, start, end);
    if (item !== undefined && !(item.isLaterNumber && this.isInParagraph)) this.readItem(item, end);
    else this.readText(start, end, lineStop);
  }

  /** Ends the paragraph, item or quote: what follows is another one. */
  endText(): void {
    if (this.block !== undefined) this.blocks.push({ start: this.block.start, end: this.block.end });
    this.block = undefined;
    this.isQuoted = false;
  }

  finish(): Omit<Outline, 'comments'> {
    this.endText();
    return { parts: this.parts, fields: this.fields, unclosedCode: this.code?.line };
  }

  private get isInText(): boolean {
    return this.block !== undefined || this.isQuoted;
  }

  private get isInParagraph(): boolean {
    return this.block === undefined ? this.isQuoted : !this.block.isItem;
  }

  private readHashes(start: number, end: number): boolean {
    const hashes = hashHeading(this.source, start, end);
    if (hashes === undefined) return false;
    const heading = wordsOf(this.source, hashes.text.start, hashes.text.end);
    const section = this.sectionIn(heading);
    if (section !== undefined) {
      this.openPart(heading, hashes.level, section);
      return true;
    }
    const label = labelOf(this.source, hashes.text.start, hashes.text.end);
    if (label !== undefined && this.openLabel(label, hashes.text.end, hashes.level)) return true;
    if (hashes.isTight) return false;
    if (heading.start === heading.end) this.endText();
    else this.openPart(heading, hashes.level, undefined);
    return true;
  }

  /** Block quotes and code: other people's words, or none. */
  private readForeign(start: number, end: number): boolean {
    if (isQuote(this.source, start)) {
      this.endText();
      this.isQuoted = true;
      return true;
    }
    const fence = openingFence(this.source, start, end);
    if (fence === undefined) return false;
    this.endText();
    this.code = { fence, line: { start, end } };
    return true;
  }

  private readItem(item: Item, end: number): void {
    this.endText();
    let start = item.text;
    for (
      let inner = listItem(this.source, start, end);
      inner !== undefined;
      inner = listItem(this.source, start, end)
    ) {
      start = inner.text;
    }
    if (start === end || this.readForeign(start, end)) return;
    const label = labelOf(this.source, start, end);
    if (label !== undefined) {
      // In the list of another section, "agenda: …" is an item like the others.
      const isHeading = label.isBold || this.sectionLevel === 0 || this.sectionLevel === ITEM_LABEL_LEVEL;
      if (isHeading && this.openLabel(label, end, ITEM_LABEL_LEVEL)) return;
      if (this.readField(label, end)) return;
    }
    this.startBlock(start, end, true);
  }

  private readText(start: number, end: number, lineStop: number | undefined): void {
    const label = labelOf(this.source, start, end);
    const isAlone = label?.text === end;
    if (label !== undefined) {
      if (!isAlone && this.mayBeHeading(label) && this.openLabel(label, end, LABEL_LEVEL)) return;
      if (this.readField(label, end)) return;
    }
    const underlined = this.isInText || lineStop === undefined ? 0 : underlineBelow(this.source, lineStop);
    const mayBeName = isAlone || isEmphasised(this.source, start, end) || this.mayBeBareHeading(lineStop);
    if (underlined === 0 && !mayBeName) {
      this.addText(start, end);
      return;
    }
    const words = wordsOf(this.source, start, end);
    const section = this.sectionIn(words);
    if (underlined !== 0) this.openPart(words, underlined, section);
    else if (section !== undefined) this.openPart(words, LABEL_LEVEL, section);
    else this.addText(start, end);
  }

  /** Whether `Name: text` can be a heading here, or is rather a line of the paragraph that happens to begin so. */
  private mayBeHeading(label: Label): boolean {
    if (label.isBold || !this.isInText || this.sectionLevel >= LABEL_LEVEL) return true;
    const first = this.source.charAt(label.name.start);
    return this.sectionLevel === 0 && first !== first.toLowerCase();
  }

  /** Whether a name alone on its line can be a heading: not below headings with hashes, and not at the very end. */
  private mayBeBareHeading(lineStop: number | undefined): boolean {
    if (this.isInText || (this.sectionLevel !== 0 && this.sectionLevel < LABEL_LEVEL)) return false;
    const { length } = this.source;
    return lineStop === undefined || skipSpace(this.source, lineStop, length) < length;
  }

  /** Opens the section that the label names, with the text behind the label as its first block. */
  private openLabel(label: Label, end: number, level: number): boolean {
    const section = this.sectionIn(label.name);
    if (section === undefined) return false;
    this.openPart(label.name, level, section);
    if (label.text < end) this.startBlock(label.text, end, level === ITEM_LABEL_LEVEL);
    return true;
  }

  private readField(label: Label, end: number): boolean {
    if (this.hasText || this.sectionLevel !== 0) return false;
    const field = fieldNamed(this.source.slice(label.name.start, label.name.end));
    if (field === undefined) return false;
    const value = this.source.slice(label.text, end);
    if (value !== '') this.fields[field] ??= { value, start: label.text, end };
    return true;
  }

  private sectionIn({ start, end }: Range): Section | undefined {
    return sectionNamed(this.source.slice(start, end));
  }

  private openPart(heading: Range, level: number, section: Section | undefined): void {
    this.endText();
    this.blocks = [];
    this.parts.push({ heading, level, section, blocks: this.blocks });
    if (section !== undefined) this.sectionLevel = level;
  }

  private addText(start: number, end: number): void {
    if (this.block !== undefined) this.block.end = end;
    else if (!this.isQuoted) this.startBlock(start, end, false);
  }

  private startBlock(start: number, end: number, isItem: boolean): void {
    this.block = { start, end, isItem };
    this.hasText = true;
  }
}
