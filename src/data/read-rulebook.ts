import type * as Fs from 'node:fs';
import { basename, join } from 'node:path';
import { LANGUAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import { CHECKS, ruleFile, wordsFile } from '../rules/rule-file.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { NotationError } from '../rules/notation.ts';
import type { WordLists } from '../rules/notation.ts';
import { compilePhrase } from '../rules/phrase.ts';
import { ROLES } from '../rules/rulebook.ts';
import type { RulebookSource } from '../rules/rulebook.ts';
import { DataFileError, parseCheckedYaml } from './checked-yaml.ts';
import type { CheckedYaml, DataProblem } from './checked-yaml.ts';

type Reader = Pick<typeof Fs, 'readdirSync' | 'readFileSync'>;

/**
 * Reads all rules and word lists below a data folder and checks every one of them, down to each phrase.
 * @throws DataFileError naming file, line and key of everything that is wrong
 */
export function readRulebook(fs: Reader, dataDir: string): RulebookSource {
  const read = (folder: string, name: string): string => fs.readFileSync(join(dataDir, folder, name), 'utf8');
  const lists = (language: Language): WordLists =>
    parseCheckedYaml(read('words', `${language}.yaml`), `words/${language}.yaml`, wordsFile).value;
  const words: RulebookSource['words'] = { en: lists('en'), vi: lists('vi'), ro: lists('ro') };
  const problems: DataProblem[] = listProblems(words);
  const rules: RuleFile[] = [];
  for (const name of fs
    .readdirSync(join(dataDir, 'rules'))
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    try {
      rules.push(readRule(read('rules', name), `rules/${name}`, words).value);
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new DataFileError(problems);
  return { rules, words };
}

/**
 * Reads a rule file and checks it, down to each phrase.
 * @param file name for messages; the last part of it is to be the rule's id
 * @param words the lists that its phrases may name
 * @throws DataFileError naming file, line and key of everything that is wrong
 */
export function readRule(text: string, file: string, words: RulebookSource['words']): CheckedYaml<RuleFile> {
  const checked = parseCheckedYaml(text, file, ruleFile);
  const problems = ruleProblems(checked, file, words);
  if (problems.length > 0) throw new DataFileError(problems);
  return checked;
}

/** What the schema cannot see: the name of the file, and phrases that are not written in the notation. */
function ruleProblems(
  { value: rule, lineOf }: CheckedYaml<RuleFile>,
  file: string,
  words: RulebookSource['words'],
): DataProblem[] {
  const problems: DataProblem[] = [];
  const add = (path: (string | number)[], problem: string): void => {
    problems.push({ file, line: lineOf(path), key: path.join('.'), problem });
  };
  if (rule.id !== basename(file, '.yaml'))
    add(['id'], `the file of rule “${rule.id}” is to be named ${rule.id}.yaml`);
  if (rule.check === undefined && rule.phrases === undefined)
    add(['phrases'], `a rule needs phrases or a check (${CHECKS.join(', ')})`);
  for (const role of ROLES) {
    for (const language of LANGUAGES) {
      for (const [i, phrase] of (rule[role]?.[language] ?? []).entries()) {
        const problem = notationProblem(phrase, words[language]);
        if (problem !== undefined) add([role, language, i], problem);
      }
    }
  }
  return problems;
}

function listProblems(words: RulebookSource['words']): DataProblem[] {
  const problems: DataProblem[] = [];
  for (const language of LANGUAGES) {
    for (const [list, entries] of Object.entries(words[language])) {
      for (const [i, entry] of entries.entries()) {
        const problem = notationProblem(entry, {});
        if (problem !== undefined)
          problems.push({ file: `words/${language}.yaml`, line: 1, key: `${list}.${i}`, problem });
      }
    }
  }
  return problems;
}

/** What is wrong with a phrase; nothing where it is written in the notation. */
export function notationProblem(phrase: string, lists: WordLists): string | undefined {
  try {
    compilePhrase(phrase, lists);
    return undefined;
  } catch (error) {
    if (error instanceof NotationError) return error.message;
    throw error;
  }
}
