import { LANGUAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import { languageOf } from './examples.ts';
import type { Example } from './examples.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** Groups of words and short phrases that can stand for each other, as `data/training/<lang>/alike.txt` has them. */
export type AlikeWords = Readonly<Record<Language, readonly (readonly string[])[]>>;

/** So often each text is learned from with other words. */
const COPIES = 3;
/** The share of words that are left out, … */
const LEFT_OUT = 0.05;
/** … of those in whose place any word of the language stands, … */
const STRANGE = 0.1;
/** … and, of all others that could be exchanged for one of their group, of those that are. */
const EXCHANGED = 0.5;

/**
 * Texts some words of which are exchanged, so that less is learned from each text's very words. The same texts give the
 * same copies; one that has stayed as it was is left out.
 */
export function variedExamples(examples: readonly Example[], alike: AlikeWords): Example[] {
  const random = randomFrom(1);
  const vary = new Map(
    LANGUAGES.map((language) => {
      const own = examples.filter((example) => languageOf(example) === language);
      return [
        language,
        varying(
          phrasesIn(alike[language]),
          own.flatMap(({ text }) => typedIn(text)),
          random,
        ),
      ];
    }),
  );
  return Array.from({ length: COPIES }, () => examples)
    .flat()
    .flatMap((example) => {
      const text = vary.get(languageOf(example))?.(example.text) ?? example.text;
      return text === example.text ? [] : [{ ...example, text }];
    });
}

/** A phrase and what can stand for it. */
interface Phrase {
  readonly words: readonly string[];
  readonly others: readonly string[];
}

/** By their first word, the longest first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

function phrasesIn(groups: readonly (readonly string[])[]): Phrases {
  const othersOf = new Map<string, string[]>();
  for (const group of groups)
    for (const member of group)
      othersOf.set(member, [...(othersOf.get(member) ?? []), ...group.filter((other) => other !== member)]);
  const byFirst = new Map<string, Phrase[]>();
  for (const [member, others] of othersOf) {
    const words = wordsIn(member).map(({ key }) => key);
    const [first = ''] = words;
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [{ words, others }]);
    else same.push({ words, others });
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** @param strangers words as they were typed, as often as they occur */
function varying(phrases: Phrases, strangers: readonly string[], random: Random): (text: string) => string {
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  return (text) => {
    const words = wordsIn(text);
    let varied = '';
    let end = 0;
    for (let at = 0; at < words.length; at += 1) {
      const { start = 0 } = words[at] ?? {};
      const chance = random();
      let other: string | undefined;
      if (chance < LEFT_OUT) other = '';
      else if (chance < LEFT_OUT + STRANGE) other = one(strangers);
      else {
        const phrase = phrases
          .get(words[at]?.key ?? '')
          ?.find((candidate) => candidate.words.every((word, i) => words[at + i]?.key === word));
        if (phrase === undefined) continue;
        at += phrase.words.length - 1;
        if (random() < EXCHANGED) other = likeWord(one(phrase.others), text.slice(start));
      }
      if (other === undefined) continue;
      varied += text.slice(end, start) + other;
      end = words[at]?.end ?? 0;
    }
    return varied + text.slice(end);
  };
}

/** With a capital where the word that it stands for has one. */
function likeWord(word: string, before: string): string {
  return /^\p{Lu}/u.test(before) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

interface TypedWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function wordsIn(text: string): TypedWord[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map(({ 0: word, index }) => ({
    key: word.normalize('NFC').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

function typedIn(text: string): string[] {
  return wordsIn(text).map(({ start, end }) => text.slice(start, end));
}
