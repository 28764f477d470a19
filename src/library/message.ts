/** What a rule has to say about a text. */
export interface Message {
  /** Of the rule, such as `courtesy-call`. */
  readonly ruleId: string;
  /** 1 warning, 2 error. */
  readonly severity: 1 | 2;
  /** A sentence for people, in the language that was asked for. */
  readonly message: string;
  /** Where it begins. Lines and columns count from 1, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The column behind its last character; the same as `column` where something is missing. */
  readonly endColumn: number;
  /** The purpose without what is wrong with it, where that leaves a real one. */
  readonly suggestions?: readonly { readonly desc: string; readonly text: string }[] | undefined;
}
