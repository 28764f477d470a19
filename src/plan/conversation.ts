import { BACK } from './asker.ts';
import type { Asker, Back } from './asker.ts';
import type { Desk } from './desk.ts';
import { isComplete } from './draft.ts';
import type { Answers, Draft } from './draft.ts';
import type { Finding } from '../rules/finding.ts';
import type { Stage } from '../rules/rule.ts';
import { askAgenda, askBenefit, askOutcome, askPreparation } from './ask-content.ts';
import { askAccount, askChannel, askContact, askDuration, askStage, askWhen } from './ask-occasion.ts';
import { askPurpose } from './ask-purpose.ts';
import { askWhetherToWrite } from './ask-summary.ts';

/** What a question is asked with. */
export interface Talk {
  readonly asker: Asker;
  readonly desk: Desk;
  /** Shows what is no question: the day understood, what is wrong with a purpose, the summary. */
  readonly show: (text: string) => void;
  /** Is told of every purpose that is refused, by what was found in it. */
  readonly refused: (findings: readonly Finding[]) => void;
  /** Keeps a refusal that she calls wrong, and says so. */
  readonly dispute: (purpose: string, stage: Stage | undefined, findings: readonly Finding[]) => void;
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
  for (;;) {
    const question = questions[at];
    const reply = await (question === undefined ? askWhetherToWrite(draft, talk) : question.ask(draft, talk));
    if (reply === 'write' && isComplete(draft)) return draft;
    if (reply === 'write' || reply === 'leave') return undefined;
    if (reply === BACK) {
      at = Math.max(0, at - 1);
    } else if ('restart' in reply) {
      draft = reply.restart;
      questions = QUESTIONS.filter(({ field }) => field !== 'account');
      at = 0;
    } else {
      draft = { ...draft, ...reply };
      keep(draft);
      at += 1;
    }
  }
}
