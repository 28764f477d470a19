/** The answer to any question that means: back to the question before. */
export const BACK = Symbol('back');
export type Back = typeof BACK;

/** Ctrl-C, or the terminal went away. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

export interface TextQuestion {
  readonly message: string;
  /** Taken when nothing is typed. */
  readonly fallback?: string | undefined;
  /** Already typed: Enter takes it as it is, and it can be changed. */
  readonly prefilled?: string | undefined;
  /** What is wrong with an answer, in the user's language; nothing when it will do. */
  readonly complain?: (answer: string) => string | undefined;
}

export interface Choice<Value> {
  readonly name: string;
  readonly value: Value;
}

export interface ChoiceQuestion<Value> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  /** The one that Enter takes. */
  readonly fallback?: Value | undefined;
}

export interface TickQuestion<Value> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  /** Those that are ticked to begin with. */
  readonly ticked: readonly Value[];
}

export interface SearchQuestion {
  readonly message: string;
  /** What is offered for the letters typed so far. */
  readonly offers: (typed: string) => readonly Choice<string>[];
}

/** Asks a person. How it is done on a terminal is the business of one file; conversations are tested with another. */
export interface Asker {
  text(question: TextQuestion): Promise<string | Back>;
  choose<Value>(question: ChoiceQuestion<Value>): Promise<Value | Back>;
  /** Any number of the choices, in their order. */
  tick<Value>(question: TickQuestion<Value>): Promise<Value[] | Back>;
  search(question: SearchQuestion): Promise<string | Back>;
}
