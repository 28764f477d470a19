import { likeness, sketchOf } from '../model/likeness.ts';
import type { Sketch } from '../model/likeness.ts';
import { wordsOf } from '../text/words.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { isOwnWord } from './own-words.ts';
import { openIndex } from './phrase-index.ts';
import type { PhraseIndex } from './phrase-index.ts';
import type { Reading } from './reading.ts';
import type { Stage } from './rule.ts';
import type { Rulebook } from './rulebook.ts';
import { weave } from './weave.ts';
import type { ListsByLanguage, OwnedPhrase } from './weave.ts';

/** A purpose or a sentence of which a company says how it is to be judged. */
export interface TaughtExample {
  readonly text: string;
  /** The rule that it breaks or does not break; without one it breaks none at error level. */
  readonly rule?: string | undefined;
  readonly fires: boolean;
  /** It counts only at this stage of the account, if one is given. */
  readonly stage?: Stage | undefined;
}

/** A phrase on which a rule is to fire, in the notation of data/README.md. */
export type TaughtPhrase = OwnedPhrase<string>;

/** What a company has taught, ready to judge with. */
export interface Taught {
  readonly phrases: PhraseIndex<string>;
  readonly examples: readonly (TaughtExample & { readonly sketch: Sketch })[];
}

/**
 * From this likeness on two texts are taken for the same: of the purposes of `a`, `b`, `k` and `l` that are as like each
 * other as this, all 113 pairs have the same verdict; between 0.5 and 0.6 it is 215 of 230.
 */
const ALIKE = 0.6;

/** @throws NotationError for a phrase that is not written in the notation */
export function openTaught(
  phrases: readonly TaughtPhrase[],
  examples: readonly TaughtExample[],
  lists: ListsByLanguage,
): Taught {
  return {
    phrases: openIndex(weave(phrases, lists)),
    examples: examples.map((example) => ({ ...example, sketch: sketchOf(example.text) })),
  };
}

/** Lets what was taught have the last word on what was found: the example that is most like the text decides. */
export function heedTaught(
  matches: readonly Match[],
  reading: Reading,
  rulebook: Rulebook,
  { stage, applies }: Circumstances,
): Match[] {
  const { taught, rules } = rulebook;
  if (taught === undefined || reading.words.length === 0) return [...matches];
  const phrased: Match[] = taught.phrases.find(reading.words).flatMap(({ owner, from, to }) => {
    const rule = rules.get(owner);
    const span = { from, to };
    return rule?.applies.includes(applies) === true && isOwnWord(reading, span)
      ? [{ rule, span, isLabel: true }]
      : [];
  });
  const found = [...matches, ...phrased.filter(({ rule }) => !matches.some((match) => match.rule === rule))];
  const like = examplesLike(reading.text, taught, stage);
  if (like.length === 0) return found;
  const decides = (id: string, isError: boolean): TaughtExample | undefined =>
    like.find(({ rule }) => (rule === undefined ? isError : rule === id));
  const kept = found.filter(({ rule }) => decides(rule.id, rule.level === 'error')?.fires !== false);
  for (const { rule: id = '', text } of like) {
    const rule = rules.get(id);
    if (rule?.applies.includes(applies) !== true || kept.some((match) => match.rule === rule)) continue;
    if (decides(id, rule.level === 'error')?.fires !== true) continue;
    kept.push({ rule, span: { from: 0, to: reading.words.length }, taughtBy: text });
  }
  return kept;
}

/** The taught examples that a text is like, most alike first. */
function examplesLike(text: string, { examples }: Taught, stage: Stage | undefined): TaughtExample[] {
  const sketch = sketchOf(text);
  return examples
    .filter((example) => example.stage === undefined || example.stage === stage)
    .map((example) => ({ example, shared: likeness(sketch, example.sketch) }))
    .filter(({ shared }) => shared >= ALIKE)
    .sort((a, b) => b.shared - a.shared)
    .map(({ example }) => example);
}

/**
 * Finds an example that says the opposite of another one: the same words, the same rule or one that covers it, and the
 * other answer.
 */
export function contradictionOf(
  { text, rule, fires, stage }: TaughtExample,
  others: readonly TaughtExample[],
): TaughtExample | undefined {
  const words = keysOf(text);
  return others.find(
    (other) =>
      other.fires !== fires &&
      (other.rule === rule || other.rule === undefined || rule === undefined) &&
      (other.stage === stage || other.stage === undefined || stage === undefined) &&
      keysOf(other.text) === words,
  );
}

/** A text by its words alone: two texts with the same are the same to every rule. */
export function keysOf(text: string): string {
  return wordsOf(text)
    .map(({ form: { key, shapes, tone } }) => `${key}${shapes}${tone}`)
    .join(' ');
}
