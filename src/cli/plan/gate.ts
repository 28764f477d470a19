import type { Override } from '../../calls/call.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { shownId } from '../../calls/id.ts';
import type { Desk } from '../../plan/desk.ts';
import { overdueFor } from '../../plan/desk.ts';
import type { Answers, Draft } from '../../plan/draft.ts';
import { newFindings } from '../../plan/new-findings.ts';
import type { MessageKey } from '../../messages.ts';
import { verdictOf } from '../../rules/finding.ts';
import type { Finding } from '../../rules/finding.ts';
import { widthOf } from '../../terminal/ink.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';
import { noteRefusal } from './note-refusal.ts';
import { findingsOn } from './talk.ts';

/** Whether warnings are to be kept without being asked about, and why. */
export interface GateOptions {
  readonly force?: boolean;
  readonly because?: string;
  readonly dryRun?: boolean;
}

/** What is judged: a new call, or one that was filed before. */
export interface Judged {
  /** What was decided on already: warnings about the same texts are not asked about again. */
  readonly before: readonly Draft[];
  /** What is said of errors, and of warnings that nobody has decided to keep. */
  readonly refused: MessageKey;
  readonly held: MessageKey;
}

const NEW_CALL: Judged = { before: [], refused: 'plan.refused', held: 'plan.held' };

/** @throws UserError when --force comes without its reason, or a reason without --force */
export function checkGateOptions({ force, because }: GateOptions): void {
  if (because !== undefined && force !== true) throw new UserError('error.because-without-force');
  if (force === true && !because?.trim()) throw new UserError('error.force-without-because');
}

/**
 * Judges a call that was given in options, and says what is wrong with it.
 * @returns the warnings that are kept with the call; nothing when it may not be written
 */
export function passGate(
  session: Session,
  answers: Answers,
  desk: Desk,
  options: GateOptions,
  { before, refused, held }: Judged = NEW_CALL,
): Override[] | undefined {
  const { speaker, world } = session;
  const findings = newFindings(answers, before, desk);
  if (findings.length === 0) return [];
  session.note(findingsOn(world.stderr, session, desk)(answers.purpose, findings));
  if (verdictOf(findings) === 'reject') {
    if (options.dryRun !== true) noteRefusal(session, findings);
    for (const line of refusal(
      findings,
      answers,
      desk,
      options.force === true ? 'plan.refused-forced' : refused,
    )) {
      session.note(wrap(line, widthOf(world.stderr, world.env)));
    }
    return undefined;
  }
  if (options.force !== true) {
    session.note(speaker.say(held));
    return undefined;
  }
  return findings.map(({ rule }) => ({ rule, because: cleanText(options.because ?? '') }));
}

/** What to do about a refusal: write another purpose, or see to what was promised first. */
function refusal(findings: readonly Finding[], answers: Answers, desk: Desk, refused: MessageKey): string[] {
  const { speaker } = desk;
  const overdue = overdueFor(answers, desk);
  const isOnlyOverdue = findings.every(({ rule, level }) => level === 'warn' || rule === 'open-commitment');
  const ways = overdue.map(({ what, id }) =>
    speaker.say('overdue.ways', { what: cleanLine(what), id: shownId(id) }),
  );
  if (isOnlyOverdue && overdue.length > 0) return [speaker.say('overdue.refused'), ...ways];
  return [speaker.say(refused), ...ways];
}
