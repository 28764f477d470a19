import { bothOf, openIndex } from './phrase-index.ts';
import { LANGUAGES } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import { phrasesIn } from './rulebook.ts';
import type { Owner, Role, Rulebook, RulebookSource } from './rulebook.ts';
import { weave } from './weave.ts';
import type { OwnedPhrase } from './weave.ts';

/** A phrase that a company adds to a rule; the owner is the rule's id. */
export type AddedPhrase = OwnedPhrase<string>;

/** What a company adds to the rules by its configuration. */
export interface CompanyRules {
  /** Rules of its own, under ids that no other rule has. */
  readonly rules: readonly RuleFile[];
  /** Further phrases of any rules. */
  readonly phrases: readonly AddedPhrase[];
  /** The ids of rules that it does not want to be told of. */
  readonly off: readonly string[];
}

/** Where a company adds nothing. */
export function isNoCompany({ rules, phrases, off }: CompanyRules): boolean {
  return rules.length === 0 && phrases.length === 0 && off.length === 0;
}

/**
 * The rulebook with a company's own rules and phrases: they are looked for like all others, with everything that excuses
 * them; rules that are off silence no other. The trained model, which has never seen them, takes nothing of what they find away.
 * @param lists with the word lists that the phrases may name
 * @returns the very same rulebook where nothing is added
 * @throws NotationError for a phrase that is not written in the notation
 */
export function withCompanyRules(
  rulebook: Rulebook,
  company: CompanyRules,
  lists: Pick<RulebookSource, 'words'>,
): Rulebook {
  if (isNoCompany(company)) return rulebook;
  const { rules, phrases } = company;
  const off = new Set(company.off);
  if (rules.length === 0 && phrases.length === 0) return { ...rulebook, off };
  const all = new Map([...rulebook.rules, ...rules.map((rule) => [rule.id, rule] as const)]);
  const added: OwnedPhrase<Owner>[] = LANGUAGES.flatMap((language) => [...phrasesIn(rules, language)]);
  for (const { owner, ...phrase } of phrases) {
    const role = roleOf(all.get(owner)?.check);
    if (role !== undefined) added.push({ ...phrase, owner: `${owner}/${role}` });
  }
  const index = bothOf(rulebook.index, openIndex(weave(added, lists.words)));
  return { ...rulebook, rules: all, index, off };
}

/**
 * What a further phrase is to a rule: what was added on purpose stands like a label, whatever the model thinks, and for a
 * section that has to say something it is filler.
 * @returns nothing for a judgement to which phrases mean nothing
 */
export function roleOf(check: RuleFile['check']): Role | undefined {
  if (check === 'open-commitment') return undefined;
  return check === undefined || check === 'has-objective' || check === 'refusal-explained'
    ? 'labels'
    : 'phrases';
}
