import { OUTCOMES } from '../calls/call.ts';
import type { Call } from '../calls/call.ts';
import { cleanText } from '../calls/clean-text.ts';
import { readDay } from '../read-day.ts';
import { readChoice, readText } from '../read-option.ts';
import type { Language } from '../rules/rule.ts';
import { formatDay } from '../time/format.ts';
import { dateOf } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';
import { UserError } from '../user-error.ts';
import { coveredOf } from './covered.ts';
import { ENDS } from './draft.ts';
import type { ClosingDraft, End, PromiseDraft, RequestDraft } from './draft.ts';
import { partsOf } from './parts.ts';

/** The answers that were given as options, as they were typed. */
export interface CloseOptions {
  readonly status?: string;
  readonly because?: string;
  readonly outcome?: string;
  readonly reached?: string;
  readonly covered?: readonly string[];
  readonly did?: readonly string[];
  readonly kept?: readonly string[];
  readonly accepted?: readonly string[];
  readonly refused?: readonly string[];
  readonly toAnswer?: readonly string[];
  readonly promised?: readonly string[];
  readonly theyPromised?: readonly string[];
  readonly nextStep?: string;
  readonly notes?: string;
  readonly signed?: string;
}

/** The options that say what came of a call that was held. */
const OF_HELD = {
  outcome: '--outcome',
  reached: '--reached',
  covered: '--covered',
  did: '--did',
  kept: '--kept',
  accepted: '--accepted',
  refused: '--refused',
  toAnswer: '--to-answer',
  promised: '--promised',
  theyPromised: '--they-promised',
  nextStep: '--next-step',
  notes: '--notes',
  signed: '--signed',
} as const satisfies Partial<Record<keyof CloseOptions, string>>;

/** How the options are written that have several parts. */
const FORMS = {
  '--accepted': 'WHAT | DAY',
  '--refused': 'WHAT | WHY | INSTEAD',
  '--to-answer': 'WHAT | DAY',
  '--promised': 'WHAT | DAY',
  '--they-promised': 'WHAT | DAY',
} as const;
type OptionInParts = keyof typeof FORMS;

/**
 * Reads the options as answers about a call; which promises are kept is read by `keptFrom`.
 * @throws UserError naming the option that cannot be understood, or does not go with another
 */
export function closingFrom(
  options: CloseOptions,
  call: Call,
  now: WallTime,
  language: Language,
): ClosingDraft {
  const end = endOf(options);
  const requests = requestsFrom(options, now);
  const promises = [
    ...(options.promised ?? []).map((given) => promiseFrom('--promised', 'us', given, now)),
    ...(options.theyPromised ?? []).map((given) => promiseFrom('--they-promised', 'customer', given, now)),
  ];
  if (options.reached !== undefined && !call.expectedOutcome) throw new UserError('close.nothing-expected');
  return {
    end,
    because: options.because === undefined ? undefined : readText('--because', options.because),
    outcome: options.outcome === undefined ? undefined : readChoice('--outcome', options.outcome, OUTCOMES),
    isReached:
      options.reached === undefined
        ? undefined
        : readChoice('--reached', options.reached, ['yes', 'no']) === 'yes',
    agendaDone: options.covered === undefined ? undefined : coveredOf(options.covered, call.agenda),
    done: options.did?.map(cleanText).filter((thing) => thing !== ''),
    requests,
    promises,
    hasAllRequests: requests.length > 0 ? true : undefined,
    hasAllOurs: options.promised === undefined ? undefined : true,
    hasAllTheirs: options.theyPromised === undefined ? undefined : true,
    nextStep: options.nextStep === undefined ? undefined : cleanText(options.nextStep),
    notes: options.notes === undefined ? undefined : cleanText(options.notes),
    ...signatureFrom(options.signed, now, language),
  };
}

function endOf(options: CloseOptions): End | undefined {
  const { status, because } = options;
  const given = Object.entries(OF_HELD).flatMap(([name, flag]) => (name in options ? [flag] : []));
  const end =
    status === undefined ? (given.length > 0 ? 'held' : undefined) : readChoice('--status', status, ENDS);
  if (end === 'held' && because !== undefined) throw new UserError('close.because-held');
  if (end !== undefined && end !== 'held' && given.length > 0) {
    throw new UserError('close.not-held', { options: given.join(', '), status: end });
  }
  return end;
}

function requestsFrom({ accepted, refused, toAnswer }: CloseOptions, now: WallTime): RequestDraft[] {
  const dayFrom = (day: string | undefined): string => (day ? readDay(day, now) : '');
  const read = (option: OptionInParts, given: string): readonly [string, ...string[]] =>
    readParts(option, given, 1);
  return [
    ...(accepted ?? []).map((given): RequestDraft => {
      const [what, day] = read('--accepted', given);
      return { what, answer: 'accepted', due: dayFrom(day) };
    }),
    ...(refused ?? []).map((given): RequestDraft => {
      const [what, reason = '', alternative = ''] = read('--refused', given);
      return { what, answer: 'refused', reason, alternative };
    }),
    ...(toAnswer ?? []).map((given): RequestDraft => {
      const [what, day] = read('--to-answer', given);
      return { what, answer: 'open', due: dayFrom(day) };
    }),
  ];
}

function promiseFrom(
  option: OptionInParts,
  by: PromiseDraft['by'],
  given: string,
  now: WallTime,
): PromiseDraft {
  const [what, day = ''] = readParts(option, given, 2);
  return { by, what, due: readDay(day, now) };
}

/** @param least how many parts have to be there; the first of them has to say something */
function readParts(option: OptionInParts, given: string, least: number): readonly [string, ...string[]] {
  const form = FORMS[option];
  const [what = '', ...others] = partsOf(cleanText(given));
  const count = others.length + 1;
  const isWrong =
    what === '' || count < least || count > partsOf(form).length || others.slice(0, least - 1).includes('');
  if (isWrong) throw new UserError('close.wrong-parts', { option, given, form });
  return [what, ...others];
}

function signatureFrom(
  given: string | undefined,
  now: WallTime,
  language: Language,
): Pick<ClosingDraft, 'isSigned' | 'signedOn'> {
  if (given === undefined) return {};
  const signedOn = readDay(given, now);
  if (signedOn > dateOf(now)) {
    throw new UserError('close.signed-later', { day: formatDay(signedOn, language, 'short') });
  }
  return { isSigned: true, signedOn };
}
