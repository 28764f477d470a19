import type * as Fs from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LANGUAGES, SECTIONS, STAGES } from '../rules/rule.ts';

const example = z.strictObject({
  id: z.string(),
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

export interface Examples {
  readonly purposes: readonly Example[];
  readonly sentences: readonly Example[];
}

/**
 * Reads the labelled texts of all languages.
 * @param part `known`: the phrases were written with them in view · `fresh`: they were not
 * @throws Error naming file and line of what is no example
 */
export function readExamples(
  fs: Pick<typeof Fs, 'readFileSync'>,
  dataDir: string,
  part: 'known' | 'fresh',
): Examples {
  const read = (kind: string): Example[] =>
    LANGUAGES.flatMap((language) =>
      readLines(fs, join(dataDir, 'training', language, `${kind}-${part}.jsonl`)),
    );
  return { purposes: read('purposes'), sentences: read('sentences') };
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
