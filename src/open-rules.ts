import type * as NodeFs from 'node:fs';
import { join } from 'node:path';
import { openModel } from './model/model.ts';
import type { Model, ModelInfo } from './model/model.ts';
import { unpackRulebook } from './rules/pack-rulebook.ts';
import type { PackedAside, PackedRulebook } from './rules/pack-rulebook.ts';
import { openRulebook } from './rules/rulebook.ts';
import type { Rulebook, RulebookData } from './rules/rulebook.ts';
import { openTaught } from './rules/taught.ts';
import { readTaught } from './taught/taught-file.ts';

/** Everything to judge with, and the word lists that further phrases may name. */
export interface OpenedRules extends Pick<RulebookData, 'words' | 'rules'> {
  readonly rulebook: Rulebook;
}

/**
 * Opens the rules, what was learned in training, and what the company has taught.
 * @param programFolder of the built program
 * @param configFolder where what was taught is kept; left out, nothing was taught
 * @throws UserError naming file and line of what was taught and cannot be read
 */
export function openRules(fs: typeof NodeFs, programFolder: string, configFolder?: string): OpenedRules {
  const data = readRules(fs, programFolder);
  const rows = configFolder === undefined ? [] : readTaught(fs, configFolder);
  const taught =
    rows.length === 0
      ? undefined
      : openTaught(
          rows.flatMap((row) =>
            row.kind === 'phrase' ? [{ owner: row.rule, language: row.language, text: row.text }] : [],
          ),
          rows.flatMap((row) => (row.kind === 'example' ? [row] : [])),
          data.words,
        );
  const rulebook = openRulebook(data, readModel(fs, programFolder), taught);
  return {
    rules: data.rules,
    // Read when somebody asks for them.
    get words() {
      return data.words;
    },
    rulebook,
  };
}

/** The rules as they were prepared when the program was built. */
export function readRules(fs: typeof NodeFs, programFolder: string): RulebookData {
  return unpackRulebook(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    read(fs, programFolder, 'rulebook.json') as PackedRulebook,
    fs.readFileSync(join(programFolder, 'phrases.bin')),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    () => read(fs, programFolder, 'rulebook-aside.json') as PackedAside,
  );
}

/** What was learned in training; read with the rules, when something is to be judged. */
function readModel(fs: typeof NodeFs, programFolder: string): Model {
  return openModel(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    read(fs, programFolder, 'model.json') as ModelInfo,
    fs.readFileSync(join(programFolder, 'vectors.bin')),
  );
}

/** Reads what the build has written from data that was checked then, so it is not checked again. */
function read(fs: typeof NodeFs, programFolder: string, name: string): unknown {
  return JSON.parse(fs.readFileSync(join(programFolder, name), 'utf8'));
}
