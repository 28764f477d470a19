import type { Call } from '../../calls/call.ts';
import { shownId } from '../../calls/id.ts';
import { newId } from '../../calls/new-id.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { draftFrom } from '../../plan/given.ts';
import { moveCall, movedCall, readNewTime } from '../../plan/move-call.ts';
import type { Moving } from '../../plan/move-call.ts';
import { readText } from '../../read-option.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import { addDaysTo, dateOf, timeOf } from '../../time/wall.ts';
import { weekNameOf } from '../../time/week.ts';
import { wrap, wrapHanging } from '../../terminal/layout.ts';
import { UserError } from '../../user-error.ts';
import { canAsk } from '../ask.ts';
import { askMoving } from '../change/ask-moving.ts';
import type { Given } from '../change/ask-moving.ts';
import { checkPlanned, plannedCall } from '../change/planned-call.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteOverlaps } from '../plan/note-overlaps.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly because?: string;
  readonly duration?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `plan-call move`: a planned call takes place at another time. Why is kept with it. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { world, now, speaker } = session;
  const [id, ...when] = words;
  const { durationMinutes } = draftFrom(
    options.duration === undefined ? {} : { duration: options.duration },
    now,
    speaker.language,
  );
  const because = options.because === undefined ? undefined : readText('--because', options.because);
  const store = openStore(world.fs, session.dataFolder);
  const call = await plannedCall(session, store, id, 'move.which');
  const startsAt = when.length === 0 ? undefined : readTime(session, when.join(' '), call);
  const moving: Moving = {
    ...(await complete(session, call, { startsAt, because }, options)),
    durationMinutes,
  };

  const newOne = newId(world.now());
  const moved =
    options.dryRun === true
      ? movedCall(call, moving, newOne)
      : await store.change(occasionOf(session, 'move', moving.because), (edit) =>
          moveCall(edit, call, moving, newOne, (current) => checkPlanned(session, current)),
        );
  await noteOthers(session, store, call, moved);
  if (options.json === true) session.print(JSON.stringify(moved, undefined, 2));
  else tell(session, store, call, moved, options);
  return EXIT.fine;
}

function readTime({ now, speaker }: Session, given: string, call: Call): string {
  const read = readNewTime(given, call, now, speaker.language);
  if (read.kind === 'problem') throw new UserError(read.key, read.values);
  return read.at;
}

/** Asks for what is not given, where there is somebody to ask. */
async function complete(
  session: Session,
  call: Call,
  { startsAt, because }: Given,
  { json }: Options,
): Promise<Moving> {
  if (startsAt !== undefined && because !== undefined) return { startsAt, because };
  if (json !== true && canAsk(session)) return askMoving(session, call, { startsAt, because });
  const missing = [startsAt === undefined ? 'WHEN' : '', because === undefined ? '--because' : ''];
  throw new UserError('error.missing-answers', { options: missing.filter((one) => one !== '').join(', ') });
}

/** Points out what is planned at the new time already. A call may begin on the day before. */
async function noteOthers(session: Session, store: Store, call: Call, moved: Call): Promise<void> {
  const day = dateOf(moved.startsAt);
  const { calls } = await store.readDays({ from: addDaysTo(day, -1), to: addDaysTo(day, 1) });
  noteOverlaps(
    session,
    moved,
    calls.filter(({ id }) => id !== call.id && id !== moved.id),
  );
}

function tell(session: Session, store: Store, call: Call, moved: Call, { dryRun }: Options): void {
  const { speaker, ink, width, print } = session;
  const done = speaker.say(dryRun === true ? 'move.would' : 'move.done');
  const what = `${cleanLine(moved.account)} · ${cleanLine(moved.purpose)}`;
  print(wrapHanging(`${ink.green('✓')} ${done} ${what}  ${ink.dim(shownId(moved.id))}`, width, '  '));
  const time = timeOf(moved.startsAt);
  const isSameTime = time !== undefined && time === timeOf(call.startsAt);
  const times = speaker.say(isSameTime ? 'move.times-same' : 'move.times', {
    from: formatWhen(call.startsAt, speaker.language),
    to: formatWhen(moved.startsAt, speaker.language),
    week: weekNameOf(moved.startsAt),
  });
  print(wrap(times, width, '  '));
  if (dryRun !== true) print(`  ${cleanForTerminal(store.pathOf(moved))}`);
}
