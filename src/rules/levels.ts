import type { Finding } from './finding.ts';
import type { Level } from './rule.ts';

/** What a company can make of a rule: it is not told of at all, or told at another level than the rule's own. */
export const LEVEL_SETTINGS = ['off', 'warn', 'error'] as const satisfies readonly ('off' | Level)[];
export type LevelSetting = (typeof LEVEL_SETTINGS)[number];

/** Settings by the id of the rule; a rule that is not among them keeps its own level. */
export type LevelSettings = ReadonlyMap<string, LevelSetting>;

/** The findings at the levels that are set, without those of rules that are off; in the same order. */
export function applyLevels(findings: readonly Finding[], levels: LevelSettings): readonly Finding[] {
  if (levels.size === 0) return findings;
  return findings.flatMap((finding) => {
    const level = levels.get(finding.rule) ?? finding.level;
    if (level === 'off') return [];
    return level === finding.level ? [finding] : [{ ...finding, level }];
  });
}
