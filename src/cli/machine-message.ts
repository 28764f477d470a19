import type { Speaker } from '../messages.ts';
import type { Finding } from '../rules/finding.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { messageOf } from '../finding-message.ts';

/** A finding as other programs are told of it; the shape is fixed. */
export interface MachineMessage {
  readonly ruleId: string;
  /** 1 warning, 2 error. */
  readonly severity: 1 | 2;
  readonly message: string;
  readonly line: 1;
  /** Counts from 1, in UTF-16 units. */
  readonly column: number;
  readonly endColumn: number;
  readonly suggestions?: readonly { readonly desc: string; readonly text: string }[];
}

/** Tells another program of a finding in a purpose. */
export function machineMessage(finding: Finding, rulebook: Rulebook, speaker: Speaker): MachineMessage {
  const { suggestion } = finding;
  return {
    ruleId: finding.rule,
    severity: finding.level === 'error' ? 2 : 1,
    message: messageOf(finding, rulebook, speaker),
    line: 1,
    column: finding.start + 1,
    endColumn: finding.end + 1,
    ...(suggestion !== undefined && {
      suggestions: [{ desc: speaker.say('finding.try', { text: suggestion }), text: suggestion }],
    }),
  };
}
