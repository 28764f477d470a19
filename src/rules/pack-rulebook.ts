import { packNet, unpackNet } from './pack-net.ts';
import type { PackedNet } from './pack-net.ts';
import type { RuleFile } from './rule-file.ts';
import type { Owner, RulebookData } from './rulebook.ts';

/** The rulebook as files of the built program: what every judgement needs, … */
export interface PackedRulebook {
  readonly rules: readonly Omit<RuleFile, 'examples'>[];
  /** Their numbers are in a file of their own. */
  readonly phrases: PackedNet<Owner>;
}

/** … and what few commands ask for: the examples of each rule, and the word lists that further phrases may name. */
export interface PackedAside extends Pick<RulebookData, 'words'> {
  /** In the order of the rules. */
  readonly examples: readonly RuleFile['examples'][];
}

/** Packs a rulebook for its files. The texts of phrases are left out: nobody asks for them once they are woven into the net. */
export function packRulebook({ rules, words, phrases }: RulebookData): {
  readonly packed: PackedRulebook;
  readonly aside: PackedAside;
  readonly bytes: Uint8Array;
} {
  const { packed, bytes } = packNet(phrases);
  return {
    packed: { rules: rules.map(toJudgeWith), phrases: packed },
    aside: { words, examples: rules.map(({ examples }) => examples) },
    bytes,
  };
}

/**
 * @param bytes as they were read from the file
 * @param readAside called when the first word list or example is asked for
 */
export function unpackRulebook(
  { rules, phrases }: PackedRulebook,
  bytes: Uint8Array,
  readAside: () => PackedAside,
): RulebookData {
  let read: PackedAside | undefined;
  const aside = (): PackedAside => (read ??= readAside());
  return {
    rules: rules.map((rule, place) => ({
      ...rule,
      get examples() {
        const examples = aside().examples[place];
        if (examples === undefined) throw new RangeError(`the rule ${rule.id} has no examples`);
        return examples;
      },
    })),
    phrases: unpackNet(phrases, bytes),
    get words() {
      return aside().words;
    },
  };
}

function toJudgeWith(rule: RuleFile): PackedRulebook['rules'][number] {
  const { phrases: _p, labels: _l, except: _e, unless: _u, examples: _x, ...rest } = rule;
  // That a rule has such phrases is asked for, not which.
  if (rest.with !== undefined) rest.with = {};
  if (rest['stages-or'] !== undefined) rest['stages-or'] = {};
  return rest;
}
