import type { Speaker } from '../messages.ts';
import type { Report } from '../reports/report.ts';
import { languageNote } from '../terminal/language-note.ts';
import { cleanLine } from '../text/clean.ts';
import { lineStarts, positionAt } from './positions.ts';

/**
 * Tells what a reader of the results should know about how a report was read: text that was left out, a stage that is
 * none, a language that is not known.
 * @param note given the line, where there is one
 */
export function noteOddities(
  { source, notes, sections }: Report,
  speaker: Speaker,
  note: (line: number | undefined, sentence: string) => void,
): void {
  const starts = lineStarts(source);
  for (const { kind, text, start } of notes) {
    // A report without front matter or headings is judged all the same; nothing is lost.
    if (kind === 'no-front-matter' || kind === 'no-sections') continue;
    note(positionAt(starts, start).line, speaker.say(`report.${kind}`, { text: cleanLine(text) }));
  }
  const judged = sections.flatMap(({ blocks }) => blocks.map(({ start, end }) => source.slice(start, end)));
  const language = languageNote(judged.join('\n'), speaker);
  if (language !== undefined) note(undefined, language);
}
