import { otherLanguageOf } from '../text/language.ts';
import type { OtherLanguage } from '../text/language.ts';
import { quotedRanges } from '../text/quotes.ts';
import type { Range } from '../text/range.ts';
import { wordsOf } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { objectiveIn } from './objective.ts';
import type { Objective } from './objective.ts';
import type { Hit } from './phrase-index.ts';
import { ROLES } from './rulebook.ts';
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
  const byRule = groupByRule(found);
  let objective: Objective | undefined;
  const reading: Reading = {
    text,
    words,
    quoted,
    rulesFound: new Set(byRule.keys()),
    ruleHits: (rule, role) => byRule.get(rule)?.[role] ?? NONE,
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

function groupHits(hits: readonly Hit<Owner>[]): Map<Owner, Span[]> {
  const groups = new Map<Owner, Span[]>();
  for (const hit of hits) {
    const group = groups.get(hit.owner);
    if (group === undefined) groups.set(hit.owner, [hit]);
    else group.push(hit);
  }
  return groups;
}

/** What a rule's phrases found, by their role. */
type RuleHits = Partial<Record<Role, readonly Span[]>>;

/** The same without word lists, which belong to no rule. */
function groupByRule(found: ReadonlyMap<Owner, readonly Span[]>): Map<string, RuleHits> {
  const byRule = new Map<string, RuleHits>();
  for (const [owner, spans] of found) {
    const { rule, role } = partsOf(owner);
    if (role === undefined) continue;
    const hits = byRule.get(rule) ?? {};
    hits[role] = spans;
    byRule.set(rule, hits);
  }
  return byRule;
}

interface OwnerParts {
  readonly rule: string;
  /** A word list has none. */
  readonly role: Role | undefined;
}

const known = new Map<Owner, OwnerParts>();

/** Takes an owner's name apart, once for all texts. */
function partsOf(owner: Owner): OwnerParts {
  let parts = known.get(owner);
  if (parts === undefined) {
    const [rule = '', name] = owner.split('/');
    parts = { rule, role: ROLES.find((role) => role === name) };
    known.set(owner, parts);
  }
  return parts;
}
