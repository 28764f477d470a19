import type * as NodeFs from 'node:fs';
import { join } from 'node:path';
import { openModel } from './model/model.ts';
import type { Model, ModelInfo } from './model/model.ts';
import { unpackRulebook } from './rules/pack-rulebook.ts';
import type { PackedRulebook } from './rules/pack-rulebook.ts';
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
  const { words, rules } = data;
  return { words, rules, rulebook: openRulebook(data, readModel(fs, programFolder), taught) };
}

/** The rules as they were prepared when the program was built. */
export function readRules(fs: typeof NodeFs, programFolder: string): RulebookData {
  // Written by the build from data that was checked then, so it is not checked again.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const packed = JSON.parse(fs.readFileSync(join(programFolder, 'rulebook.json'), 'utf8')) as PackedRulebook;
  return unpackRulebook(packed, fs.readFileSync(join(programFolder, 'phrases.bin')));
}

/** What was learned in training; read with the rules, when something is to be judged. */
function readModel(fs: typeof NodeFs, programFolder: string): Model {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const info = JSON.parse(fs.readFileSync(join(programFolder, 'model.json'), 'utf8')) as ModelInfo;
  return openModel(info, fs.readFileSync(join(programFolder, 'vectors.bin')));
}
