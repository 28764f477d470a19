import { closingOf } from '../../close/closing.ts';
import type { ClosingSetting } from '../../close/closing.ts';
import { isComplete } from '../../close/draft.ts';
import type { ClosingAnswers, ClosingDraft } from '../../close/draft.ts';
import { questionsAfter } from '../../close/questions.ts';
import { summaryOfClosing } from '../../close/summary.ts';
import type { OpenedRules } from '../../open-rules.ts';
import type { CallToClose } from '../../close/talk.ts';
import { interview } from '../../plan/interview.ts';
import { openAsking } from '../ask.ts';
import type { Session } from '../session.ts';

/**
 * Asks what came of a call.
 * @param given answers that are not asked for
 * @returns nothing when she decides to write nothing down
 * @throws Interrupted on Ctrl-C
 */
export async function closeByAsking(
  session: Session,
  rules: OpenedRules,
  about: CallToClose,
  given: ClosingDraft,
  setting: ClosingSetting,
): Promise<ClosingAnswers | undefined> {
  const { speaker, now } = session;
  const { asker, show } = await openAsking(session);
  const draft = await interview(
    given,
    questionsAfter({
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
    }),
  );
  if (draft.decision === 'write' && isComplete(draft)) return draft;
  show(speaker.say('plan.not-written'));
  return undefined;
}
