import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../data/read-rulebook.ts';
import { packRulebook } from '../rules/pack-rulebook.ts';
import { indexRulebook } from '../rules/rulebook.ts';

/** Checks the YAML in `data/` and writes what the program reads at run time to `dist`. */
const root = process.cwd();
try {
  const { packed, aside, bytes } = packRulebook(indexRulebook(readRulebook(fs, join(root, 'data'))));
  fs.writeFileSync(join(root, 'dist', 'rulebook.json'), JSON.stringify(packed));
  fs.writeFileSync(join(root, 'dist', 'rulebook-aside.json'), JSON.stringify(aside));
  fs.writeFileSync(join(root, 'dist', 'phrases.bin'), bytes);
  for (const name of ['model.json', 'vectors.bin'])
    fs.copyFileSync(join(root, 'data', 'model', name), join(root, 'dist', name));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
