import { isDeepStrictEqual } from 'node:util';
import type { Call, Override } from '../calls/call.ts';
import type { Finding } from '../rules/finding.ts';
import { callFrom } from './call-from.ts';
import type { Desk } from './desk.ts';
import { judgeCall } from './desk.ts';
import type { Answers, Draft } from './draft.ts';
import { newFindings } from './new-findings.ts';

/** The fields of a call that its plan consists of; its time is changed by moving it. */
const PLANNED_FIELDS = [
  'account',
  'contact',
  'durationMinutes',
  'channel',
  'stage',
  'purpose',
  'customerBenefit',
  'expectedOutcome',
  'minimumOutcome',
  'agenda',
  'preparation',
  'repeat',
  'overrides',
] as const satisfies readonly (keyof Draft & keyof Call)[];

/** A call with what is given in place of what it held; an empty text takes the field out. Everything else stays. */
export function editedCall(call: Call, changes: Draft): Call {
  const cleaned = callFrom(answersIn(call, changes), call.id, call.timeZone);
  const fields = PLANNED_FIELDS.filter((field) => changes[field] !== undefined);
  return { ...call, ...Object.fromEntries(fields.map((field) => [field, cleaned[field]])) };
}

/** A call as the answers of which it consists, with others in place of some of them. */
export function answersIn(call: Call, changes: Draft): Answers {
  return {
    ...call,
    ...changes,
    account: changes.account ?? call.account,
    startsAt: call.startsAt,
    durationMinutes: changes.durationMinutes ?? call.durationMinutes,
    channel: changes.channel ?? call.channel,
    stage: changes.stage ?? call.stage,
    purpose: changes.purpose ?? call.purpose,
  };
}

/** The fields of a draft that differ from those of a call. */
export function changesIn(draft: Draft, call: Call): Draft {
  const edited = editedCall(call, draft);
  const fields = PLANNED_FIELDS.filter((field) => !isDeepStrictEqual(edited[field], call[field]));
  return Object.fromEntries(fields.map((field) => [field, draft[field]]));
}

/**
 * The warnings that are kept with an edited call: of those that were kept before, those that still speak against it and are
 * about the same text.
 * @param added warnings that are kept now
 */
export function overridesFor(call: Call, draft: Draft, added: readonly Override[], desk: Desk): Override[] {
  const found = rulesIn(judgeCall(draft, desk));
  const fresh = rulesIn(newFindings(draft, [call], desk));
  const kept = (call.overrides ?? []).filter(({ rule }) => found.has(rule) && !fresh.has(rule));
  const all = new Map(
    [...kept, ...added.filter(({ rule }) => found.has(rule))].map((one) => [one.rule, one]),
  );
  return [...all.values()];
}

function rulesIn(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(({ rule }) => rule));
}
