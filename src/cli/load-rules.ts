import { openRules, readRules as readBuiltRules } from '../open-rules.ts';
import type { Rulebook, RulebookData } from '../rules/rulebook.ts';
import type { World } from '../world.ts';
import { configFolder } from './settings.ts';

/** The rules as they were prepared when the program was built. */
export function readRules({ fs, programFolder }: World): RulebookData {
  return readBuiltRules(fs, programFolder);
}

/**
 * Everything to judge with: the rules, what was learned in training, and what the company has taught.
 * @throws UserError naming file and line of what was taught and cannot be read
 */
export function loadRulebook(world: World): Rulebook {
  return openRules(world.fs, world.programFolder, configFolder(world)).rulebook;
}
