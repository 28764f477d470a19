import type { Change } from '../../calls/change.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { StoreError } from '../../calls/store-error.ts';
import type { Direction, TakenBack } from '../../calls/undo.ts';
import { cleanLine } from '../../text/clean.ts';
import { changeText, changeTime } from '../../terminal/change-text.ts';
import { wrap, wrapHanging } from '../../terminal/layout.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

export interface TakeBackOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const SIGNS = { undo: '↶', redo: '↷' } as const;

/** Takes back the last change, or makes again what was taken back last, and says what it was. */
export async function takeBack(
  session: Session,
  direction: Direction,
  options: TakeBackOptions,
): Promise<ExitCode> {
  const store = openStore(session.world.fs, session.dataFolder);
  const expected = await store.changeToTakeBack(direction);
  if (expected === undefined) {
    throw new UserError(direction === 'undo' ? 'saving.nothing-to-undo' : 'redo.nothing');
  }
  const taken =
    options.dryRun === true
      ? { change: expected, leftReports: [] }
      : await carryOut(session, store, direction, expected);
  const meant = meantBy(store, taken.change);
  if (options.json === true) {
    session.print(JSON.stringify({ change: meant, leftReports: taken.leftReports }, undefined, 2));
    return EXIT.fine;
  }
  const { speaker, now, width, print, ink } = session;
  const what = changeText(meant, speaker);
  const key = `${direction}.${options.dryRun === true ? 'would' : 'done'}` as const;
  const said = speaker.say(key, { what, when: changeTime(meant.at, now, speaker) });
  print(wrapHanging(`${ink.green(SIGNS[direction])} ${said}`, width, '  '));
  if (options.dryRun === true) return EXIT.fine;
  for (const line of reportLines(session, taken)) print(wrap(line, width, '  '));
  if (direction === 'undo') print(ink.dim(wrap(speaker.say('undo.hint'), width, '  ')));
  return EXIT.fine;
}

async function carryOut(
  session: Session,
  store: Store,
  direction: Direction,
  expected: Change,
): Promise<TakenBack> {
  try {
    return await store.takeBackLast(occasionOf(session, direction), direction);
  } catch (error) {
    if (!(error instanceof StoreError) || error.reason !== 'changed-since') throw error;
    const what = changeText(meantBy(store, expected), session.speaker);
    throw new UserError('undo.changed-since', { what, path: error.path });
  }
}

/** The change that a person means: to redo is to take back an undo, and to make again what that took back. */
function meantBy(store: Store, change: Change): Change {
  if (change.undoes === undefined) return change;
  for (const one of store.changes([])) if (one.id === change.undoes) return one;
  return change;
}

/** What became of the reports that the change had added. */
function reportLines({ speaker }: Session, { change, leftReports }: TakenBack): string[] {
  return change.files
    .filter(({ before, after }) => before === null && typeof after === 'string')
    .map(({ path }) =>
      speaker.say(leftReports.includes(path) ? 'undo.report-left' : 'undo.report-gone', {
        path: cleanLine(path),
      }),
    );
}
