import type { Finding } from '../rules/finding.ts';
import { BACK } from './asker.ts';
import type { Back } from './asker.ts';
import type { Reply, Talk } from './conversation.ts';
import { judgeCall } from './desk.ts';
import type { Draft } from './draft.ts';
import { itemsIn } from './items-in.ts';
import type { MessageKey } from '../messages.ts';

/** What the customer gets out of it. A benefit that is our own is pointed out; she decides. */
export async function askBenefit(draft: Draft, talk: Talk): Promise<Reply> {
  const customerBenefit = await askLine('ask.benefit', draft.customerBenefit, talk);
  if (customerBenefit === BACK) return BACK;
  if (customerBenefit !== '') {
    const isOurOwn = (finding: Finding): boolean => finding.place === 'benefit';
    const findings = judgeCall({ ...draft, customerBenefit }, talk.desk).filter(isOurOwn);
    if (findings.length > 0) talk.show(talk.findings(customerBenefit, findings));
  }
  return { customerBenefit };
}

/** What the customer will agree to do, and, where something is expected, the least that would do. */
export async function askOutcome(draft: Draft, talk: Talk): Promise<Reply> {
  const expectedOutcome = await askLine('ask.outcome', draft.expectedOutcome, talk);
  if (expectedOutcome === BACK) return BACK;
  if (expectedOutcome === '') return { expectedOutcome };
  const minimumOutcome = await askLine('ask.minimum', draft.minimumOutcome, talk);
  return minimumOutcome === BACK
    ? askOutcome({ ...draft, expectedOutcome }, talk)
    : { expectedOutcome, minimumOutcome };
}

export async function askAgenda(draft: Draft, talk: Talk): Promise<Reply> {
  const agenda = await askLine('ask.agenda', draft.agenda?.join('; '), talk);
  return agenda === BACK ? BACK : { agenda: itemsIn(agenda) };
}

export async function askPreparation(draft: Draft, talk: Talk): Promise<Reply> {
  const preparation = await askLine('ask.preparation', draft.preparation?.join('; '), talk);
  return preparation === BACK ? BACK : { preparation: itemsIn(preparation) };
}

/** One line that may be left empty. */
function askLine(key: MessageKey, before: string | undefined, { asker, desk }: Talk): Promise<string | Back> {
  return asker.text({ message: desk.speaker.say(key), prefilled: before === '' ? undefined : before });
}
