import { pathFrom } from '../../lint/formats/place.ts';
import type { Note } from '../../lint/read-items.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';

/** The same is said of so many files one by one; of the others it is said how many there are. */
const MOST = 3;

/** What is said beside the results, where it is about a file. */
export interface Notes {
  readonly add: Note;
  /** Says how often that was to be said which was not said any more. */
  readonly finish: () => void;
}

/** A thousand reports with the same heading that is not known are not worth a thousand lines. */
export function openNotes({ world, speaker, note, noteInk }: Session): Notes {
  const counts = new Map<string, number>();
  return {
    add(path, line, sentence) {
      const count = (counts.get(sentence) ?? 0) + 1;
      counts.set(sentence, count);
      if (count > MOST) return;
      const shown = cleanLine(pathFrom(world.cwd, path));
      note(`${noteInk.dim(line === undefined ? shown : `${shown}:${line}`)} ${cleanLine(sentence)}`);
    },
    finish() {
      for (const [sentence, count] of counts)
        if (count > MOST)
          note(speaker.say('lint.more-notes', { n: count - MOST, sentence: cleanLine(sentence) }));
    },
  };
}
