import { SCHEMA } from '../calls/call.ts';
import type { Call, CallResult, CustomerRequest } from '../calls/call.ts';
import { cleanText } from '../calls/clean-text.ts';
import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
import { bareText } from '../text/bare-text.ts';
import type { WallDate } from '../time/wall.ts';
import type { ClosingAnswers, End, PromiseDraft, RequestDraft } from './draft.ts';
import { keptOn } from './kept.ts';

/** What came of a held call, but for the report that is yet to be written. */
export type Result = Omit<CallResult, 'report'>;

/** Everything that closing a call changes. */
export interface Closing {
  readonly end: End;
  readonly because: string | undefined;
  /** Of a held call. */
  readonly result: Result | undefined;
  readonly promises: readonly Promised[];
  /** Promises made before that are kept by now, as they stand then. */
  readonly kept: readonly Promised[];
  /** The day of the signature, where the contract was signed. */
  readonly signedOn: WallDate | undefined;
}

export interface ClosingSetting {
  readonly today: WallDate;
  readonly nextId: () => string;
  readonly speaker: Speaker;
}

/** What the answers come to. Texts are cleaned, and what was left empty is left out. */
export function closingOf(answers: ClosingAnswers, call: Call, setting: ClosingSetting): Closing {
  const { end, outcome } = answers;
  const because = textOf(answers.because);
  if (end !== 'held' || outcome === undefined) {
    return { end, because, result: undefined, promises: [], kept: [], signedOn: undefined };
  }
  const nextStep = textOf(answers.nextStep);
  const notes = textOf(answers.notes);
  const kept = (answers.kept ?? []).map((promise) => keptOn(promise, setting.today));
  return {
    end,
    because: undefined,
    result: {
      closedOn: setting.today,
      outcome,
      ...(answers.isReached !== undefined && { isReached: answers.isReached }),
      agendaDone: [...(answers.agendaDone ?? [])],
      done: doneIn(textsOf(answers.done), kept),
      requests: answers.requests.map(requestOf),
      ...(nextStep !== undefined && { nextStep }),
      ...(notes !== undefined && { notes }),
    },
    promises: [
      ...answers.requests.flatMap((request) => promiseIn(request, setting)),
      ...answers.promises,
    ].flatMap((promise) => promisedOf(promise, call, setting)),
    kept,
    signedOn: answers.signedOn,
  };
}

/**
 * The call as it is closed.
 * @param report path of its report in the store, where it was held
 */
export function closedCall(call: Call, { end, because, result }: Closing, report: string | undefined): Call {
  return {
    ...call,
    status: end,
    ...(because !== undefined && { because }),
    ...(result !== undefined && report !== undefined && { result: { ...result, report } }),
  };
}

/** What we have done for the customer: what was told, and what we had promised and have kept. */
function doneIn(told: readonly string[], kept: readonly Promised[]): string[] {
  const known = new Set(told.map(bareText));
  const ours = kept.filter(({ by, what }) => by === 'us' && !known.has(bareText(what)));
  return [...told, ...ours.map(({ what }) => what)];
}

function requestOf({ what, answer = 'open', reason, alternative }: RequestDraft): CustomerRequest {
  const why = answer === 'refused' ? textOf(reason) : undefined;
  const instead = answer === 'refused' ? textOf(alternative) : undefined;
  return {
    what: cleanText(what),
    answer,
    ...(why !== undefined && { reason: why }),
    ...(instead !== undefined && { alternative: instead }),
  };
}

/** A request that is to be met, or answered, by a day is promised by us. */
function promiseIn({ what, answer, due }: RequestDraft, { speaker }: ClosingSetting): PromiseDraft[] {
  if (answer === 'refused' || !due) return [];
  return [{ by: 'us', what: answer === 'open' ? speaker.say('close.answer-to', { what }) : what, due }];
}

function promisedOf({ by, what, due }: PromiseDraft, call: Call, { nextId }: ClosingSetting): Promised[] {
  if (due === undefined) return [];
  return [
    {
      schema: SCHEMA,
      id: nextId(),
      account: call.account,
      by,
      what: cleanText(what),
      due,
      status: 'open',
      call: call.id,
    },
  ];
}

function textOf(text: string | undefined): string | undefined {
  const clean = cleanText(text ?? '');
  return clean === '' ? undefined : clean;
}

function textsOf(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).flatMap((text) => textOf(text) ?? []);
}
