import { dirname, resolve } from 'node:path';
import { notationProblem } from '../data/read-rulebook.ts';
import { roleOf } from '../rules/company.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { RulebookSource } from '../rules/rulebook.ts';
import { UserError } from '../user-error.ts';
import { checkConfig } from './check-config.ts';
import { ConfigError } from './config-error.ts';
import type { ConfigProblem } from './config-error.ts';
import type { ConfigFile, ConfigSettings } from './config-file.ts';
import { readSource, valueIn, withLines } from './config-source.ts';
import type { ConfigFileSystem, ConfigSource, SourceProblem } from './config-source.ts';
import { extendedConfig } from './find-config.ts';
import { OUR_NAMES } from '../tables/our-names.ts';
import type { OurName } from '../tables/our-names.ts';
import { NO_CONFIG } from './lint-config.ts';
import type { FilePattern, LintConfig } from './lint-config.ts';
import type { Layer } from './layers.ts';
import { ownRuleProblems, readOwnRule, ruleFilesIn } from './own-rules.ts';
import type { ReadOwnRule } from './own-rules.ts';
import { isWithin } from './relative-path.ts';
import { unknownName } from './schema-issue.ts';

/** Something that names a rule, to be looked at when all rules are known. */
interface Mention {
  readonly source: ConfigSource;
  readonly path: readonly PropertyKey[];
  readonly rule: string;
}

/** What is gathered while a file and those that it builds upon are read. */
interface Loading {
  readonly fs: ConfigFileSystem;
  readonly rulebook: RulebookSource;
  readonly problems: ConfigProblem[];
  readonly sourceProblems: SourceProblem[];
  readonly mentions: { readonly levels: Mention[]; readonly phrases: Mention[] };
  readonly ownRules: Map<string, ReadOwnRule | undefined>;
  /** A file that could not be read, or is not there, might hold a rule that others name. */
  knowsAllRules: boolean;
}

/**
 * Reads a configuration file and all that it builds upon, and checks every one of them.
 * @param file absolute
 * @param base the absolute folder that patterns are relative to where the file lies beside what it is used for
 * @returns what they say, the later winning
 * @throws ConfigError naming file, line and key of everything that is wrong
 * @throws UserError where the file itself cannot be read
 */
export async function loadConfig(
  fs: ConfigFileSystem,
  file: string,
  base: string,
  rulebook: RulebookSource,
): Promise<readonly Layer[]> {
  const loading: Loading = {
    fs,
    rulebook,
    problems: [],
    sourceProblems: [],
    mentions: { levels: [], phrases: [] },
    ownRules: new Map(),
    knowsAllRules: true,
  };
  const source = readSource(fs, file);
  if (source === undefined) throw new UserError('lint-config.missing', { file });
  const layers = await layersOf(source, base, [], loading);
  checkRules(loading);
  const problems = [...loading.problems];
  if (loading.sourceProblems.length > 0) problems.push(...(await withLines(loading.sourceProblems)));
  if (problems.length > 0) throw new ConfigError(problems);
  return layers;
}

/** @param chain the files that led to this one */
async function layersOf(
  source: ConfigSource,
  outerBase: string,
  chain: readonly string[],
  loading: Loading,
): Promise<Layer[]> {
  const read = await valueIn(source);
  if ('problem' in read) {
    loading.problems.push(read.problem);
    loading.knowsAllRules = false;
    return [];
  }
  const checked = checkConfig(read.value, source);
  if ('problems' in checked) {
    loading.sourceProblems.push(...checked.problems);
    loading.knowsAllRules = false;
    return [];
  }
  const { config } = checked;
  const folder = dirname(source.file);
  const base = isWithin(folder, outerBase) ? folder : outerBase;
  const layers: Layer[] = [];
  for (const [i, name] of listOf(config.extends).entries()) {
    const path = typeof config.extends === 'string' ? ['extends'] : ['extends', i];
    layers.push(...(await extendedLayers({ source, path, name, base, chain }, loading)));
  }
  layers.push({ config: await wholeConfig(config, source, base, loading) });
  for (const [i, { files, excludedFiles, ...rest }] of (config.overrides ?? []).entries()) {
    const at = ['overrides', i] as const;
    layers.push({
      config: { ...NO_CONFIG, ...settingsOf(rest, source, at, loading) },
      only: {
        files: patternsOf(files, [...at, 'files'], source, base),
        excludedFiles: patternsOf(excludedFiles, [...at, 'excludedFiles'], source, base),
      },
    });
  }
  return layers;
}

interface Extension {
  readonly source: ConfigSource;
  readonly path: readonly PropertyKey[];
  readonly name: string;
  readonly base: string;
  readonly chain: readonly string[];
}

async function extendedLayers(
  { source, path, name, base, chain }: Extension,
  loading: Loading,
): Promise<Layer[]> {
  const file = extendedConfig(loading.fs, dirname(source.file), name);
  const extended = file === undefined ? undefined : readSource(loading.fs, file);
  if (file === undefined || extended === undefined) {
    loading.sourceProblems.push({ source, path, message: 'lint-config.extends-missing', values: { name } });
    loading.knowsAllRules = false;
    return [];
  }
  const files = [...chain, source.file];
  if (files.includes(file)) {
    const circle = [...files.slice(files.indexOf(file)), file].join(' → ');
    loading.sourceProblems.push({ source, path, message: 'lint-config.circle', values: { circle } });
    return [];
  }
  return layersOf(extended, base, files, loading);
}

/** What a file says for all files that it is for. */
async function wholeConfig(
  config: ConfigFile,
  source: ConfigSource,
  base: string,
  loading: Loading,
): Promise<LintConfig> {
  const { baseline, ruleFiles, ignore, gitignore, maxWarnings } = config;
  return {
    ...NO_CONFIG,
    ...settingsOf(config, source, [], loading),
    ownRules: await ownRulesOf(ruleFiles, source, loading),
    ignore: patternsOf(ignore, ['ignore'], source, base),
    gitignore,
    maxWarnings,
    baseline: baseline === undefined ? undefined : resolve(dirname(source.file), baseline),
    from: [source.file],
  };
}

/** @param at where in the file they stand */
function settingsOf(
  { rules = {}, phrases = {}, language, columns, dateOrder }: ConfigSettings,
  source: ConfigSource,
  at: readonly PropertyKey[],
  { mentions, rulebook, sourceProblems }: Loading,
): Pick<LintConfig, 'levels' | 'phrases' | 'language' | 'columns' | 'dateOrder'> {
  for (const rule of Object.keys(rules)) mentions.levels.push({ source, path: [...at, 'rules', rule], rule });
  for (const rule of Object.keys(phrases))
    mentions.phrases.push({ source, path: [...at, 'phrases', rule], rule });
  const added = Object.entries(phrases).flatMap(([owner, byLanguage]) =>
    LANGUAGES.flatMap((one) =>
      (byLanguage[one] ?? []).map((text, i) => {
        const details = notationProblem(text, rulebook.words[one]);
        const path = [...at, 'phrases', owner, one, i];
        if (details !== undefined)
          sourceProblems.push({ source, path, message: 'teach.phrase-wrong', values: { details } });
        return { owner, language: one, text };
      }),
    ),
  );
  return {
    levels: new Map(Object.entries(rules)),
    phrases: added,
    language,
    columns: columnMap(columns),
    dateOrder,
  };
}

function columnMap(columns: ConfigSettings['columns'] = {}): LintConfig['columns'] {
  const map: Partial<Record<OurName, string>> = {};
  for (const field of OUR_NAMES) {
    const column = columns[field];
    if (column !== undefined) map[field] = column;
  }
  return map;
}

async function ownRulesOf(
  ruleFiles: ConfigFile['ruleFiles'],
  source: ConfigSource,
  loading: Loading,
): Promise<LintConfig['ownRules']> {
  const { fs, rulebook, ownRules, problems, sourceProblems } = loading;
  const found = new Set<string>();
  for (const [i, pattern] of listOf(ruleFiles).entries()) {
    const files = await ruleFilesIn(fs, dirname(source.file), pattern);
    if (files.length === 0) {
      const path = typeof ruleFiles === 'string' ? ['ruleFiles'] : ['ruleFiles', i];
      sourceProblems.push({ source, path, message: 'lint-config.no-rule-files', values: { pattern } });
      loading.knowsAllRules = false;
    }
    for (const file of files) {
      found.add(file);
      if (!ownRules.has(file)) ownRules.set(file, readOwnRule(fs, file, rulebook.words, problems));
      loading.knowsAllRules &&= ownRules.get(file) !== undefined;
    }
  }
  return [...found].flatMap((file) => {
    const own = ownRules.get(file);
    return own === undefined ? [] : [{ file, rule: own.rule }];
  });
}

/** What can only be told when the rules of all files are known: whether those named exist, and can have phrases. */
function checkRules(loading: Loading): void {
  const { rulebook, ownRules, mentions, problems, sourceProblems } = loading;
  const own = [...ownRules.values()].flatMap((rule) => rule ?? []);
  problems.push(...ownRuleProblems(own, rulebook.rules));
  if (!loading.knowsAllRules) return;
  const rules = new Map([...rulebook.rules, ...own.map(({ rule }) => rule)].map((rule) => [rule.id, rule]));
  for (const { source, path, rule } of [...mentions.levels, ...mentions.phrases])
    if (!rules.has(rule)) sourceProblems.push({ source, path, ...unknownName(rule, rules.keys(), 'rule') });
  for (const { source, path, rule } of mentions.phrases)
    if (rules.has(rule) && roleOf(rules.get(rule)?.check) === undefined)
      sourceProblems.push({ source, path, message: 'lint-config.no-phrases', values: { rule } });
}

function patternsOf(
  patterns: string | readonly string[] | undefined,
  path: readonly PropertyKey[],
  { file, at }: ConfigSource,
  base: string,
): FilePattern[] {
  return listOf(patterns).map((pattern, i) => ({
    pattern,
    base,
    file,
    key: [...at, ...path, ...(typeof patterns === 'string' ? [] : [i])].map(String).join('.'),
  }));
}

function listOf(given: string | readonly string[] | undefined): readonly string[] {
  if (given === undefined) return [];
  return typeof given === 'string' ? [given] : given;
}
