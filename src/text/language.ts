import languages from '../../data/languages.json' with { type: 'json' };
import type { Word } from './words.ts';

/** A language that plan-call can name but not judge, such as `fr`. */
export type OtherLanguage = keyof typeof languages.other;

/** So many of a language's little words have to stand in a text before it is taken for that language, … */
const ENOUGH = 2;
/** … and so large a share of its different words must they be; a long text repeats them, so not all of it counts. */
const SHARE = 0.25;
const LONG = 40;
/** Marks that only known languages have: the hook and the dot of Vietnamese tones, … */
const KNOWN_TONES = 4 | 16;
/** … and ơ, ư, đ and the ă of both Vietnamese and Romanian; … */
const KNOWN_SHAPES = 2 | 4 | 16;
/** … a comma below, or the cedilla that stands for it, is Romanian below these letters. */
const COMMA = 8;
const LETTERS_WITH_COMMA = 'st';

/** The little words of all languages that plan-call does not know. */
const otherWords = new Set(Object.values(languages.other).flatMap((words) => words.split(' ')));

/**
 * Tells a text in a language that plan-call does not know, by the little words that every sentence has. Where a known
 * language has as many of them, the text is taken for that.
 * @returns nothing for a known language, and for a text too short to tell
 */
export function otherLanguageOf(words: readonly Word[]): OtherLanguage | undefined {
  // Nearly all texts have none of these words, which is soon found out.
  let few = 0;
  for (const { key } of words) if (otherWords.has(key)) few += 1;
  if (few < ENOUGH || words.some(hasKnownMarks)) return undefined;
  const counts = new Map<string, number>();
  const different = new Set(words.map((word) => word.key));
  for (const key of different)
    for (const language of languagesWith().get(key) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(0, ...Object.keys(languages.known).map((language) => counts.get(language) ?? 0));
  let best: OtherLanguage | undefined;
  let least = Math.max(ENOUGH - 1, most, SHARE * Math.min(LONG, different.size));
  for (const language of OTHER_LANGUAGES) {
    const count = counts.get(language) ?? 0;
    if (count > least) {
      least = count;
      best = language;
    }
  }
  return best;
}

let known: Map<string, string[]> | undefined;

/** For each little word the languages that have it; made for the first text that needs it. */
function languagesWith(): ReadonlyMap<string, readonly string[]> {
  if (known !== undefined) return known;
  known = new Map();
  for (const [language, words] of Object.entries({ ...languages.known, ...languages.other }))
    for (const word of words.split(' ')) known.set(word, [...(known.get(word) ?? []), language]);
  return known;
}

function hasKnownMarks({ form: { key, tone, shapes } }: Word): boolean {
  if ((tone & KNOWN_TONES) !== 0) return true;
  for (let i = 0; i < shapes.length; i += 1) {
    const shape = shapes.charCodeAt(i);
    if ((shape & KNOWN_SHAPES) !== 0) return true;
    if ((shape & COMMA) !== 0 && LETTERS_WITH_COMMA.includes(key.charAt(i))) return true;
  }
  return false;
}

// The keys of an object that is known whole.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const OTHER_LANGUAGES = Object.keys(languages.other) as OtherLanguage[];
