import * as fs from 'node:fs';
import { openRules } from '../open-rules.ts';
import type { OpenedRules } from '../open-rules.ts';

let opened: OpenedRules | undefined;

/** The rules and the trained model of the package, opened at the first judgement and kept. */
export function packagedRules(): OpenedRules {
  opened ??= openRules(fs, import.meta.dirname);
  return opened;
}
