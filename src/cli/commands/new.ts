import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { askWhetherToResume } from '../../plan/ask-resume.ts';
import { withDefaults } from '../../plan/defaults.ts';
import type { Desk } from '../../plan/desk.ts';
import { NEEDED, hasNeeded } from '../../plan/draft.ts';
import type { Answers } from '../../plan/draft.ts';
import { draftFrom } from '../../plan/given.ts';
import type { PlanOptions } from '../../plan/given.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { fileCall } from '../plan/file-call.ts';
import type { FileOptions } from '../plan/file-call.ts';
import { checkGateOptions, passGate } from '../plan/gate.ts';
import type { GateOptions } from '../plan/gate.ts';
import { noteOverlaps } from '../plan/note-overlaps.ts';
import { openDesk } from '../plan/open-desk.ts';
import { planByAsking } from '../plan/plan-by-asking.ts';
import type { Session } from '../session.ts';

interface Options extends PlanOptions, GateOptions, FileOptions {}

/** `plan-call new`: plans a call; asks for what is not given where there is a terminal to ask on. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const [unknown] = words;
  if (unknown !== undefined) throw new UserError('error.unknown-command', { given: unknown });
  checkGateOptions(options);

  const given = draftFrom(options, session.now, session.speaker.language);
  const store = openStore(session.world.fs, session.dataFolder);
  const desk = await openDesk(session, store);
  if (hasNeeded(given)) return planWithoutAsking(session, store, desk, withDefaults(given, desk), options);
  if (session.world.stdin.isTTY !== true || options.json === true) {
    const flags = { account: '--account', startsAt: '--when', purpose: '--purpose' };
    const missing = NEEDED.filter((field) => given[field] === undefined).map((field) => flags[field]);
    throw new UserError('error.missing-answers', { options: missing.join(', ') });
  }
  return planByAsking(session, store, desk, given, options, askWhetherToResume);
}

async function planWithoutAsking(
  session: Session,
  store: Store,
  desk: Desk,
  answers: Answers,
  options: Options,
): Promise<ExitCode> {
  const overrides = passGate(session, answers, desk, options);
  if (overrides === undefined) return EXIT.refused;
  noteOverlaps(session, answers, desk.calls);
  return fileCall(session, store, overrides.length > 0 ? { ...answers, overrides } : answers, desk, options);
}
