import type { Speaker } from '../messages.ts';
import { rhythmText } from '../terminal/rhythm-text.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import { BACK } from './asker.ts';
import type { Back } from './asker.ts';
import type { Talk } from './conversation.ts';
import type { Desk } from './desk.ts';
import { judgeCall } from './desk.ts';
import type { Draft } from './draft.ts';

/** Shows the whole call and what still speaks against it, before anything is written. */
export async function askWhetherToWrite(
  draft: Draft,
  { asker, desk, show, findings }: Talk,
): Promise<'write' | 'leave' | Back> {
  const { speaker } = desk;
  show(summaryOf(draft, desk));
  const warnings = judgeCall(draft, desk).filter(
    ({ rule }) => !(draft.overrides ?? []).some((override) => override.rule === rule),
  );
  if (warnings.length > 0) show(findings('', warnings));
  const decision = await asker.choose({
    message: speaker.say('ask.write'),
    choices: [
      { name: speaker.say('ask.write-yes'), value: 'write' },
      { name: speaker.say('ask.write-back'), value: 'back' },
      { name: speaker.say('ask.write-no'), value: 'leave' },
    ] as const,
  });
  return decision === 'back' ? BACK : decision;
}

/** The call in a few lines; what was left empty is left out. */
export function summaryOf(draft: Draft, { speaker }: Pick<Desk, 'speaker'>): string {
  const rows: [string, string | undefined][] = [
    [speaker.say('field.account'), draft.account],
    [speaker.say('field.contact'), draft.contact],
    [
      speaker.say('field.when'),
      draft.startsAt === undefined ? undefined : formatWhen(draft.startsAt, speaker.language),
    ],
    [speaker.say('field.duration'), speaker.say('minutes', { n: draft.durationMinutes ?? 0 })],
    [speaker.say('field.rhythm'), rhythmOf(draft, speaker)],
    [
      speaker.say('field.channel'),
      draft.channel === undefined ? undefined : speaker.say(`channel.${draft.channel}`),
    ],
    [speaker.say('field.stage'), draft.stage === undefined ? undefined : speaker.say(`stage.${draft.stage}`)],
    [speaker.say('field.purpose'), draft.purpose],
    [speaker.say('field.benefit'), draft.customerBenefit],
    [speaker.say('field.outcome'), draft.expectedOutcome],
    [speaker.say('field.minimum'), draft.minimumOutcome],
    [speaker.say('field.agenda'), draft.agenda?.join('; ')],
    [speaker.say('field.preparation'), draft.preparation?.join('; ')],
  ];
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `  ${label}: ${cleanLine(value ?? '')}`)
    .join('\n');
}

function rhythmOf({ repeat }: Draft, speaker: Speaker): string | undefined {
  return repeat === undefined || repeat === 'never' ? undefined : rhythmText(repeat, speaker);
}
