import type { Episode } from '../../history/story.ts';
import { subjectOf } from '../../history/touched.ts';
import { cleanLine } from '../../text/clean.ts';
import { changeText, changeTime, changeWord, closingText } from '../../terminal/change-text.ts';
import { differenceText } from '../../terminal/difference-text.ts';
import { wrap, wrapHanging } from '../../terminal/layout.ts';
import type { Session } from '../session.ts';

const INDENT = '    ';

/** What happened to a record, for people to read, oldest first. */
export function showStory(story: readonly Episode[], session: Session): string {
  return story.map((episode) => showEpisode(episode, session)).join('\n');
}

function showEpisode({ change, undoneAt, differences }: Episode, session: Session): string {
  const { speaker, now, width, ink } = session;
  const isAdded = subjectOf(change)?.before === undefined;
  const what = isAdded ? changeText(change, speaker) : changeWord(change, speaker);
  const undone =
    undoneAt === undefined
      ? ''
      : ` (${speaker.say('history.undone', { when: changeTime(undoneAt, now, speaker) })})`;
  const time = changeTime(change.at, now, speaker);
  const lines = [wrapHanging(`${time}  ${what}${undone}`, width, INDENT)];
  const closing = closingText(change, speaker);
  if (closing !== undefined) lines.push(wrap(closing, width, INDENT));
  if (change.because !== undefined) {
    lines.push(wrap(speaker.say('change.because', { because: cleanLine(change.because) }), width, INDENT));
  }
  for (const difference of differences) lines.push(wrap(differenceText(difference, speaker), width, INDENT));
  const text = lines.join('\n');
  return undoneAt === undefined ? text : ink.dim(text);
}
