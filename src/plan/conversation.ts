import { BACK } from './asker.ts';
import type { Asker, Back } from './asker.ts';
import { judgePurposeOf, overdueFor, owedBy } from './desk.ts';
import type { Desk } from './desk.ts';
import { isComplete } from './draft.ts';
import type { Answers, Draft } from './draft.ts';
import type { PromiseEnd, Promised } from '../calls/promise.ts';
import { verdictOf } from '../rules/finding.ts';
import type { Finding } from '../rules/finding.ts';
import type { Stage } from '../rules/rule.ts';
import { askAgenda, askBenefit, askOutcome, askPreparation } from './ask-content.ts';
import { askAccount, askChannel, askContact, askDuration, askStage, askWhen } from './ask-occasion.ts';
import { askOverdue, owedText } from './ask-overdue.ts';
import { askOtherPurpose, askPurpose } from './ask-purpose.ts';
import { askWhetherToWrite } from './ask-summary.ts';

/** What a question is asked with. */
export interface Talk {
  readonly asker: Asker;
  readonly desk: Desk;
  /** Shows what is no question: the day understood, what is wrong with a purpose, the summary. */
  readonly show: (text: string) => void;
  /** Is told of every purpose that is refused, by what was found in it. */
  readonly refused: (findings: readonly Finding[]) => void;
  /** Ends a promise at once, and says so; from then on it is ended on the desk, too. */
  readonly endPromise: (promise: Promised, end: PromiseEnd) => Promise<void>;
  /** Keeps a refusal that she calls wrong, and says so. */
  readonly dispute: (purpose: string, stage: Stage | undefined, findings: readonly Finding[]) => void;
  /** Columns of the terminal. */
  readonly width: number;
  /** How findings look on this terminal. */
  readonly findings: (purpose: string, findings: readonly Finding[]) => string;
}

/** What a question brings: answers, a step back, a fresh start with other answers, or the decision not to go. */
export type Reply = Draft | Back | { readonly restart: Draft } | 'leave';

/** A question about one field of the draft; where that is given beforehand it is not asked. */
export interface Question {
  readonly field: keyof Draft;
  readonly ask: (draft: Draft, talk: Talk) => Promise<Reply>;
}

/** The order in which it feels natural to be asked. */
export const QUESTIONS: readonly Question[] = [
  { field: 'account', ask: askAccount },
  { field: 'contact', ask: askContact },
  { field: 'startsAt', ask: askWhen },
  { field: 'durationMinutes', ask: askDuration },
  { field: 'channel', ask: askChannel },
  { field: 'stage', ask: askStage },
  { field: 'purpose', ask: askPurpose },
  { field: 'customerBenefit', ask: askBenefit },
  { field: 'expectedOutcome', ask: askOutcome },
  { field: 'agenda', ask: askAgenda },
  { field: 'preparation', ask: askPreparation },
];

/** Put before every question but the account, as long as a promise is past due that the call is not to keep. */
const OVERDUE: Question = { field: 'purpose', ask: askOverdue };
/** Put before every question behind the purpose, as long as that is none: it may have been given beforehand. */
const REFUSED: Question = { field: 'purpose', ask: askOtherPurpose };

/**
 * Asks everything that is not given, one question at a time, with a way back to the one before.
 * @param given answers that are not asked for
 * @param begun answers of a conversation that was broken off; it goes on behind them
 * @param keep is told of the draft after every answer
 * @returns the answers, or nothing when the user decides not to plan the call
 * @throws Interrupted on Ctrl-C
 */
export async function converse(
  given: Draft,
  begun: Draft,
  talk: Talk,
  keep: (draft: Draft) => void,
): Promise<Answers | undefined> {
  let draft = { ...begun, ...given };
  let questions = QUESTIONS.filter(({ field }) => given[field] === undefined);
  let at = questions.findIndex(({ field }) => begun[field] === undefined);
  if (at < 0) at = questions.length;
  let told: string | undefined;
  /** What was promised and put down for the purpose; it is no answer yet. */
  let promised: string | undefined;
  for (;;) {
    if (questions[at]?.field !== 'account' && draft.account !== told) {
      told = draft.account;
      tellWhatIsOwed(draft, talk);
    }
    const question = questionNow(questions[at], draft, talk.desk);
    const reply = await (question === undefined ? askWhetherToWrite(draft, talk) : question.ask(draft, talk));
    if (reply === 'write' && isComplete(draft)) return draft;
    if (reply === 'write' || reply === 'leave') return undefined;
    if (reply === BACK) {
      const isFirst = at === 0 || question === OVERDUE;
      at = isFirst ? 0 : at - 1;
      if (isFirst || questions[at]?.field === 'account') draft = withoutPromised(draft, promised, given);
    } else if ('restart' in reply) {
      draft = reply.restart;
      questions = QUESTIONS.filter(({ field }) => field !== 'account');
      at = 0;
    } else {
      draft = { ...draft, ...reply };
      keep(draft);
      if (question === OVERDUE) {
        promised = reply.purpose ?? promised;
        if (reply.purpose !== undefined) at = Math.min(at, indexOfPurpose(questions));
      } else if (question !== REFUSED) at += 1;
    }
  }
}

/** The question that is put now, in its turn or before it. */
function questionNow(inTurn: Question | undefined, draft: Draft, desk: Desk): Question | undefined {
  if (inTurn?.field !== 'account' && overdueFor(draft, desk).length > 0) return OVERDUE;
  const isBehindPurpose = inTurn === undefined || QUESTIONS.indexOf(inTurn) > indexOfPurpose(QUESTIONS);
  if (isBehindPurpose && verdictOf(judgePurposeOf(draft, desk)) === 'reject') return REFUSED;
  return inTurn;
}

/** The draft as it was before a promise was put down as its purpose, so that it is asked about again. */
function withoutPromised(draft: Draft, promised: string | undefined, given: Draft): Draft {
  return draft.purpose === promised ? { ...draft, purpose: given.purpose } : draft;
}

function indexOfPurpose(questions: readonly Question[]): number {
  const index = questions.findIndex(({ field }) => field === 'purpose');
  return index < 0 ? questions.length : index;
}

function tellWhatIsOwed({ account }: Draft, { desk, show }: Talk): void {
  if (account === undefined) return;
  for (const promise of owedBy(account, desk)) show(`  ! ${owedText(promise, desk.speaker)}`);
}
