import { cleanLine } from './clean.ts';

/** A text as Markdown shows it in one line, letter by letter: nothing in it is markup, wherever the line stands. */
export function markdownText(text: string): string {
  return cleanLine(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&#]/g, String.raw`\$&`)
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}
