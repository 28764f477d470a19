import type { Store } from '../../calls/store.ts';
import { Interrupted } from '../../plan/asker.ts';
import { converse } from '../../plan/conversation.ts';
import type { Talk } from '../../plan/conversation.ts';
import type { Desk } from '../../plan/desk.ts';
import { draftFile } from '../../plan/draft-file.ts';
import type { Draft } from '../../plan/draft.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import { stateFolder } from '../settings.ts';
import { fileCall } from './file-call.ts';
import type { FileOptions } from './file-call.ts';
import { openTalk } from './talk.ts';

/**
 * Plans a call in a conversation, which is kept while it goes on.
 * @param given answers that are not asked for
 * @param resume whether to go on with one that was broken off: is handed what was kept of it, and returns where to begin
 */
export async function planByAsking(
  session: Session,
  store: Store,
  desk: Desk,
  given: Draft,
  options: FileOptions,
  resume: (kept: Draft | undefined, talk: Talk) => Promise<Draft> = () => Promise.resolve({}),
): Promise<ExitCode> {
  const { world, speaker } = session;
  const talk = await openTalk(session, desk, options);
  const kept = draftFile(world.fs, stateFolder(world));
  try {
    talk.show(speaker.say('plan.welcome'));
    const begun = await resume(kept.read(), talk);
    const answers = await converse(given, begun, talk, (draft) => kept.keep(draft));
    if (answers === undefined) {
      kept.forget();
      talk.show(speaker.say('plan.not-written'));
      return EXIT.fine;
    }
    const outcome = await fileCall(session, store, answers, desk, options);
    kept.forget();
    return outcome;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    talk.show(`\n${speaker.say('plan.interrupted')}`);
    return EXIT.interrupted;
  }
}
