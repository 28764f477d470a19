import { rhythmText } from '../terminal/rhythm-text.ts';
import { BACK } from './asker.ts';
import type { Reply, Talk } from './conversation.ts';
import type { Draft } from './draft.ts';
import { readRhythm } from './read-rhythm.ts';

/** How often to ask for the next call; never, where it is left empty. */
export async function askRhythm({ repeat }: Draft, { asker, desk }: Talk): Promise<Reply> {
  const { speaker } = desk;
  const read = (typed: string) => (typed.trim() === '' ? 'never' : readRhythm(typed));
  const typed = await asker.text({
    message: speaker.say('ask.rhythm'),
    prefilled: repeat === undefined || repeat === 'never' ? undefined : rhythmText(repeat, speaker),
    complain: (answer) =>
      read(answer) === undefined ? speaker.say('error.rhythm', { given: answer }) : undefined,
  });
  return typed === BACK ? BACK : { repeat: read(typed) };
}
