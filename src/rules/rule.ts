/** The languages that plan-call judges and speaks. */
export const LANGUAGES = ['en', 'vi', 'ro'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How far the account is: before an order, bargaining, contract signed, being served. */
export const STAGES = ['prospect', 'negotiation', 'signed', 'service'] as const;
export type Stage = (typeof STAGES)[number];

/** The sections of a call report, in the order in which a report is written. */
export const SECTIONS = [
  'purpose',
  'benefit',
  'preparation',
  'done',
  'discussion',
  'requests',
  'commitments',
  'next',
] as const;
export type Section = (typeof SECTIONS)[number];

export const LEVELS = ['error', 'warn'] as const;
/** `error`: the entry is refused. `warn`: it is shown, and the writer decides. */
export type Level = (typeof LEVELS)[number];
