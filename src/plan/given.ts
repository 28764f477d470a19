import { CHANNELS, LONGEST_CALL_MINUTES, SHORTEST_CALL_MINUTES } from '../calls/call.ts';
import type { Rhythm } from '../calls/call.ts';
import { cleanText } from '../calls/clean-text.ts';
import { STAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import { dateOf, minutesBetween, timeOf } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';
import { parseWhen } from '../time/when.ts';
import { readChoice, readText } from '../read-option.ts';
import { UserError } from '../user-error.ts';
import type { Draft } from './draft.ts';
import { parseDuration } from './duration.ts';
import { readRhythm } from './read-rhythm.ts';
import { readWhen } from './read-when.ts';

/** The answers that were given as options, as they were typed. */
export interface PlanOptions {
  readonly account?: string;
  readonly contact?: string;
  readonly when?: string;
  readonly duration?: string;
  readonly until?: string;
  readonly channel?: string;
  readonly stage?: string;
  readonly purpose?: string;
  readonly benefit?: string;
  readonly outcome?: string;
  readonly minimum?: string;
  readonly agenda?: readonly string[];
  readonly prepare?: readonly string[];
  readonly every?: string;
}

/**
 * Reads the options as answers.
 * @throws UserError naming the option that cannot be understood, and what can
 */
export function draftFrom(options: PlanOptions, now: WallTime, language: Language): Draft {
  const startsAt = options.when === undefined ? undefined : readStart(options.when, now, language);
  const minutes = readMinutes(options, startsAt, now);
  return withoutUndefined({
    account: options.account === undefined ? undefined : readText('--account', options.account),
    contact: options.contact === undefined ? undefined : cleanText(options.contact),
    startsAt,
    durationMinutes: minutes,
    channel: options.channel === undefined ? undefined : readChoice('--channel', options.channel, CHANNELS),
    stage: options.stage === undefined ? undefined : readChoice('--stage', options.stage, STAGES),
    purpose: options.purpose === undefined ? undefined : readText('--purpose', options.purpose),
    customerBenefit: options.benefit === undefined ? undefined : cleanText(options.benefit),
    expectedOutcome: options.outcome === undefined ? undefined : cleanText(options.outcome),
    minimumOutcome: options.minimum === undefined ? undefined : cleanText(options.minimum),
    agenda: itemsFrom(options.agenda),
    preparation: itemsFrom(options.prepare),
    repeat: options.every === undefined ? undefined : readEvery(options.every),
  });
}

function readStart(given: string, now: WallTime, language: Language): string {
  const read = readWhen(given, now, language);
  if (read.kind === 'problem') throw new UserError(read.key, read.values);
  return read.at;
}

function readMinutes(
  { duration, until }: PlanOptions,
  startsAt: string | undefined,
  now: WallTime,
): number | undefined {
  if (duration !== undefined && until !== undefined) throw new UserError('error.duration-and-until');
  const minutes = until === undefined ? parsedDuration(duration) : minutesUntil(until, startsAt, now);
  if (minutes !== undefined && (minutes < SHORTEST_CALL_MINUTES || minutes > LONGEST_CALL_MINUTES)) {
    throw new UserError('error.duration-range', { least: SHORTEST_CALL_MINUTES, most: LONGEST_CALL_MINUTES });
  }
  return minutes;
}

function parsedDuration(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const minutes = parseDuration(given);
  if (minutes === undefined) throw new UserError('error.duration', { given });
  return minutes;
}

/** An end is mostly given as a time of the same day: `10:30`. */
function minutesUntil(given: string, startsAt: string | undefined, now: WallTime): number {
  if (startsAt === undefined || timeOf(startsAt) === undefined) throw new UserError('error.until-alone');
  const sameDay = parseWhen(`${dateOf(startsAt)} ${given}`, now);
  const end = sameDay.kind === 'understood' ? sameDay : parseWhen(given, now);
  if (end.kind === 'problem') throw new UserError(`when.${end.problem}`, { part: end.part });
  const minutes = minutesBetween(startsAt, end.at);
  if (minutes <= 0) throw new UserError('error.end-before-start', { given });
  return minutes;
}

function readEvery(given: string): Rhythm | 'never' {
  const rhythm = readRhythm(given);
  if (rhythm === undefined) throw new UserError('error.rhythm', { given });
  return rhythm;
}

function itemsFrom(given: readonly string[] | undefined): string[] | undefined {
  return given?.map(cleanText).filter((item) => item !== '');
}

/** An answer that was not given is left out, so that it is asked for. */
function withoutUndefined(fields: { readonly [Field in keyof Draft]: Draft[Field] | undefined }): Draft {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
