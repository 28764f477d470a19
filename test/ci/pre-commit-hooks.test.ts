import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT } from '../support/folders.ts';

/** What pre-commit takes in such a file; anything else is a mistake that it passes over. */
const HOOKS = z
  .array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      entry: z.string().min(1),
      language: z.literal('node'),
      description: z.string().optional(),
      files: z.string().optional(),
      exclude: z.string().optional(),
      types_or: z.array(z.enum(['markdown', 'plain-text', 'csv', 'json'])).optional(),
      args: z.array(z.string()).optional(),
      pass_filenames: z.boolean().optional(),
      require_serial: z.boolean().optional(),
      minimum_pre_commit_version: z
        .string()
        .regex(/^\d+\.\d+\.\d+$/)
        .optional(),
    }),
  )
  .length(1);

test('pre-commit is told how the linter is called', () => {
  const text = fs.readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8');
  const [hook] = HOOKS.parse(parse(text));
  expect(hook).toMatchObject({
    id: 'plan-call-lint',
    types_or: ['markdown', 'plain-text'],
    pass_filenames: true,
  });
  const [program = '', command] = hook?.entry.split(' ') ?? [];
  expect(Object.keys(manifest.bin)).toContain(program);
  expect(command).toBe('lint');
});
