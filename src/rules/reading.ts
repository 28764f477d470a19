import { otherLanguageOf } from '../text/language.ts';
import type { OtherLanguage } from '../text/language.ts';
import { quotedRanges } from '../text/quotes.ts';
import type { Range } from '../text/range.ts';
import { wordsOf } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { objectiveIn } from './objective.ts';
import type { Objective } from './objective.ts';
import type { Hit } from './phrase-index.ts';
import type { OwnList, Owner, Role, Rulebook } from './rulebook.ts';
import type { Span } from './spans.ts';
import { PHRASES, timed } from './timer.ts';

/** A text with everything in it that any rule or word list knows. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** The rules of which any phrase was found. */
  readonly rulesFound: ReadonlySet<string>;
  /** What a rule's phrases of one role found, in the order of the text. */
  ruleHits(rule: string, role: Role): readonly Span[];
  /** What a word list found, in the order of the text. */
  listHits(list: OwnList): readonly Span[];
  /** What stands between quotation marks, in offsets of the text. */
  readonly quoted: readonly Range[];
  isQuoted(span: Span): boolean;
  /** The language, where it is one that the rules do not know: then only the structure can be judged. */
  readonly otherLanguage: OtherLanguage | undefined;
  /** Whose phrases were found: rules in their roles, and word lists. */
  readonly owners: Iterable<Owner>;
  /** What speaks for and against an objective in the whole text; found out when it is first asked for. */
  objective(): Objective;
}

const NONE: readonly Span[] = [];

/** Reads a text once for all rules. */
export function readText(text: string, rulebook: Rulebook): Reading {
  const words = wordsOf(text);
  const quoted = quotedRanges(text);
  const found = groupHits(timed(rulebook.timer, PHRASES, () => rulebook.index.find(words)));
  // Of most rules there is nothing in a text, which is told without putting an owner's name together.
  const rulesFound = rulesAmong(found.keys());
  let objective: Objective | undefined;
  const reading: Reading = {
    text,
    words,
    quoted,
    rulesFound,
    ruleHits: (rule, role) => (rulesFound.has(rule) ? found.get(`${rule}/${role}`) : undefined) ?? NONE,
    listHits: (list) => found.get(list) ?? NONE,
    owners: found.keys(),
    otherLanguage: otherLanguageOf(words),
    objective: () => (objective ??= objectiveIn(reading)),
    isQuoted(span) {
      if (quoted.length === 0) return false;
      const start = words[span.from]?.start ?? 0;
      const end = words[span.to - 1]?.end ?? 0;
      return quoted.some((range) => range.start < end && start < range.end);
    },
  };
  return reading;
}

/** The rules among those whose phrases were found; word lists belong to none. */
function rulesAmong(owners: Iterable<Owner>): Set<string> {
  const rules = new Set<string>();
  for (const owner of owners) {
    const slash = owner.indexOf('/');
    if (slash > 0) rules.add(owner.slice(0, slash));
  }
  return rules;
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
