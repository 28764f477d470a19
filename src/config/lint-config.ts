import type { AddedPhrase, CompanyRules } from '../rules/company.ts';
import type { LevelSettings } from '../rules/levels.ts';
import type { Language } from '../rules/rule.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { DateOrder } from '../tables/date-order.ts';
import type { ColumnMap } from '../tables/our-names.ts';

/** A rule of the company's own, and the file that it stands in. */
export interface OwnRule {
  readonly file: string;
  readonly rule: RuleFile;
}

/** A pattern over linted files, and where it was written. */
export interface FilePattern {
  readonly pattern: string;
  /** The absolute folder that it is relative to. */
  readonly base: string;
  readonly file: string;
  /** Such as `overrides.0.files.1`. */
  readonly key: string;
}

/** What holds for a file that is linted: plain data, all paths in it absolute. */
export interface LintConfig {
  readonly levels: LevelSettings;
  /** Further phrases of existing rules. */
  readonly phrases: readonly AddedPhrase[];
  readonly ownRules: readonly OwnRule[];
  /** In the form of .gitignore: a later one wins. */
  readonly ignore: readonly FilePattern[];
  readonly gitignore?: boolean | undefined;
  readonly language?: Language | undefined;
  readonly columns: ColumnMap;
  readonly dateOrder?: DateOrder | undefined;
  readonly maxWarnings?: number | undefined;
  readonly baseline?: string | undefined;
  /** The configuration files that it came from, those that others build upon first. */
  readonly from: readonly string[];
}

/** Where nothing is configured. */
export const NO_CONFIG: LintConfig = {
  levels: new Map(),
  phrases: [],
  ownRules: [],
  ignore: [],
  columns: {},
  from: [],
};

/** Two configurations as one: where both say something, the later one wins; what can be had side by side is kept. */
export function mergeConfigs(earlier: LintConfig, later: LintConfig): LintConfig {
  return {
    levels: new Map([...earlier.levels, ...later.levels]),
    phrases: union(earlier.phrases, later.phrases, ({ owner, language, text }) =>
      [owner, language, text].join('\n'),
    ),
    ownRules: union(earlier.ownRules, later.ownRules, ({ file }) => file),
    ignore: [...earlier.ignore, ...later.ignore],
    gitignore: later.gitignore ?? earlier.gitignore,
    language: later.language ?? earlier.language,
    columns: { ...earlier.columns, ...later.columns },
    dateOrder: later.dateOrder ?? earlier.dateOrder,
    maxWarnings: later.maxWarnings ?? earlier.maxWarnings,
    baseline: later.baseline ?? earlier.baseline,
    from: union(earlier.from, later.from, (file) => file),
  };
}

/** What a configuration makes of the rules. */
export function companyRulesOf({ ownRules, phrases, levels }: LintConfig): CompanyRules {
  return {
    rules: ownRules.map(({ rule }) => rule),
    phrases,
    off: [...levels].flatMap(([id, level]) => (level === 'off' ? [id] : [])),
  };
}

function union<T>(earlier: readonly T[], later: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const byKey = new Map<string, T>();
  for (const one of [...earlier, ...later]) if (!byKey.has(keyOf(one))) byKey.set(keyOf(one), one);
  return [...byKey.values()];
}
