import * as z from 'zod';
import { LANGUAGES, LEVELS, SECTIONS, STAGES } from './rule.ts';

const sentence = z.string().trim().min(1);
const inEveryLanguage = z.strictObject({ en: sentence, vi: sentence, ro: sentence });
const phrases = z.partialRecord(z.enum(LANGUAGES), z.array(sentence).min(1));
const date = z.iso.date();

const example = z.union([
  sentence,
  z.strictObject({
    text: z.string(),
    section: z.enum(SECTIONS).optional(),
    stage: z.enum(STAGES).optional(),
    promise: z
      .strictObject({ what: sentence, due: date, status: z.enum(['open', 'done', 'dropped']) })
      .optional(),
    today: date.optional(),
  }),
]);
const examples = z.strictObject({ fires: z.array(example).min(1), passes: z.array(example).min(1) });

/** The judgements that phrases alone cannot make, each a file in `src/rules/checks`. */
export const CHECKS = [
  'has-objective',
  'says-benefit',
  'says-preparation',
  'says-done',
  'refusal-explained',
  'open-commitment',
] as const;

/** A rule as its file in `data/rules` says it; what each key means is told in data/README.md. */
export const ruleFile = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'an id is lower-case words joined by hyphens'),
  level: z.enum(LEVELS),
  applies: z.array(z.enum(['purpose', 'report', 'store'])).min(1),
  source: sentence,
  sections: z.array(z.enum(SECTIONS)).min(1).optional(),
  stages: z.array(z.enum(STAGES)).min(1).optional(),
  check: z.enum(CHECKS).optional(),
  'excused-by-objective': z.boolean().optional(),
  'yields-to': z.array(sentence).min(1).optional(),
  title: inEveryLanguage,
  message: inEveryLanguage,
  advice: inEveryLanguage,
  phrases: phrases.optional(),
  labels: phrases.optional(),
  with: phrases.optional(),
  except: phrases.optional(),
  unless: phrases.optional(),
  'stages-or': phrases.optional(),
  examples: z.strictObject({ en: examples, vi: examples, ro: examples }),
});
export type RuleFile = z.infer<typeof ruleFile>;
export type RuleExample = z.infer<typeof example>;

/** The word lists of one language, as its file in `data/words` says them. */
export const wordsFile = z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.array(sentence).min(1));
