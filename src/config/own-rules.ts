import { resolve, sep } from 'node:path';
import { readIfThere } from '../read-if-there.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { RulebookSource } from '../rules/rulebook.ts';
import type { ConfigProblem } from './config-error.ts';
import type { ConfigFileSystem } from './config-source.ts';
import type { OwnRule } from './lint-config.ts';
import { checkOwnRule } from './own-rule-file.ts';
import { unknownName } from './schema-issue.ts';

/** A rule of the company's own, and where its keys stand. */
export interface ReadOwnRule extends OwnRule {
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * The rule files that a pattern means: a path, a folder or a glob; in `node_modules` only if it says so.
 * @param folder absolute; the pattern starts from it
 * @returns absolute paths in alphabetical order
 */
export async function ruleFilesIn(
  fs: ConfigFileSystem,
  folder: string,
  pattern: string,
): Promise<readonly string[]> {
  const { globSync } = await import('tinyglobby');
  const files = globSync(sep === '/' ? pattern : pattern.replaceAll(sep, '/'), {
    cwd: folder,
    absolute: true,
    ignore: pattern.includes('node_modules') ? [] : '**/node_modules/**',
    fs,
  });
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => resolve(file))
    .sort();
}

/** Reads a rule file and checks it; what is wrong is added to the problems. */
export function readOwnRule(
  fs: ConfigFileSystem,
  file: string,
  words: RulebookSource['words'],
  problems: ConfigProblem[],
): ReadOwnRule | undefined {
  const text =
    readIfThere(fs, file)
      ?.toString('utf8')
      .replace(/^\uFEFF/, '') ?? '';
  const checked = checkOwnRule(text, file, words);
  if ('rule' in checked) return { file, ...checked };
  for (const { path, ...problem } of checked.problems)
    problems.push({ file, key: path.map(String).join('.'), ...problem });
  return undefined;
}

/**
 * What a rule file cannot know: whether its id is free and whether the rules that it yields to exist. And what only our own
 * rules can say.
 * @param ours the rules that plan-call has itself
 */
export function ownRuleProblems(
  own: readonly ReadOwnRule[],
  ours: readonly Pick<RuleFile, 'id'>[],
): ConfigProblem[] {
  const builtIn = new Set(ours.map(({ id }) => id));
  const ids = new Set([...builtIn, ...own.map(({ rule }) => rule.id)]);
  const firstFile = new Map<string, string>();
  return own.flatMap(({ file, rule, lineOf }) => {
    const problems: ConfigProblem[] = [];
    const add = (path: (string | number)[], said: Pick<ConfigProblem, 'message' | 'values'>): void => {
      problems.push({ file, line: lineOf(path), key: path.join('.'), ...said });
    };
    const other = firstFile.get(rule.id);
    if (builtIn.has(rule.id)) add(['id'], { message: 'lint-config.own-id-taken', values: { id: rule.id } });
    else if (other === undefined) firstFile.set(rule.id, file);
    else if (other !== file)
      add(['id'], { message: 'lint-config.own-id-twice', values: { id: rule.id, file: other } });
    if (rule.check !== undefined) add(['check'], { message: 'lint-config.own-check', values: {} });
    if (rule.applies.every((place) => place === 'store'))
      add(['applies'], { message: 'lint-config.own-store', values: {} });
    for (const [i, id] of (rule['yields-to'] ?? []).entries())
      if (!ids.has(id)) add(['yields-to', i], unknownName(id, ids, 'rule'));
    return problems;
  });
}
