import { basename } from 'node:path';
import * as z from 'zod';
import { openYaml } from '../data/checked-yaml.ts';
import { notationProblem } from '../data/read-rulebook.ts';
import { LANGUAGES } from '../rules/rule.ts';
import { ruleFile } from '../rules/rule-file.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { ROLES } from '../rules/rulebook.ts';
import type { RulebookSource } from '../rules/rulebook.ts';
import { problemsOf } from './schema-issue.ts';
import type { SchemaProblem } from './schema-issue.ts';

/** One thing that is wrong with a rule file. */
export interface RuleProblem extends SchemaProblem {
  /** Counts from 1. */
  readonly line: number;
}

type LineOf = (path: readonly PropertyKey[]) => number;

/** What a team writes in its one language is said in the others, too. */
function inSomeLanguage<One extends z.ZodType>(one: One) {
  return z
    .strictObject({ en: one.optional(), vi: one.optional(), ro: one.optional() })
    .transform((given, context) => {
      const first = LANGUAGES.map((language) => given[language]).find((said) => said !== undefined);
      if (first === undefined) {
        context.addIssue({ code: 'custom' });
        return z.NEVER;
      }
      return { en: given.en ?? first, vi: given.vi ?? first, ro: given.ro ?? first };
    });
}

const { title, message, advice, examples } = ruleFile.shape;
const schema = ruleFile.extend({
  title: inSomeLanguage(title.shape.en),
  message: inSomeLanguage(message.shape.en),
  advice: inSomeLanguage(advice.shape.en),
  examples: inSomeLanguage(examples.shape.en),
});

/**
 * Checks a rule of a company's own as ours are, down to each phrase; but what is said need not be said in every language.
 * @param file what it is called, which is to be the rule's id
 * @param words the lists that its phrases may name
 */
export function checkOwnRule(
  text: string,
  file: string,
  words: RulebookSource['words'],
): { rule: RuleFile; lineOf: LineOf } | { problems: RuleProblem[] } {
  const { value, errors, lineOf } = openYaml(text);
  const [error] = errors;
  // Those behind the first one mostly follow from it.
  if (error !== undefined) {
    const { line, problem: details } = error;
    return { problems: [{ line, path: [], message: 'lint-config.not-yaml', values: { details } }] };
  }
  const result = schema.safeParse(value);
  const problems = result.success
    ? unseenProblems(result.data, file, words)
    : result.error.issues.flatMap((issue) => ruleProblemsOf(issue));
  if (result.success && problems.length === 0) return { rule: result.data, lineOf };
  return { problems: problems.map((problem) => ({ ...problem, line: lineOf(problem.path) })) };
}

/** What only a rule file can have wrong, then what any file can. */
function ruleProblemsOf(issue: z.core.$ZodIssue): SchemaProblem[] {
  const { path, code } = issue;
  const said = (key: SchemaProblem['message']): SchemaProblem[] => [{ path, message: key, values: {} }];
  if (code === 'custom') return said('lint-config.own-no-language');
  if (code === 'invalid_format' && path[0] === 'id') return said('lint-config.own-wrong-id');
  if (code === 'invalid_union') return said('lint-config.own-wrong-example');
  return problemsOf(issue, keysAt);
}

function keysAt([first, second]: readonly PropertyKey[]): readonly string[] {
  if (first === undefined) return Object.keys(ruleFile.shape);
  return second === undefined ? LANGUAGES : ['fires', 'passes'];
}

/** What the schema cannot see: the name of the file, and phrases that are not written in the notation. */
function unseenProblems(rule: RuleFile, file: string, words: RulebookSource['words']): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  if (rule.id !== basename(file, '.yaml'))
    problems.push({ path: ['id'], message: 'lint-config.own-file-name', values: { id: rule.id } });
  if (rule.check === undefined && rule.phrases === undefined)
    problems.push({ path: ['phrases'], message: 'lint-config.own-no-phrases', values: {} });
  for (const role of ROLES) {
    for (const language of LANGUAGES) {
      for (const [i, phrase] of (rule[role]?.[language] ?? []).entries()) {
        const details = notationProblem(phrase, words[language]);
        if (details !== undefined)
          problems.push({ path: [role, language, i], message: 'teach.phrase-wrong', values: { details } });
      }
    }
  }
  return problems;
}
