import { STAGES, LANGUAGES } from '../rules/rule.ts';
import type { Language, Stage } from '../rules/rule.ts';
import type { TaughtExample, TaughtPhrase } from '../rules/taught.ts';

/** A line of what a company has taught: an example, or a phrase of a rule. */
export type TaughtRow =
  | ({ readonly kind: 'example' } & TaughtExample)
  | ({ readonly kind: 'phrase' } & Omit<TaughtPhrase, 'owner'> & { readonly rule: string });

/** A refusal that somebody called wrong in the conversation. */
export interface Dispute {
  readonly text: string;
  readonly stage?: Stage | undefined;
  /** The rules at error level by which it was refused. */
  readonly rules: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a row as `taught.jsonl` holds it, or as a labelled text: `{"text", "expect": [rules]}`.
 * @returns nothing for what is no such row; several rows where a text breaks several rules
 */
export function taughtRowsIn(value: unknown): TaughtRow[] | undefined {
  if (!isFields(value)) return undefined;
  const { text, rule, fires, expect, phrase } = value;
  const language = LANGUAGES.find((one) => one === value['language']);
  if (isText(phrase) && isText(rule) && language !== undefined)
    return [{ kind: 'phrase', text: phrase, rule, language }];
  const stage = stageIn(value);
  if (!isText(text) || stage === 'wrong') return undefined;
  const example = { kind: 'example', text, stage } as const;
  if (typeof fires === 'boolean' && (isText(rule) || (rule === undefined && !fires)))
    return [{ ...example, rule: isText(rule) ? rule : undefined, fires }];
  if (!isTexts(expect)) return undefined;
  return expect.length === 0
    ? [{ ...example, fires: false }]
    : expect.map((one) => ({ ...example, rule: one, fires: true }));
}

/** @returns nothing for what is no dispute */
export function disputeIn(value: unknown): Dispute | undefined {
  if (!isFields(value)) return undefined;
  const { text, rules } = value;
  const stage = stageIn(value);
  return isText(text) && isTexts(rules) && stage !== 'wrong' ? { text, stage, rules } : undefined;
}

/** A row as it is written, in one line. */
export function lineOf(row: TaughtRow | Dispute): string {
  if (!('kind' in row)) return JSON.stringify(row);
  const { kind, text, ...rest } = row;
  return JSON.stringify(kind === 'phrase' ? { phrase: text, ...rest } : { text, ...rest });
}

/** The language of a phrase decides whose word lists it may name. */
export function phraseRow(text: string, rule: string, language: Language): TaughtRow {
  return { kind: 'phrase', text, rule, language };
}

function stageIn(value: Fields): Stage | undefined | 'wrong' {
  const { stage } = value;
  return stage === undefined ? undefined : (STAGES.find((one) => one === stage) ?? 'wrong');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}
