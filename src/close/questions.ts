import type { Question } from '../plan/interview.ts';
import { askNextStep, askNotes, askSigned, askSignedOn, askWhetherToWrite } from './ask-ending.ts';
import { askKept } from './ask-kept.ts';
import { askAgendaDone, askBecause, askDone, askEnd, askOutcome, askReached } from './ask-outcome.ts';
import { askDue, askPromise } from './ask-promises.ts';
import {
  askAlternative,
  askAnswer,
  askReason,
  askRequest,
  askRequestDay,
  lastRequest,
} from './ask-requests.ts';
import type { ClosingDraft } from './draft.ts';
import type { ClosingTalk, Reply } from './talk.ts';

/** Everything that is asked after a call, in the order in which it is told. */
export function questionsAfter(talk: ClosingTalk): Question<ClosingDraft>[] {
  const { call } = talk;
  const isHeld = (draft: ClosingDraft): boolean => draft.end === 'held' && draft.decision === undefined;
  const held = (
    isOpen: (draft: ClosingDraft) => boolean,
    ask: (draft: ClosingDraft, undone: ClosingDraft) => Reply,
  ): Question<ClosingDraft> => ({ isOpen: (draft) => isHeld(draft) && isOpen(draft), ask });

  return [
    {
      isOpen: ({ end, decision }) => end === undefined && decision === undefined,
      ask: (_, undone) => askEnd(undone, talk),
    },
    {
      isOpen: ({ end, because }) => end !== undefined && end !== 'held' && because === undefined,
      ask: (_, undone) => askBecause(undone, talk),
    },
    held(
      ({ outcome }) => outcome === undefined,
      (_, undone) => askOutcome(undone, talk),
    ),
    held(
      ({ isReached }) => !!call.expectedOutcome && isReached === undefined,
      (_, undone) => askReached(undone, talk),
    ),
    held(
      ({ agendaDone }) => call.agenda.length > 0 && agendaDone === undefined,
      (_, undone) => askAgendaDone(undone, talk),
    ),
    held(
      ({ done }) => done === undefined,
      (_, undone) => askDone(undone, talk),
    ),
    held(
      ({ kept }) => talk.openPromises.length > 0 && kept === undefined,
      (_, undone) => askKept(undone, talk),
    ),
    ...requestQuestions(talk, held),
    ...promiseQuestions(talk, held),
    held(
      ({ nextStep }) => nextStep === undefined,
      (_, undone) => askNextStep(undone, talk),
    ),
    held(
      ({ notes }) => notes === undefined,
      (_, undone) => askNotes(undone, talk),
    ),
    held(
      (draft) => mayBeSigned(draft, talk) && draft.isSigned === undefined,
      (_, undone) => askSigned(undone, talk),
    ),
    held(
      ({ isSigned, signedOn }) => isSigned === true && signedOn === undefined,
      (_, undone) => askSignedOn(undone, talk),
    ),
    { isOpen: ({ decision }) => decision === undefined, ask: (draft) => askWhetherToWrite(draft, talk) },
  ];
}

type Held = (
  isOpen: (draft: ClosingDraft) => boolean,
  ask: (draft: ClosingDraft, undone: ClosingDraft) => Reply,
) => Question<ClosingDraft>;

/** What is still open of the last request, then the next request. */
function requestQuestions(talk: ClosingTalk, held: Held): Question<ClosingDraft>[] {
  const isRefused = (draft: ClosingDraft): boolean => lastRequest(draft)?.answer === 'refused';
  return [
    held(
      (draft) => draft.requests.length > 0 && lastRequest(draft)?.answer === undefined,
      (draft, undone) => askAnswer(draft, undone, talk),
    ),
    held(
      (draft) => isRefused(draft) && lastRequest(draft)?.reason === undefined,
      (draft, undone) => askReason(draft, undone, talk),
    ),
    held(
      (draft) => isRefused(draft) && lastRequest(draft)?.alternative === undefined,
      (draft, undone) => askAlternative(draft, undone, talk),
    ),
    held(
      (draft) => draft.requests.length > 0 && !isRefused(draft) && lastRequest(draft)?.due === undefined,
      (draft, undone) => askRequestDay(draft, undone, talk),
    ),
    held(
      ({ hasAllRequests }) => hasAllRequests !== true,
      (draft, undone) => askRequest(draft, undone, talk),
    ),
  ];
}

/** The day of the last promise, then the next promise: first ours, then the customer's. */
function promiseQuestions(talk: ClosingTalk, held: Held): Question<ClosingDraft>[] {
  return [
    held(
      ({ promises }) => promises.length > 0 && promises.at(-1)?.due === undefined,
      (draft, undone) => askDue(draft, undone, talk),
    ),
    held(
      ({ hasAllOurs }) => hasAllOurs !== true,
      (draft, undone) => askPromise('us', draft, undone, talk),
    ),
    held(
      ({ hasAllTheirs }) => hasAllTheirs !== true,
      (draft, undone) => askPromise('customer', draft, undone, talk),
    ),
  ];
}

/** An order, or a negotiation, may have ended with a signature; who has signed before is not asked again. */
function mayBeSigned({ outcome }: ClosingDraft, { call }: ClosingTalk): boolean {
  return call.stage === 'negotiation' || (call.stage === 'prospect' && outcome === 'order');
}
