/** Measures how long parts of judging take; the clock is the caller's. */
export interface Timer {
  /** Does something, and counts the time that it takes under a name: a rule's, or that of what serves all rules. */
  time<Result>(what: string, act: () => Result): Result;
}

/** What serves all rules together: finding the words of their phrases, and the trained model. */
export const PHRASES = 'phrases';
export const MODEL = 'model';

/** Does something, under a timer if there is one. */
export function timed<Result>(timer: Timer | undefined, what: string, act: () => Result): Result {
  return timer === undefined ? act() : timer.time(what, act);
}
