import type { Stage } from '../rules/rule.ts';

/** The schema number that this version writes, in records of every kind. */
export const SCHEMA = 1;

export const CHANNELS = ['visit', 'phone', 'video'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `moved`: the call stands in another week under an id of its own; `not-held`: nobody was there. */
export const STATUSES = ['planned', 'held', 'not-held', 'cancelled', 'moved'] as const;
export type Status = (typeof STATUSES)[number];

export const SHORTEST_CALL_MINUTES = 5;
export const LONGEST_CALL_MINUTES = 24 * 60;

/**
 * How a held call is graded: the customer bought, agreed to something that takes it further, talked on without agreeing to
 * anything, or will not buy.
 */
export const OUTCOMES = ['order', 'advance', 'continuation', 'no-sale'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `open`: we have still to answer. */
export const ANSWERS = ['accepted', 'refused', 'open'] as const;
export type Answer = (typeof ANSWERS)[number];

export const RHYTHM_UNITS = ['day', 'week', 'month'] as const;

/** How often a call recurs. It says when to ask what for, and never is a reason itself. */
export type Rhythm = {
  every: number;
  unit: (typeof RHYTHM_UNITS)[number];
};

/** Something the customer asked for, and what we said. */
export type CustomerRequest = {
  what: string;
  answer: Answer;
  /** Why it was refused. */
  reason?: string | undefined;
  /** What comes instead of what was refused. */
  alternative?: string | undefined;
};

/** What came of a held call. What was promised in it stands in promises of their own. */
export type CallResult = {
  /** The day on which it was written down. */
  closedOn: string;
  outcome: Outcome;
  /** Whether the expected outcome came about; left out where none was expected. */
  isReached?: boolean | undefined;
  /** The items of the agenda that were dealt with. */
  agendaDone: string[];
  /** What we have done for the customer since the call before. */
  done: string[];
  requests: CustomerRequest[];
  nextStep?: string | undefined;
  /** What else was said. */
  notes?: string | undefined;
  /** Path of the call report in the store, with `/`. */
  report: string;
};

/** A move to another time, and why. */
export type Move = {
  /** The time before. */
  from: string;
  because: string;
};

/** A warning that was kept, and why. */
export type Override = {
  rule: string;
  because: string;
};

/**
 * A planned call. Files may hold more fields than these, at any depth; they are carried along untouched.
 *
 * `startsAt` is the time on the wall where the call takes place, so it stays right when a clock is put forward.
 */
export type Call = {
  schema: number;
  id: string;
  /** The account's name, as people write it. */
  account: string;
  contact?: string | undefined;
  /** `2026-11-26T09:30`, or `2026-11-26` while no time is agreed. */
  startsAt: string;
  /** IANA name, `Asia/Ho_Chi_Minh`. */
  timeZone: string;
  durationMinutes: number;
  channel: Channel;
  stage: Stage;
  status: Status;
  purpose: string;
  /** What the customer gets out of the call. */
  customerBenefit?: string | undefined;
  /** What the customer will agree to do. */
  expectedOutcome?: string | undefined;
  /** The least that would make the call worth it. */
  minimumOutcome?: string | undefined;
  agenda: string[];
  preparation: string[];
  overrides?: Override[] | undefined;
  repeat?: Rhythm | undefined;
  moves?: Move[] | undefined;
  /** The ids under which it stands in another week, and stood before. */
  movedTo?: string | undefined;
  movedFrom?: string | undefined;
  /** Why it was cancelled or not held. */
  because?: string | undefined;
  result?: CallResult | undefined;
  /** Its adding was undone: it counts as if it were not there. */
  withdrawn?: boolean | undefined;
};

/** Whether what came of it is written down; then its plan changes no more. */
export function isClosed({ status }: Pick<Call, 'status'>): boolean {
  return status !== 'planned';
}
