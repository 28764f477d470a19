import { CHANNELS } from '../calls/call.ts';
import { isJsonObject } from '../calls/json.ts';
import { isRhythm } from '../calls/plain.ts';
import type { Difference } from '../history/differences.ts';
import type { MessageKey, Speaker } from '../messages.ts';
import { STAGES } from '../rules/rule.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import { isValidWhen } from '../time/wall.ts';
import { rhythmText } from './rhythm-text.ts';

/** What the fields of calls, promises and accounts are called. A field without a name here is shown as it stands in the file. */
const NAMES = {
  account: 'field.account',
  name: 'field.account',
  contact: 'field.contact',
  contacts: 'field.contact',
  startsAt: 'field.when',
  durationMinutes: 'field.duration',
  repeat: 'field.rhythm',
  channel: 'field.channel',
  stage: 'field.stage',
  purpose: 'field.purpose',
  customerBenefit: 'field.benefit',
  expectedOutcome: 'field.outcome',
  agenda: 'field.agenda',
  preparation: 'field.preparation',
  signedOn: 'history.signed-on',
  otherNames: 'history.other-names',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** What a field was and what it is: "Contact: Ion Dinu → Ana Pop". */
export function differenceText({ field, from, to }: Difference, speaker: Speaker): string {
  const name = isNamed(field) ? speaker.say(NAMES[field]) : cleanLine(field);
  return `${name}: ${valueText(from, field, speaker)} → ${valueText(to, field, speaker)}`;
}

function isNamed(field: string): field is keyof typeof NAMES {
  return Object.hasOwn(NAMES, field);
}

/** A value as people read it; it comes from a file, and can be anything. */
function valueText(value: unknown, field: string, speaker: Speaker): string {
  if (value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map((item) => valueText(item, field, speaker)).join('; ') || '–';
  if (isRhythm(value)) return rhythmText(value, speaker);
  if (isJsonObject(value))
    return typeof value.name === 'string' ? cleanLine(value.name) : cleanLine(JSON.stringify(value));
  if (field === 'durationMinutes' && typeof value === 'number') return speaker.say('minutes', { n: value });
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isValidWhen(value)) return formatWhen(value, speaker.language);
  const channel = CHANNELS.find((one) => field === 'channel' && one === value);
  if (channel !== undefined) return speaker.say(`channel.${channel}`);
  const stage = STAGES.find((one) => field === 'stage' && one === value);
  return stage === undefined ? cleanLine(value) : speaker.say(`stage.${stage}`);
}
