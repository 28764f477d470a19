import * as z from 'zod';
import { LEVEL_SETTINGS } from '../rules/levels.ts';
import type { LevelSetting } from '../rules/levels.ts';
import { LANGUAGES } from '../rules/rule.ts';
import { DATE_ORDERS } from '../tables/date-order.ts';
import { OUR_NAMES } from '../tables/our-names.ts';
import type { OurName } from '../tables/our-names.ts';

const text = z.string().min(1);
const texts = z.union([text, z.array(text)]);
const level = z.enum(LEVEL_SETTINGS);
const phrases = z.array(text).min(1);

const languages = { en: phrases.optional(), vi: phrases.optional(), ro: phrases.optional() };

/** A column for each field. */
function columnShape() {
  const shape = Object.fromEntries(OUR_NAMES.map((field) => [field, text.optional()]));
  // Object.fromEntries forgets which keys it was given.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return shape as Record<OurName, z.ZodOptional<typeof text>>;
}

/** A rule as the published schema offers it: its id, and what to call it. */
export interface OfferedRule {
  readonly id: string;
  readonly title: { readonly en: string };
}

/** Ids are checked when all files are read, as own rules count among them; here they are only offered. */
function levelsOf(rules: readonly OfferedRule[]): z.ZodType<Record<string, LevelSetting>> {
  if (rules.length === 0) return z.record(z.string(), level);
  const shape = Object.fromEntries(rules.map(({ id, title }) => [id, level.optional().describe(title.en)]));
  // With catchall all values are levels, which the type of an optional one does not say.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return z.object(shape).catchall(level) as unknown as z.ZodType<Record<string, LevelSetting>>;
}

/** What can be said for all files as well as for some of them. */
function settings(rules: readonly OfferedRule[]) {
  return {
    rules: levelsOf(rules)
      .describe('Levels by the id of the rule, built in or your own: off (not told), warn or error.')
      .optional(),
    phrases: z
      .record(z.string(), z.strictObject(languages))
      .describe(
        'Further phrases of existing rules, by the id of the rule and the language (en, vi, ro), in the notation of the rule files: {"courtesy-call": {"en": ["blue binder (round|tour)"]}}.',
      )
      .optional(),
    language: z.enum(LANGUAGES).describe('The language in which messages are said.').optional(),
    columns: z
      .strictObject(columnShape())
      .describe(
        'Which column of a table holds what, where its header does not say so: {"purpose": "Subject", "discussion": "Comments"}.',
      )
      .optional(),
    dateOrder: z
      .enum(DATE_ORDERS)
      .describe('How to read a date such as 06/07/2026 in a table: dmy (6 July) or mdy (7 June).')
      .optional(),
  };
}

function override(rules: readonly OfferedRule[]) {
  return z.strictObject({
    files: z
      .union([text, z.array(text).min(1)])
      .describe(
        'Globs of the files that these settings are for, relative to the folder of this file; one without a slash matches in any folder.',
      ),
    excludedFiles: texts
      .describe('Globs of files that they are not for, though files matches them.')
      .optional(),
    ...settings(rules),
  });
}

/**
 * What a configuration file of `plan-call lint` can say. Paths are relative to the file itself.
 * @param rules to be offered by name in the published schema
 */
export function configFile(rules: readonly OfferedRule[] = []) {
  return z.strictObject({
    $schema: z.string().describe('Where the schema of this file is, for editors.').optional(),
    extends: texts
      .describe(
        'Configuration files, or packages that hold one, that this one builds upon. Later ones win, and this file wins over all of them.',
      )
      .optional(),
    ruleFiles: texts
      .describe(
        'Files with rules of your own: paths, folders or globs of .yaml files, each named after the id of the rule in it.',
      )
      .optional(),
    ...settings(rules),
    ignore: texts
      .describe('Files that are not linted: patterns as in .gitignore, relative to the folder of this file.')
      .optional(),
    gitignore: z
      .boolean()
      .describe('Whether files that git ignores are not linted either (default false).')
      .optional(),
    maxWarnings: z.int().min(0).describe('With more warnings than this the run fails.').optional(),
    baseline: text.describe('The file of findings that are known already and do not count.').optional(),
    overrides: z
      .array(override(rules))
      .describe('Settings for some files only; later ones win over earlier ones and over the settings above.')
      .optional(),
  });
}
export type ConfigFile = z.infer<ReturnType<typeof configFile>>;
export type ConfigSettings = Pick<ConfigFile, 'rules' | 'phrases' | 'language' | 'columns' | 'dateOrder'>;

/** The keys that an object at this place of a configuration file can have; none where they are not fixed. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const [first, second] = path;
  if (first === undefined) return Object.keys(configFile().shape);
  if (first === 'overrides' && typeof second === 'number')
    return path.length === 2 ? Object.keys(override([]).shape) : keysAt(path.slice(2));
  if (first === 'columns') return OUR_NAMES;
  return first === 'phrases' && path.length === 2 ? LANGUAGES : [];
}

/** The schema as editors read it. */
export function publishedSchema(rules: readonly OfferedRule[]): object {
  const schema = z.toJSONSchema(configFile(rules), { target: 'draft-7', io: 'input' });
  return {
    ...schema,
    title: 'plan-call lint',
    description:
      'The configuration of plan-call lint: plan-call.config.json, .yaml, or “plan-call” in package.json.',
  };
}
