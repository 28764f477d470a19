import type { Speaker } from '../messages.ts';
import { formatDay } from '../time/format.ts';
import { dateOf } from '../time/wall.ts';
import type { WallDate, WallTime } from '../time/wall.ts';
import { parseWhen } from '../time/when.ts';
import { BACK } from './asker.ts';
import type { Asker, Back } from './asker.ts';

/** What a day is asked for with. */
export interface DayTalk {
  readonly asker: Asker;
  readonly show: (text: string) => void;
  readonly speaker: Speaker;
  readonly now: WallTime;
}

/** By when something is to be done. */
export async function askDueDay(talk: DayTalk, before: WallDate | undefined): Promise<WallDate | Back> {
  const typed = await talk.asker.text({
    message: talk.speaker.say('ask.due'),
    prefilled: before === undefined ? undefined : dayText(before, talk),
    complain: (text) => dayComplaint(text, talk),
  });
  if (typed === BACK) return BACK;
  return dayTaken(typed, talk) ?? askDueDay(talk, before);
}

/** What is wrong with a typed day, in the user's language; nothing when it is understood. */
export function dayComplaint(typed: string, { speaker, now }: DayTalk): string | undefined {
  const when = parseWhen(typed, now);
  return when.kind === 'problem' ? speaker.say(`when.${when.problem}`, { part: when.part }) : undefined;
}

/** The day that a text means. */
export function dayIn(typed: string, { now }: DayTalk): WallDate | undefined {
  const when = parseWhen(typed, now);
  return when.kind === 'problem' ? undefined : dateOf(when.at);
}

/** The day that was typed and found to be one; what was understood is shown. */
export function dayTaken(typed: string, talk: DayTalk): WallDate | undefined {
  const day = dayIn(typed, talk);
  if (day !== undefined) talk.show(talk.speaker.say('ask.day-understood', { day: dayText(day, talk) }));
  return day;
}

/** A day as it may be typed, too. */
export function dayText(day: WallDate, { speaker }: DayTalk): string {
  return formatDay(day, speaker.language, 'short');
}
