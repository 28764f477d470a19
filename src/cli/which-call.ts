import type { Call } from '../calls/call.ts';
import { isId, shownId } from '../calls/id.ts';
import type { Store } from '../calls/store.ts';
import { BACK, Interrupted } from '../plan/asker.ts';
import type { MessageKey } from '../messages.ts';
import { fit } from '../terminal/layout.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import { minutesBetween } from '../time/wall.ts';
import { UserError } from '../user-error.ts';
import { canAsk, openAsking } from './ask.ts';
import { noteProblems } from './note-problems.ts';
import type { Session } from './session.ts';

/** Week folders in which calls are looked for that can be chosen from. */
const WEEKS_OFFERED = 12;
/** Moves of one call that are followed; more than this is a circle that two computers made. */
const MOST_MOVES = 100;
/** Columns of a line in a list of calls to choose from that are not the text of the call. */
const MARGIN = 12;
/** Characters at the end of an id in a list of those that are meant perhaps. */
const ENDING = 8;

/** What is asked when no call is named, and which calls are offered. */
export interface Wanted {
  readonly question: MessageKey;
  readonly isOffered: (call: Call) => boolean;
  /** Those offered before all others; within both, the nearest comes first. */
  readonly comesFirst?: (call: Call) => boolean;
}

/**
 * The call that a command is about: that of an id, or of the end of one, where the calls are told apart by it; asked for
 * when none is named. A call that was moved to another week is followed there.
 * @throws UserError when there is no such call, or more than one, or nobody to ask
 * @throws Interrupted when she leaves the question
 */
export async function whichCall(
  session: Session,
  store: Store,
  id: string | undefined,
  wanted: Wanted,
): Promise<Call> {
  return id === undefined
    ? askForCall(session, store, wanted)
    : followed(store, await named(session, store, id));
}

async function named(session: Session, store: Store, given: string): Promise<Call> {
  const ending = given.trim().toLowerCase();
  const { calls, problems } = isId(ending) ? await store.findCalls(ending) : { calls: [], problems: [] };
  noteProblems(session, problems);
  const call = calls.find(({ id }) => id === ending) ?? calls[0];
  if (call === undefined) throw new UserError('call.unknown', { id: given });
  if (calls.length > 1 && call.id !== ending) {
    const lines = calls.map((one) => `  ${one.id.slice(-ENDING)}  ${callText(one, session)}`);
    throw new UserError('call.not-unique', { id: given, calls: lines.join('\n') });
  }
  return call;
}

/** The call as it stands now. */
async function followed(store: Store, call: Call): Promise<Call> {
  let current = call;
  for (let moves = 0; current.movedTo !== undefined && moves < MOST_MOVES; moves += 1) {
    const { movedTo } = current;
    const next = (await store.findCalls(movedTo)).calls.find(({ id }) => id === movedTo);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

async function askForCall(
  session: Session,
  store: Store,
  { question, isOffered, comesFirst }: Wanted,
): Promise<Call> {
  if (!canAsk(session)) throw new UserError('call.none-named');
  const { speaker, now } = session;
  const { calls, problems } = await store.readLatestCalls({ maxWeeks: WEEKS_OFFERED });
  noteProblems(session, problems);
  const rank = (call: Call): number => (comesFirst?.(call) === false ? 1 : 0);
  const offered = calls
    .filter(isOffered)
    .toSorted((one, other) => rank(one) - rank(other) || distance(one, now) - distance(other, now));
  if (offered.length === 0) throw new UserError('call.none-to-choose');
  const { asker } = await openAsking(session);
  const chosen = await asker.search({
    message: speaker.say(question),
    offers: (typed) => {
      const words = typed.toLowerCase().split(/\s+/);
      return offered
        .map((call) => ({ text: callText(call, session), value: call.id }))
        .filter(({ text, value }) => words.every((word) => `${text} ${value}`.toLowerCase().includes(word)))
        .map(({ text, value }) => ({
          name: `${fit(text, session.width - MARGIN)}  ${shownId(value)}`,
          value,
        }));
    },
  });
  const call = offered.find(({ id }) => id === chosen);
  if (chosen === BACK || call === undefined) throw new Interrupted();
  return call;
}

/** How far away from now, in minutes. */
function distance({ startsAt }: Call, now: string): number {
  return Math.abs(minutesBetween(now, startsAt));
}

/** Enough of a call to know it by. */
export function callText(
  { account, startsAt, purpose }: Call,
  { speaker }: Pick<Session, 'speaker'>,
): string {
  return `${cleanLine(account)} · ${formatWhen(startsAt, speaker.language)} · ${cleanLine(purpose)}`;
}
