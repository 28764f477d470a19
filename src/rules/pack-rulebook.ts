import { packNet, unpackNet } from './pack-net.ts';
import type { PackedNet } from './pack-net.ts';
import type { RuleFile } from './rule-file.ts';
import type { Owner, RulebookData } from './rulebook.ts';

/** The rulebook as one of the files of the built program; the numbers of its phrases are in another one. */
export interface PackedRulebook extends Omit<RulebookData, 'phrases'> {
  readonly phrases: PackedNet<Owner>;
}

/** Packs a rulebook for two files. The texts of phrases are left out: nobody asks for them once they are woven into the net. */
export function packRulebook({ rules, words, phrases }: RulebookData): {
  readonly packed: PackedRulebook;
  readonly bytes: Uint8Array;
} {
  const { packed, bytes } = packNet(phrases);
  return { packed: { rules: rules.map(withoutTexts), words, phrases: packed }, bytes };
}

/** @param bytes as they were read from the file */
export function unpackRulebook({ rules, words, phrases }: PackedRulebook, bytes: Uint8Array): RulebookData {
  return { rules, words, phrases: unpackNet(phrases, bytes) };
}

function withoutTexts({ phrases: _p, labels: _l, except: _e, unless: _u, ...rule }: RuleFile): RuleFile {
  return rule;
}
