import type { Finding } from '../rules/finding.ts';
import { verdictOf } from '../rules/finding.ts';
import { reasonText } from '../suggest/reason-text.ts';
import { reasonsToCall } from '../suggest/reasons.ts';
import type { Reason } from '../suggest/reasons.ts';
import { cleanLine } from '../text/clean.ts';
import { BACK } from './asker.ts';
import type { Reply, Talk } from './conversation.ts';
import { judgePurposeOf } from './desk.ts';
import type { Draft } from './draft.ts';

/** How many other accounts are shown to somebody who has no reason to go. */
const REASONS = 5;

/**
 * What the call is for. It is judged at once: what is no reason is shown with why, and asked again with a suggestion
 * where there is one; a warning is shown, and she decides; who leaves it empty has no reason to go, and is shown who has.
 */
export async function askPurpose(draft: Draft, talk: Talk): Promise<Reply> {
  const { asker, desk, show } = talk;
  const { speaker } = desk;
  let message = speaker.say('ask.purpose');
  let prefilled = draft.purpose;
  let refused: Refused | undefined;
  for (;;) {
    const purpose = await asker.text({ message, prefilled });
    if (purpose === BACK) return BACK;
    if (refused !== undefined && isObjection(purpose, prefilled)) {
      talk.dispute(refused.purpose, draft.stage, refused.findings);
      prefilled = refused.purpose;
      continue;
    }
    if (purpose === '') {
      const instead = await askForOtherReason(draft, talk);
      if (instead !== 'again') return instead;
      prefilled = undefined;
      continue;
    }
    const findings = judgePurposeOf({ ...draft, purpose }, desk);
    if (findings.length === 0) return { purpose };
    show(talk.findings(purpose, findings));
    if (verdictOf(findings) === 'accept') {
      const kept = await askWhetherToKeep(purpose, findings, talk);
      if (kept !== 'again') return kept;
      prefilled = purpose;
    } else {
      if (refused?.purpose !== purpose) talk.refused(findings);
      refused = { purpose, findings };
      const suggestion = suggestionIn(findings);
      message = speaker.say(suggestion === undefined ? 'ask.purpose-again' : 'ask.purpose-suggested');
      prefilled = suggestion ?? purpose;
    }
  }
}

/** Shows why a purpose is refused that was given beforehand, and asks for another. */
export function askOtherPurpose(draft: Draft, talk: Talk): Promise<Reply> {
  talk.show(talk.findings(draft.purpose ?? '', judgePurposeOf(draft, talk.desk)));
  return askPurpose(draft, talk);
}

/** The last purpose that was refused, and why. */
interface Refused {
  readonly purpose: string;
  readonly findings: readonly Finding[];
}

/** The key that says “this refusal is wrong”. */
const OBJECTION = '!';

/** `!` alone, or at the end of what stood there already. */
function isObjection(answer: string, prefilled: string | undefined): boolean {
  return answer === OBJECTION || answer === `${prefilled ?? ''}${OBJECTION}`;
}

/** What Enter takes in place of a refused purpose: the purpose without its label, or what was promised. */
function suggestionIn(findings: readonly Finding[]): string | undefined {
  const promise = findings.find((finding) => finding.rule === 'open-commitment');
  return findings.find((finding) => finding.suggestion !== undefined)?.suggestion ?? promise?.text;
}

/** Whether she keeps what warnings are against, and why. */
export async function askWhetherToKeep(
  purpose: string,
  findings: readonly Finding[],
  { asker, desk }: Talk,
): Promise<Reply | 'again'> {
  const { speaker } = desk;
  const decision = await asker.choose({
    message: speaker.say('ask.keep'),
    choices: [
      { name: speaker.say('ask.keep-change'), value: 'change' },
      { name: speaker.say('ask.keep-keep'), value: 'keep' },
    ],
  });
  if (decision !== 'keep') return 'again';
  const because = await asker.text({ message: speaker.say('ask.because') });
  if (because === BACK) return 'again';
  return { purpose, ...(because !== '' && { overrides: findings.map(({ rule }) => ({ rule, because })) }) };
}

/** Says kindly that a call without a reason is better not made, and offers accounts that have one. */
async function askForOtherReason(draft: Draft, { asker, desk, show }: Talk): Promise<Reply | 'again'> {
  const { speaker } = desk;
  const reasons = reasonsToCall(desk, desk.now, draft.account).slice(0, REASONS);
  show(speaker.say(reasons.length > 0 ? 'plan.no-reason' : 'plan.no-reason-none'));
  const choice = await asker.choose<Reason | 'write' | 'leave'>({
    message: speaker.say('ask.no-reason'),
    choices: [
      ...reasons.map((reason) => ({
        name: `${cleanLine(reason.account)}: ${reasonText(reason, speaker)}`,
        value: reason,
      })),
      { name: speaker.say('ask.no-reason-write'), value: 'write' },
      { name: speaker.say('ask.no-reason-leave'), value: 'leave' },
    ],
  });
  if (choice === BACK || choice === 'write') return 'again';
  if (choice === 'leave') return 'leave';
  // What we promised to do can be what the call is for; what others have to do cannot.
  const purpose = choice.kind === 'late' || choice.kind === 'due' ? choice.promise.what : undefined;
  return { restart: { account: choice.account, ...(purpose !== undefined && { purpose }) } };
}
