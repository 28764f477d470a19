import { otherLanguageOf } from '../text/language.ts';
import type { OtherLanguage } from '../text/language.ts';
import { quotedRanges } from '../text/quotes.ts';
import { wordsOf } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import type { Hit } from './phrase-index.ts';
import type { OwnList, Owner, Role, Rulebook } from './rulebook.ts';

/** A run of words: `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text with everything in it that any rule or word list knows. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** What a rule's phrases of one role found, in the order of the text. */
  ruleHits(rule: string, role: Role): readonly Span[];
  /** What a word list found, in the order of the text. */
  listHits(list: OwnList): readonly Span[];
  isQuoted(span: Span): boolean;
  /** The language, where it is one that the rules do not know: then only the structure can be judged. */
  readonly otherLanguage: OtherLanguage | undefined;
  /** Whose phrases were found: rules in their roles, and word lists. */
  readonly owners: Iterable<Owner>;
}

const NONE: readonly Span[] = [];

/** Reads a text once for all rules. */
export function readText(text: string, rulebook: Rulebook): Reading {
  const words = wordsOf(text);
  const quoted = quotedRanges(text);
  const found = groupHits(rulebook.index.find(words));
  // Of most rules there is nothing in a text, which is told without putting an owner's name together.
  const rulesFound = new Set([...found.keys()].map((owner) => owner.split('/', 1)[0]));
  return {
    text,
    words,
    ruleHits: (rule, role) => (rulesFound.has(rule) ? found.get(`${rule}/${role}`) : undefined) ?? NONE,
    listHits: (list) => found.get(list) ?? NONE,
    owners: found.keys(),
    otherLanguage: otherLanguageOf(words),
    isQuoted(span) {
      const start = words[span.from]?.start ?? 0;
      const end = words[span.to - 1]?.end ?? 0;
      return quoted.some((range) => range.start < end && start < range.end);
    },
  };
}

function groupHits(hits: readonly Hit<Owner>[]): Map<Owner, Span[]> {
  const groups = new Map<Owner, Span[]>();
  for (const hit of hits) {
    const group = groups.get(hit.owner);
    if (group === undefined) groups.set(hit.owner, [hit]);
    else group.push(hit);
  }
  return groups;
}

/** Do two runs of words share a word? */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Is the word at this index inside one of the runs? */
export function isCovered(at: number, spans: readonly Span[]): boolean {
  return spans.some((span) => span.from <= at && at < span.to);
}
