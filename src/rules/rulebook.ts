import type { Model } from '../model/model.ts';
import type { PhraseNet } from './net.ts';
import { openIndex } from './phrase-index.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { LANGUAGES } from './rule.ts';
import type { Language } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Taught } from './taught.ts';
import type { Timer } from './timer.ts';
import { weave } from './weave.ts';
import type { ListsByLanguage, OwnedPhrase } from './weave.ts';

/** The keys of a rule file that hold phrases, and what a hit of each means. */
export const ROLES = ['phrases', 'labels', 'with', 'except', 'unless', 'stages-or'] as const;
export type Role = (typeof ROLES)[number];

/** The word lists that the program itself reads; any other list is there for phrases to name. */
const OWN_LISTS = [
  'negation', // denies what follows
  'speech', // verbs by which somebody is reported as saying something
  'customer', // who is on the other side
  'writer', // who writes
  'result', // what can be seen to have happened when the call is over
  'term', // a thing whose name has a word of the lists around it: call centre
  'activity', // what can go on without a result: vague where no result is named
  'empty', // what says little: vague where little else is said
  'filler', // words without content
  'vague-beside', // vague even beside another reason
  'gain', // the customer gains something
  'joining', // words that join a label to what follows
] as const;
export type OwnList = (typeof OWN_LISTS)[number];

/** Whose phrase was found: a rule's, in one of its roles, or a word list's. */
export type Owner = `${string}/${Role}` | OwnList;

/** The rules and word lists as their files say them. */
export interface RulebookSource {
  readonly rules: readonly RuleFile[];
  readonly words: ListsByLanguage;
}

/** The same with all phrases woven into a net: what the program reads at run time. */
export interface RulebookData extends RulebookSource {
  readonly phrases: PhraseNet<Owner>;
}

/** All rules, ready to judge with. */
export interface Rulebook {
  readonly rules: ReadonlyMap<string, RuleFile>;
  /** The rules that a judgement other than by phrases belongs to. */
  readonly byCheck: ReadonlyMap<RuleFile['check'], RuleFile>;
  readonly index: PhraseIndex<Owner>;
  /** What was learned from labelled examples; without it phrases and structure judge alone. */
  readonly model?: Model | undefined;
  /** Rules that a company does not want to be told of: no other rule yields to one of them. */
  readonly off?: ReadonlySet<string> | undefined;
  /** What a company has added of its own. */
  readonly taught?: Taught | undefined;
  /** Measures what judging by it takes, where somebody wants to know. */
  readonly timer?: Timer | undefined;
}

/**
 * Weaves the phrases of all rules and lists in all languages: texts mix languages, so all are always looked for.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function indexRulebook(source: RulebookSource): RulebookData {
  return {
    ...source,
    phrases: weave([...phrasesOf(source)], source.words),
  };
}

export function openRulebook(
  { rules, phrases }: Omit<RulebookData, 'words'>,
  model?: Model,
  taught?: Taught,
): Rulebook {
  return {
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    byCheck: new Map(rules.map((rule) => [rule.check, rule])),
    index: openIndex(phrases),
    model,
    taught,
  };
}

function* phrasesOf({ rules, words }: RulebookSource): Generator<OwnedPhrase<Owner>> {
  for (const language of LANGUAGES) {
    yield* phrasesIn(rules, language);
    for (const owner of OWN_LISTS)
      for (const text of words[language][owner] ?? []) yield { owner, language, text };
  }
}

/** All phrases of rules in one language, in all their roles. */
export function* phrasesIn(rules: readonly RuleFile[], language: Language): Generator<OwnedPhrase<Owner>> {
  for (const { id, ...rule } of rules) {
    for (const role of ROLES) {
      const owner: Owner = `${id}/${role}`;
      for (const text of rule[role]?.[language] ?? []) yield { owner, language, text };
    }
  }
}
