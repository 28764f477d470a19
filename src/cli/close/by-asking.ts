import { brokenOffFile } from '../../close/broken-off.ts';
import { closingOf } from '../../close/closing.ts';
import type { ClosingSetting } from '../../close/closing.ts';
import { isComplete } from '../../close/draft.ts';
import type { ClosingAnswers, ClosingDraft } from '../../close/draft.ts';
import { questionsAfter } from '../../close/questions.ts';
import { summaryOfClosing } from '../../close/summary.ts';
import type { OpenedRules } from '../../open-rules.ts';
import type { CallToClose } from '../../close/talk.ts';
import type { Call } from '../../calls/call.ts';
import { wantsToGoOn } from '../../plan/ask-resume.ts';
import { Interrupted } from '../../plan/asker.ts';
import type { Asker } from '../../plan/asker.ts';
import { interview } from '../../plan/interview.ts';
import type { KeptFile } from '../../plan/kept-file.ts';
import { openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import { stateFolder } from '../settings.ts';

/** What was answered of a closing that was broken off. */
export function brokenOff({ world }: Session, { id }: Call): KeptFile<readonly ClosingDraft[]> {
  return brokenOffFile(world.fs, stateFolder(world), id);
}

/**
 * Asks what came of a call. What was answered is kept until it is written down, and taken up again the next time.
 * @param given answers that are not asked for
 * @returns an exit code when nothing is to be written down
 */
export async function closeByAsking(
  session: Session,
  rules: OpenedRules,
  about: CallToClose,
  given: ClosingDraft,
  setting: ClosingSetting,
): Promise<ClosingAnswers | ExitCode> {
  const { speaker, now } = session;
  const { asker, show } = await openAsking(session);
  const kept = brokenOff(session, about.call);
  const questions = questionsAfter({
    asker,
    show,
    speaker,
    now,
    ...about,
    refusalAdvice: rules.rulebook.byCheck.get('refusal-explained')?.advice[speaker.language] ?? '',
    summary: (answers) =>
      isComplete(answers)
        ? summaryOfClosing(about.call, closingOf(answers, about.call, setting), speaker)
        : '',
  });
  try {
    const begun = isSaidAlready(given) ? [] : await askWhetherToResume(session, asker, kept.read(), about);
    const draft = await interview(given, questions, {
      begun,
      keep(drafts) {
        // The decision to write is no answer to go on behind.
        if (drafts.at(-1)?.decision === undefined) kept.keep(drafts);
      },
    });
    if (draft.decision === 'write' && isComplete(draft)) return draft;
  } catch (error) {
    if (!(error instanceof Interrupted) || kept.read() === undefined) throw error;
    show(`\n${speaker.say('close.interrupted')}`);
    return EXIT.interrupted;
  }
  kept.forget();
  show(speaker.say('plan.not-written'));
  return EXIT.fine;
}

/** Did options say anything of it? Then it is no going on with what was said before. */
function isSaidAlready(given: ClosingDraft): boolean {
  return Object.values(given).some((value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
}

/** Offers to go on with a closing that was broken off. */
async function askWhetherToResume(
  { speaker }: Session,
  asker: Asker,
  drafts: readonly ClosingDraft[] | undefined,
  { openPromises }: CallToClose,
): Promise<ClosingDraft[]> {
  if (drafts === undefined || !(await wantsToGoOn(speaker.say('close.resume'), asker, speaker))) return [];
  // A promise that was kept may have been ended meanwhile.
  const asNow = ({ kept, ...draft }: ClosingDraft): ClosingDraft =>
    kept === undefined
      ? draft
      : { ...draft, kept: openPromises.filter(({ id }) => kept.some((promise) => promise.id === id)) };
  return drafts.map(asNow);
}
