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
  agenda: string[];
  preparation: string[];
  overrides?: Override[] | undefined;
};
