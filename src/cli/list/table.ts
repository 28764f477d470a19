import type { ChalkInstance } from 'chalk';
import type { Speaker } from '../../messages.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import { dateOf, timeOf } from '../../time/wall.ts';
import type { WallDate } from '../../time/wall.ts';
import { columnsOf, fit, wrap } from '../../terminal/layout.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { rhythmText } from '../../terminal/rhythm-text.ts';
import type { ListedCall, ListedPromise } from './gather.ts';
import { missingFrom } from './missing.ts';
import type { Period } from './period.ts';

/** What a list is shown with. */
export interface ListLook {
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
  readonly today: WallDate;
}

const INDENT = ' '.repeat(9);
/** How many characters at the end of an id tell a call from the others. */
const ID_LENGTH = 6;

/** The calls by day, then the promises that fall due, for people to read. */
export function listTable(
  calls: readonly ListedCall[],
  promises: readonly ListedPromise[],
  period: Period,
  look: ListLook,
): string {
  const { speaker, ink } = look;
  const lines = [ink.bold(wrap(titleOf(period, speaker), look.width))];
  if (calls.length === 0) lines.push('', wrap(speaker.say('list.empty'), look.width));
  let day: WallDate | undefined;
  for (const call of calls) {
    if (dateOf(call.startsAt) !== day) {
      day = dateOf(call.startsAt);
      lines.push('', dayLine(day, look));
    }
    lines.push(...callLines(call, look));
  }
  if (promises.length > 0)
    lines.push(
      '',
      ink.bold(speaker.say('list.promises')),
      ...promises.map((promise) => promiseLine(promise, look)),
    );
  if (calls.length > 0) lines.push('', ink.dim(speaker.say('list.count', { n: calls.length })));
  return lines.join('\n');
}

function titleOf({ from, to, week }: Period, speaker: Speaker): string {
  const day = (date: WallDate): string => formatDay(date, speaker.language, 'short');
  if (from !== undefined && to !== undefined) {
    return `${week === undefined ? '' : `${week} · `}${day(from)} – ${day(to)}`;
  }
  if (from !== undefined) return speaker.say('list.since', { day: day(from) });
  return to === undefined ? speaker.say('list.everything') : speaker.say('list.until', { day: day(to) });
}

function dayLine(day: WallDate, { speaker, ink, today }: ListLook): string {
  const name = formatDay(day, speaker.language, 'long');
  return day === today ? ink.bold(`${name} · ${speaker.say('list.today')}`) : ink.bold(name);
}

function callLines(call: ListedCall, look: ListLook): string[] {
  const { speaker, ink, width } = look;
  const time = timeOf(call.startsAt) ?? '–';
  const who = [call.rep, call.account, call.contact]
    .flatMap((name) => (name === undefined ? [] : cleanLine(name)))
    .join(' · ');
  const how = [
    speaker.say(`channel.${call.channel}`),
    speaker.say('minutes', { n: call.durationMinutes }),
    ...(call.repeat === undefined ? [] : [rhythmText(call.repeat, speaker)]),
  ].join(', ');
  const status = call.status === 'planned' ? '' : ` [${speaker.say(`status.${call.status}`)}]`;
  const lines = [
    betweenEnds(
      `  ${time.padEnd(5)}  ${ink.bold(fit(`${who}${status}`, width - 9))}`,
      ink.dim(`${how}  ${call.id.slice(-ID_LENGTH)}`),
      width,
    ),
    wrap(cleanLine(call.purpose), width, INDENT),
  ];
  const missing = missingFrom(call).map((key) => speaker.say(key).toLocaleLowerCase(speaker.language));
  if (missing.length > 0)
    lines.push(ink.yellow(wrap(speaker.say('list.missing', { what: missing.join(', ') }), width, INDENT)));
  return lines;
}

function promiseLine(promise: ListedPromise, { speaker, ink, width, today }: ListLook): string {
  const isLate = promise.due < today;
  const line = `${promise.rep === undefined ? '' : `${cleanLine(promise.rep)} · `}${promiseText(promise, speaker)}`;
  return wrap(
    isLate ? `${ink.red('!')} ${line} ${ink.red(`(${speaker.say('promise.late')})`)}` : `· ${line}`,
    width,
    '  ',
  );
}

/** Two texts at the ends of a line; below each other where the line is too narrow. */
function betweenEnds(left: string, right: string, width: number): string {
  const gap = width - columnsOf(left) - columnsOf(right);
  return gap >= 2 ? left + ' '.repeat(gap) + right : `${left}\n${INDENT}${right}`;
}
