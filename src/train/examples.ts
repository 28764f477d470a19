import type * as Fs from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LANGUAGES, SECTIONS, STAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import type { AccountNames } from './named.ts';
import type { AlikeWords } from './varied.ts';

const example = z.strictObject({
  /** `vi-d-p-0012`: language, author, purpose or sentence, number. */
  id: z.string().regex(/^(en|vi|ro)-[a-z]+-[ps]-\d{4}$/),
  lang: z.enum(LANGUAGES).optional(),
  /** The report that a sentence stands in; sentences without one stand alone. */
  report: z.string().optional(),
  stage: z.enum(STAGES),
  /** A sentence of a report stands in one; a purpose does not. */
  section: z.enum(SECTIONS).optional(),
  text: z.string(),
  /** The rules that are to fire. */
  expect: z.array(z.string()),
  verdict: z.enum(['accept', 'reject']).optional(),
  benefit: z.enum(['customer', 'seller', 'filler']).optional(),
  done: z.enum(['concrete', 'filler']).optional(),
});

/** A labelled text. */
export type Example = z.infer<typeof example>;

/** All that is learned from, as it lies in `data/training`. */
export interface TrainingData {
  readonly examples: readonly Example[];
  readonly accountNames: AccountNames;
  readonly alikeWords: AlikeWords;
}

/** @throws Error naming file and line of what is not as it should be */
export function readTrainingData(
  fs: Pick<typeof Fs, 'readFileSync' | 'readdirSync'>,
  dataDir: string,
): TrainingData {
  return {
    examples: readExamples(fs, dataDir),
    accountNames: readAccountNames(fs, dataDir),
    alikeWords: readAlikeWords(fs, dataDir),
  };
}

/**
 * Reads the labelled texts of all languages and authors.
 * @throws Error naming file and line of what is no example
 */
export function readExamples(
  fs: Pick<typeof Fs, 'readFileSync' | 'readdirSync'>,
  dataDir: string,
): Example[] {
  return LANGUAGES.flatMap((language) => {
    const folder = join(dataDir, 'training', language);
    const files = fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    return files.sort().flatMap((name) => readLines(fs, join(folder, name)));
  });
}

const accountNames = z.partialRecord(
  z.enum(LANGUAGES),
  z.strictObject({ first: z.array(z.string()).min(1), second: z.array(z.string()).min(1) }),
);

/** Reads the parts of which accounts' names are made. */
export function readAccountNames(fs: Pick<typeof Fs, 'readFileSync'>, dataDir: string): AccountNames {
  return accountNames.parse(JSON.parse(fs.readFileSync(join(dataDir, 'training', 'accounts.json'), 'utf8')));
}

/**
 * Reads the words and phrases of each language that can stand for each other: a group a line, parted by ` | `.
 * @throws Error naming file and line of what is no group
 */
function readAlikeWords(fs: Pick<typeof Fs, 'readFileSync'>, dataDir: string): AlikeWords {
  const read = (language: Language): string[][] => {
    const file = join(dataDir, 'training', language, 'alike.txt');
    const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line, i) => {
      const group = line.split('|').map((member) => member.trim());
      if (group.length < 2 || group.includes('') || new Set(group).size < group.length)
        throw new Error(
          `${file}:${i + 1}: at least two different words or phrases, parted by “|”, are needed`,
        );
      return group;
    });
  };
  return { en: read('en'), vi: read('vi'), ro: read('ro') };
}

function readLines(fs: Pick<typeof Fs, 'readFileSync'>, file: string): Example[] {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, i) => {
    const result = example.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`${file}:${i + 1}: ${z.prettifyError(result.error)}`);
    return result.data;
  });
}

const ONE_OF = 5;

/** One text of five, and all whole reports: enough to see what broke, in a few seconds. */
export function sampleOf(examples: readonly Example[]): Example[] {
  return examples.filter(({ report }, i) => report !== undefined || i % ONE_OF === 0);
}

/** Who wrote it; each author has a letter, or two. */
export function authorOf({ id }: Example): string {
  return id.split('-')[1] ?? '';
}

export function languageOf({ id }: Example): Language {
  const language = LANGUAGES.find((one) => id.startsWith(`${one}-`));
  if (language === undefined) throw new Error(`the id of ${id} does not begin with a language`);
  return language;
}
