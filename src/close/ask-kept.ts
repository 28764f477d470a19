import { BACK } from '../plan/asker.ts';
import { sidedPromiseText } from '../terminal/promise-text.ts';
import { cleanLine } from '../text/clean.ts';
import { dateOf } from '../time/wall.ts';
import type { ClosingDraft } from './draft.ts';
import { askYesNo } from './talk.ts';
import type { ClosingTalk, Reply } from './talk.ts';

/** Which open promises are kept by now: yes or no for a single one, otherwise a list to tick. None is taken for kept. */
export async function askKept(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const { asker, speaker, openPromises, now } = talk;
  const choices = openPromises.map((promise) => ({
    name: cleanLine(sidedPromiseText(promise, dateOf(now), speaker)),
    value: promise,
  }));
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0) {
    const before = undone.kept !== undefined && undone.kept.length > 0;
    const isKept = await askYesNo(talk, ['close.kept-one', 'close.kept-yes', 'close.kept-no'], before, {
      promise: only.name,
    });
    if (isKept === BACK) return BACK;
    return { kept: isKept ? [only.value] : [] };
  }
  const kept = await asker.tick({
    message: speaker.say('close.kept'),
    choices,
    ticked: undone.kept ?? [],
  });
  return kept === BACK ? BACK : { kept };
}
