import type { Call, CustomerRequest } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
import { fieldKey, headingOf, stageName } from '../reports/names.ts';
import type { Section } from '../rules/rule.ts';
import { formatDay } from '../time/format.ts';
import { dateOf } from '../time/wall.ts';
import type { Closing, Result } from './closing.ts';
import { inLine, item, items, prose } from './markdown-text.ts';

/** A held call and what came of it. */
export interface HeldCall extends Pick<Closing, 'promises' | 'kept' | 'signedOn'> {
  readonly call: Call;
  readonly result: Result;
}

/** A section of the report: its lines are Markdown. */
export interface WrittenSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The call report in Markdown, in the speaker's language. Sections without content are left out. */
export function reportText(held: HeldCall, speaker: Speaker): string {
  const before = sectionsBefore(held, speaker);
  const sections = [...before, ...sectionsAfter(held, speaker)];
  const body = sections.map(({ heading, lines }) => `\n## ${heading}\n\n${lines.join('\n')}\n`);
  return ['---', ...frontMatter(held, speaker), '---', ''].join('\n') + body.join('');
}

/** What was planned: why the call, what for the customer, what was prepared and what of it was dealt with. */
function sectionsBefore({ call, result }: HeldCall, speaker: Speaker): WrittenSection[] {
  const isDone = (topic: string): boolean => result.agendaDone.includes(topic);
  return written(speaker, [
    ['purpose', prose(call.purpose)],
    ['benefit', prose(call.customerBenefit ?? '')],
    [
      'preparation',
      [
        ...call.agenda.flatMap((topic) => item(topic, isDone(topic) ? '- [x] ' : '- [ ] ')),
        ...call.preparation.flatMap((thing) => item(thing)),
      ],
    ],
  ]);
}

/** What came of it. */
export function sectionsAfter(held: HeldCall, speaker: Speaker): WrittenSection[] {
  const { result, promises } = held;
  const explained = result.requests.filter((request) => !isUnexplained(request));
  // What is said of the request that stands next must not be taken for the reason of a refusal.
  const requests = [...explained, ...result.requests.filter(isUnexplained)];
  return written(speaker, [
    ['done', result.done.flatMap((thing) => item(thing))],
    ['discussion', discussion(held, speaker)],
    ['requests', requests.flatMap((request) => requestLines(request, speaker))],
    ['commitments', promises.flatMap((promised) => commitment(promised, speaker))],
    ['next', prose(result.nextStep ?? '')],
  ]);
}

function written(speaker: Speaker, sections: readonly [Section, readonly string[]][]): WrittenSection[] {
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => ({ heading: headingOf(name, speaker.language), lines }));
}

function frontMatter({ call, signedOn }: HeldCall, speaker: Speaker): string[] {
  const { language } = speaker;
  const stage = signedOn === undefined ? call.stage : 'signed';
  const fields = [
    ['account', call.account],
    ['contact', call.contact ?? ''],
    ['date', dateOf(call.startsAt)],
    ['channel', speaker.say(`channel.${call.channel}`)],
    ['stage', stageName(stage, language)],
  ] as const;
  return fields
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${fieldKey(field, language)}: ${yamlText(value)}`);
}

/** Words and figures that YAML takes as they are; anything else in quotation marks. */
function yamlText(value: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,/()&-]*[\p{L}\p{M}\p{N}.)])?$/u.test(value)
    ? value
    : JSON.stringify(value);
}

function discussion({ call, result, kept, signedOn }: HeldCall, speaker: Speaker): string[] {
  const { expectedOutcome = '' } = call;
  const { isReached } = result;
  return [
    `- ${speaker.say(`close.came-${result.outcome}`)}`,
    ...(expectedOutcome === '' || isReached === undefined
      ? []
      : [
          `- ${speaker.say(isReached ? 'close.was-reached' : 'close.not-reached', { what: inLine(expectedOutcome) })}`,
        ]),
    ...kept
      .filter(({ by }) => by === 'customer')
      .map(({ what }) => `- ${speaker.say('close.they-kept', { what: inLine(what) })}`),
    ...(signedOn === undefined
      ? []
      : [`- ${speaker.say('close.was-signed', { day: formatDay(signedOn, speaker.language, 'short') })}`]),
    ...items(result.notes ?? ''),
  ];
}

function isUnexplained({ answer, reason, alternative }: CustomerRequest): boolean {
  return answer === 'refused' && reason === undefined && alternative === undefined;
}

/** What was asked for, and below it what we said: a refusal, its reason and what comes instead each in a line. */
function requestLines(request: CustomerRequest, speaker: Speaker): string[] {
  const { what, answer, reason, alternative } = request;
  const said = isUnexplained(request) ? 'close.said-refused-alone' : (`close.said-${answer}` as const);
  return [
    `- ${speaker.say('close.asked-for', { what: inLine(what) })}`,
    `  - ${speaker.say(said)}`,
    ...(reason === undefined ? [] : [`  - ${speaker.say('close.said-reason', { reason: inLine(reason) })}`]),
    ...(alternative === undefined
      ? []
      : [`  - ${speaker.say('close.said-instead', { alternative: inLine(alternative) })}`]),
  ];
}

function commitment({ by, what, due }: Promised, speaker: Speaker): string[] {
  const key = by === 'us' ? 'close.we-promised' : 'close.they-promised';
  return [`- ${speaker.say(key, { what: inLine(what), due: formatDay(due, speaker.language, 'short') })}`];
}
