/**
 * That a purpose was refused while a call was planned. It tells the day and the rules and nothing else: neither what was
 * typed nor whom it was about.
 */
export type Refusal = {
  schema: number;
  id: string;
  /** The day, `2026-11-26`. */
  on: string;
  /** Ids of the rules that the purpose broke. */
  rules: string[];
};
