import type { Finding } from '../rules/finding.ts';
import type { Desk } from './desk.ts';
import { judgeCall } from './desk.ts';
import type { Draft } from './draft.ts';

/**
 * What speaks against a call and was not decided on before: all errors, and the warnings but those that an earlier version
 * of the call had about the same text.
 */
export function newFindings(draft: Draft, before: readonly Draft[], desk: Desk): Finding[] {
  const decided = before.flatMap((earlier) =>
    judgeCall(earlier, desk).map((finding) => ({ earlier, finding })),
  );
  return judgeCall(draft, desk).filter(
    ({ rule, level, place }) =>
      level === 'error' ||
      !decided.some(
        ({ earlier, finding }) => finding.rule === rule && textIn(earlier, place) === textIn(draft, place),
      ),
  );
}

/** The text that a finding is about. */
function textIn(draft: Draft, place: Finding['place']): string {
  if (place === 'benefit') return draft.customerBenefit ?? '';
  if (place === 'preparation') return [...(draft.agenda ?? []), ...(draft.preparation ?? [])].join('\n');
  return draft.purpose ?? '';
}
