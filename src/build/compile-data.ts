import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../data/read-rulebook.ts';
import { indexRulebook } from '../rules/rulebook.ts';

/** Checks the YAML in `data/` and writes what the program reads at run time: `dist/rulebook.json`. */
const root = process.cwd();
try {
  fs.writeFileSync(
    join(root, 'dist', 'rulebook.json'),
    JSON.stringify(indexRulebook(readRulebook(fs, join(root, 'data')))),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
