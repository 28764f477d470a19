import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configFile, publishedSchema } from '../../src/config/config-file.ts';
import { ROOT } from '../support/folders.ts';
import { rulebookSource } from './company-folder.ts';

/** What editors read is made from what the program checks by: `npm run schema` brings it up to date. */
const FILE = join(ROOT, 'data', 'schema', 'plan-call.config.schema.json');
const UPDATE = process.env['UPDATE_SCHEMA'] === '1';

test('the published schema is that of the program', () => {
  const made = `${JSON.stringify(publishedSchema(rulebookSource.rules), undefined, 2)}\n`;
  if (UPDATE) fs.writeFileSync(FILE, made);
  else expect(fs.readFileSync(FILE, 'utf8')).toBe(made);
});

test('every key of it is described', () => {
  const { properties } = JSON.parse(fs.readFileSync(FILE, 'utf8'));
  const described = (of: Record<string, { description?: string }>) =>
    Object.entries(of).flatMap(([key, { description }]) => (description === undefined ? [] : [key]));
  expect(described(properties)).toEqual(Object.keys(configFile().shape));
  expect(described(properties.overrides.items.properties)).toEqual([
    'files',
    'excludedFiles',
    'rules',
    'phrases',
    'language',
    'columns',
    'dateOrder',
  ]);
  expect(described(properties.rules.properties)).toEqual(rulebookSource.rules.map(({ id }) => id));
});

test('it is installed with the program', () => {
  const { files } = JSON.parse(fs.readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(files).toContain('data/schema');
});
