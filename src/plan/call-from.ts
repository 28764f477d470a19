import { SCHEMA } from '../calls/call.ts';
import type { Call } from '../calls/call.ts';
import { cleanText } from '../calls/clean-text.ts';
import type { Answers } from './draft.ts';

/**
 * The planned call that the answers describe; what was left empty is left out.
 * @param timeZone IANA name of the zone in which its time is meant
 */
export function callFrom(answers: Answers, id: string, timeZone: string): Call {
  const { account, startsAt, durationMinutes, channel, stage, purpose, overrides, repeat } = answers;
  const contact = cleanText(answers.contact ?? '');
  const customerBenefit = cleanText(answers.customerBenefit ?? '');
  const expectedOutcome = cleanText(answers.expectedOutcome ?? '');
  const minimumOutcome = cleanText(answers.minimumOutcome ?? '');
  return {
    schema: SCHEMA,
    id,
    account,
    ...(contact !== '' && { contact }),
    startsAt,
    timeZone,
    durationMinutes,
    channel,
    stage,
    status: 'planned',
    purpose: cleanText(purpose),
    ...(customerBenefit !== '' && { customerBenefit }),
    ...(expectedOutcome !== '' && { expectedOutcome }),
    ...(minimumOutcome !== '' && { minimumOutcome }),
    agenda: (answers.agenda ?? []).map(cleanText),
    preparation: (answers.preparation ?? []).map(cleanText),
    ...(overrides !== undefined && overrides.length > 0 && { overrides: [...overrides] }),
    ...(repeat !== undefined && repeat !== 'never' && { repeat }),
  };
}
