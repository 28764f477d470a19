import { CHANNELS, LONGEST_CALL_MINUTES, SHORTEST_CALL_MINUTES } from '../calls/call.ts';
import { STAGES } from '../rules/rule.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import { dateOf } from '../time/wall.ts';
import { weekLabel, isoWeekOf } from '../time/week.ts';
import { askAccountName } from './ask-account.ts';
import { BACK } from './asker.ts';
import type { Reply, Talk } from './conversation.ts';
import { defaultsFor } from './defaults.ts';
import type { Draft } from './draft.ts';
import { parseDuration } from './duration.ts';
import { overlapping } from './overlap.ts';
import { readWhen } from './read-when.ts';

/** Who is called on: one of the accounts on file, or a new one. */
export async function askAccount(draft: Draft, { asker, desk }: Talk): Promise<Reply> {
  const account = await askAccountName(asker, desk.speaker, desk.book, draft.account);
  return account === BACK ? BACK : { account };
}

/** With whom; as last time when Enter is pressed. */
export async function askContact(draft: Draft, { asker, desk }: Talk): Promise<Reply> {
  const contact = await asker.text({
    message: desk.speaker.say('ask.contact'),
    prefilled: draft.contact,
    // Who has taken the name out means nobody.
    fallback: draft.contact === undefined ? defaultsFor(draft.account, desk).contact : undefined,
  });
  return contact === BACK ? BACK : { contact };
}

/** When, as people type it; what was understood is shown before going on. */
export async function askWhen(draft: Draft, talk: Talk): Promise<Reply> {
  const { asker, desk, show } = talk;
  const { speaker, now } = desk;
  const complain = (typed: string): string | undefined => {
    const read = readWhen(typed, now, speaker.language);
    return read.kind === 'problem' ? speaker.say(read.key, read.values) : undefined;
  };
  const typed = await asker.text({
    message: speaker.say('ask.when'),
    prefilled: draft.startsAt?.replace('T', ' '),
    complain,
  });
  if (typed === BACK) return BACK;
  const read = readWhen(typed, now, speaker.language);
  if (read.kind === 'problem') return askWhen(draft, talk);
  const week = weekLabel(isoWeekOf(dateOf(read.at)));
  show(speaker.say('plan.understood', { when: formatWhen(read.at, speaker.language), week }));
  return { startsAt: read.at };
}

/** How long; a planned call at the same time is pointed out. */
export async function askDuration(draft: Draft, { asker, desk, show }: Talk): Promise<Reply> {
  const { speaker } = desk;
  const complain = (typed: string): string | undefined => {
    const minutes = parseDuration(typed);
    if (minutes === undefined) return speaker.say('ask.duration-unknown', { given: typed });
    return isPossible(minutes)
      ? undefined
      : speaker.say('error.duration-range', { least: SHORTEST_CALL_MINUTES, most: LONGEST_CALL_MINUTES });
  };
  const usual = draft.durationMinutes ?? defaultsFor(draft.account, desk).durationMinutes;
  const typed = await asker.text({ message: speaker.say('ask.duration'), fallback: String(usual), complain });
  if (typed === BACK) return BACK;
  const durationMinutes = parseDuration(typed) ?? usual;
  for (const other of overlapping({ startsAt: draft.startsAt ?? '', durationMinutes }, desk.calls)) {
    show(
      speaker.say('plan.overlap', {
        account: cleanLine(other.account),
        when: formatWhen(other.startsAt, speaker.language),
      }),
    );
  }
  return { durationMinutes };
}

/** Is this a length that a call can have? */
function isPossible(minutes: number): boolean {
  return minutes >= SHORTEST_CALL_MINUTES && minutes <= LONGEST_CALL_MINUTES;
}

export async function askChannel(draft: Draft, { asker, desk }: Talk): Promise<Reply> {
  const { speaker } = desk;
  const channel = await asker.choose({
    message: speaker.say('ask.channel'),
    choices: CHANNELS.map((value) => ({ value, name: speaker.say(`channel.${value}`) })),
    fallback: draft.channel ?? defaultsFor(draft.account, desk).channel,
  });
  return channel === BACK ? BACK : { channel };
}

export async function askStage(draft: Draft, { asker, desk }: Talk): Promise<Reply> {
  const { speaker } = desk;
  const stage = await asker.choose({
    message: speaker.say('ask.stage'),
    choices: STAGES.map((value) => ({ value, name: speaker.say(`stage.${value}`) })),
    fallback: draft.stage ?? defaultsFor(draft.account, desk).stage,
  });
  return stage === BACK ? BACK : { stage };
}
