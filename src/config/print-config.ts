import type { RuleFile } from '../rules/rule-file.ts';
import type { LevelSetting } from '../rules/levels.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { FilePattern, LintConfig } from './lint-config.ts';

/** A configuration as it is shown: plain JSON. */
export interface PrintedConfig {
  readonly from: readonly string[];
  readonly isIgnored: boolean;
  /** Every rule, by its id, at the level that it has in the end. */
  readonly rules: Readonly<Record<string, LevelSetting>>;
  /** By rule and language. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly ruleFiles: readonly string[];
  readonly ignore: readonly Pick<FilePattern, 'pattern' | 'base'>[];
  readonly gitignore: boolean;
  readonly language: string | null;
  readonly columns: LintConfig['columns'];
  readonly dateOrder: string | null;
  readonly maxWarnings: number | null;
  readonly baseline: string | null;
}

/**
 * What holds for a file in the end, with all defaults; null where a thing is not settled here.
 * @param ours the rules that plan-call has itself
 */
export function printedConfig(
  config: LintConfig,
  isIgnored: boolean,
  ours: readonly Pick<RuleFile, 'id' | 'level'>[],
): PrintedConfig {
  const { levels, phrases, ownRules, ignore } = config;
  const rules = [...ours, ...ownRules.map(({ rule }) => rule)];
  return {
    from: config.from,
    isIgnored,
    rules: Object.fromEntries(rules.map(({ id, level }) => [id, levels.get(id) ?? level])),
    phrases: Object.fromEntries(
      [...new Set(phrases.map(({ owner }) => owner))].map((owner) => [owner, phrasesOf(owner, phrases)]),
    ),
    ruleFiles: ownRules.map(({ file }) => file),
    ignore: ignore.map(({ pattern, base }) => ({ pattern, base })),
    gitignore: config.gitignore ?? false,
    language: config.language ?? null,
    columns: config.columns,
    dateOrder: config.dateOrder ?? null,
    maxWarnings: config.maxWarnings ?? null,
    baseline: config.baseline ?? null,
  };
}

function phrasesOf(owner: string, phrases: LintConfig['phrases']): Record<string, readonly string[]> {
  const own = phrases.filter((phrase) => phrase.owner === owner);
  return Object.fromEntries(
    LANGUAGES.map(
      (one) => [one, own.filter(({ language }) => language === one).map(({ text }) => text)] as const,
    ).filter(([, texts]) => texts.length > 0),
  );
}
