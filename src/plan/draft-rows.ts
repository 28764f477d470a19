import type { MessageKey, Speaker } from '../messages.ts';
import { rhythmText } from '../terminal/rhythm-text.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import type { Draft } from './draft.ts';

/** A field of a draft as it is shown. */
export interface DraftRow {
  readonly field: keyof Draft;
  readonly label: string;
  /** Empty where there is none. */
  readonly value: string;
}

/** The fields of a draft with their names and values, in the order in which a call is read. */
export function rowsOf(draft: Draft, speaker: Speaker): DraftRow[] {
  const { startsAt, durationMinutes, repeat, channel, stage } = draft;
  const row = (field: keyof Draft, key: MessageKey, value: string | undefined): DraftRow => ({
    field,
    label: speaker.say(key),
    value: cleanLine(value ?? ''),
  });
  return [
    row('account', 'field.account', draft.account),
    row('contact', 'field.contact', draft.contact),
    row('startsAt', 'field.when', startsAt && formatWhen(startsAt, speaker.language)),
    row('durationMinutes', 'field.duration', speaker.say('minutes', { n: durationMinutes ?? 0 })),
    row('repeat', 'field.rhythm', repeat && repeat !== 'never' ? rhythmText(repeat, speaker) : undefined),
    row('channel', 'field.channel', channel && speaker.say(`channel.${channel}`)),
    row('stage', 'field.stage', stage && speaker.say(`stage.${stage}`)),
    row('purpose', 'field.purpose', draft.purpose),
    row('customerBenefit', 'field.benefit', draft.customerBenefit),
    row('expectedOutcome', 'field.outcome', draft.expectedOutcome),
    row('minimumOutcome', 'field.minimum', draft.minimumOutcome),
    row('agenda', 'field.agenda', draft.agenda?.join('; ')),
    row('preparation', 'field.preparation', draft.preparation?.join('; ')),
  ];
}
