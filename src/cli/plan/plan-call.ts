import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { owedText } from '../../plan/ask-overdue.ts';
import { askWhetherToResume } from '../../plan/ask-resume.ts';
import { withDefaults } from '../../plan/defaults.ts';
import { owedBy } from '../../plan/desk.ts';
import type { Desk } from '../../plan/desk.ts';
import { NEEDED, hasNeeded } from '../../plan/draft.ts';
import type { Answers, Draft } from '../../plan/draft.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import { fileCall } from './file-call.ts';
import type { FileOptions } from './file-call.ts';
import { passGate } from './gate.ts';
import type { GateOptions } from './gate.ts';
import { noteOverlaps } from './note-overlaps.ts';
import { openDesk } from './open-desk.ts';
import { planByAsking } from './plan-by-asking.ts';

/** How a call is planned. */
export interface Planning extends GateOptions, FileOptions {
  /** How what a call needs is given on the command line, for those who have not given it. */
  readonly flags: Readonly<Record<(typeof NEEDED)[number], string>>;
  /** Answers that are offered, and may be changed. Without them she may go on with a call that was broken off. */
  readonly offered?: Draft;
  /** What is said before the first question. */
  readonly opening?: string;
}

/**
 * Plans a call: judges it, asks for what is not given where there is a terminal to ask on, and files it.
 * @throws UserError naming what is missing where there is nobody to ask
 */
export async function planCall(session: Session, given: Draft, planning: Planning): Promise<ExitCode> {
  const store = openStore(session.world.fs, session.dataFolder);
  const desk = await openDesk(session, store);
  if (hasNeeded(given)) return planWithoutAsking(session, store, desk, withDefaults(given, desk), planning);
  if (session.world.stdin.isTTY !== true || planning.json === true) {
    const missing = NEEDED.filter((field) => given[field] === undefined).map(
      (field) => planning.flags[field],
    );
    throw new UserError('error.missing-answers', { options: missing.join(', ') });
  }
  noteOverlapsOf(session, given, desk);
  return planByAsking(session, store, desk, given, planning, async (kept, talk) => {
    if (planning.opening !== undefined) talk.show(planning.opening);
    return planning.offered ?? askWhetherToResume(kept, talk);
  });
}

async function planWithoutAsking(
  session: Session,
  store: Store,
  desk: Desk,
  answers: Answers,
  planning: Planning,
): Promise<ExitCode> {
  const overrides = passGate(session, answers, desk, planning);
  if (overrides === undefined) return EXIT.refused;
  for (const promise of owedBy(answers.account, desk))
    session.note(`! ${owedText(promise, session.speaker)}`);
  noteOverlaps(session, answers, desk.calls);
  return fileCall(session, store, overrides.length > 0 ? { ...answers, overrides } : answers, desk, planning);
}

/** Where the time is given, so that it is not asked for, nothing else points out what is planned for it already. */
function noteOverlapsOf(session: Session, { startsAt, durationMinutes }: Draft, desk: Desk): void {
  if (startsAt === undefined || durationMinutes === undefined) return;
  noteOverlaps(session, { startsAt, durationMinutes }, desk.calls);
}
