import { companyRulesOf } from '../../config/lint-config.ts';
import type { LintConfig } from '../../config/lint-config.ts';
import type { Desk, NamedBaseline } from '../../lint/document-of.ts';
import type { OpenedRules } from '../../open-rules.ts';
import { withCompanyRules } from '../../rules/company.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import type { Timer } from '../../rules/timer.ts';
import type { Session } from '../session.ts';
import { speakerIn } from './speaking.ts';

/** What files are judged by, and documents made with, as their configurations say. */
export interface Desks {
  readonly rulebookFor: (config: LintConfig) => Rulebook;
  readonly deskFor: (config: LintConfig) => Desk;
}

export function openDesks(
  rules: OpenedRules,
  timer: Timer | undefined,
  baseline: NamedBaseline | undefined,
  session: Session,
): Desks {
  const base = timer === undefined ? rules.rulebook : { ...rules.rulebook, timer };
  const rulebookFor = remembered((config) => withCompanyRules(base, companyRulesOf(config), rules));
  const deskFor = remembered((config): Desk => {
    const own = rulebookFor(config);
    const ids = new Set(own.rules.keys());
    return { rulebook: own, speaker: speakerIn(session, config), rules: ids, baseline };
  });
  return { rulebookFor, deskFor };
}

/** The same answer for the same configuration, which is one object wherever the same holds. */
function remembered<Answer>(of: (config: LintConfig) => Answer): (config: LintConfig) => Answer {
  const known = new Map<LintConfig, Answer>();
  return (config) => {
    const answer = known.get(config) ?? of(config);
    known.set(config, answer);
    return answer;
  };
}
