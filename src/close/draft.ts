import type { Answer, Outcome } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { WallDate } from '../time/wall.ts';

/** How a call can end. */
export const ENDS = ['held', 'not-held', 'cancelled'] as const;
export type End = (typeof ENDS)[number];

/** Something the customer asked for, as far as it has been answered. An empty text is the answer “nothing”. */
export interface RequestDraft {
  readonly what: string;
  readonly answer?: Answer | undefined;
  readonly reason?: string | undefined;
  readonly alternative?: string | undefined;
  /** By when we do it, or answer; empty for no day. */
  readonly due?: string | undefined;
  /** She was told that a refusal wants a reason. */
  readonly isReminded?: boolean | undefined;
}

export interface PromiseDraft {
  readonly by: Promised['by'];
  readonly what: string;
  readonly due?: WallDate | undefined;
}

/** What came of a call, as far as it has been answered. An empty text or list is the answer “nothing”. */
export interface ClosingDraft {
  readonly end?: End | undefined;
  /** Why it was not held, or cancelled. */
  readonly because?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly isReached?: boolean | undefined;
  readonly agendaDone?: readonly string[] | undefined;
  readonly done?: readonly string[] | undefined;
  /** The promises made before, of either side, that are kept by now. */
  readonly kept?: readonly Promised[] | undefined;
  readonly requests: readonly RequestDraft[];
  readonly promises: readonly PromiseDraft[];
  /** There are no more requests, no more promises of ours, and of theirs. */
  readonly hasAllRequests?: boolean | undefined;
  readonly hasAllOurs?: boolean | undefined;
  readonly hasAllTheirs?: boolean | undefined;
  readonly nextStep?: string | undefined;
  readonly notes?: string | undefined;
  readonly isSigned?: boolean | undefined;
  readonly signedOn?: WallDate | undefined;
  readonly decision?: 'write' | 'leave' | undefined;
}

/** A draft that can be written down. */
export type ClosingAnswers = ClosingDraft & { readonly end: End };

/** Is everything there that cannot be left open? */
export function isComplete(draft: ClosingDraft): draft is ClosingAnswers {
  return draft.end === 'held' ? draft.outcome !== undefined : draft.end !== undefined && !!draft.because;
}
