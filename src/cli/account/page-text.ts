import type { AccountPage } from '../../accounts/account-page.ts';
import { contactText } from '../../accounts/contacts.ts';
import type { Call } from '../../calls/call.ts';
import { shownId } from '../../calls/id.ts';
import type { Promised } from '../../calls/promise.ts';
import type { MessageKey } from '../../messages.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay, formatWhen } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import type { Session } from '../session.ts';
import { findingLine, titleLine } from './lines.ts';

/** The page of an account, for people to read; parts that have nothing in them are left out. */
export function pageText(page: AccountPage, session: Session): string {
  const { speaker, width } = session;
  const names = page.otherNames.map(cleanLine).join(', ');
  const parts: readonly [MessageKey, readonly string[]][] = [
    ['account.contacts', page.contacts.map((contact) => item(cleanLine(contactText(contact)), session))],
    ['account.ours', page.ourPromises.map((promise) => promiseItem(promise, session))],
    ['account.theirs', page.theirPromises.map((promise) => promiseItem(promise, session))],
    ['account.requests', page.openRequests.map((request) => requestItem(request, session))],
    ['account.next', page.nextCalls.map((call) => callItem(call, session))],
    ['account.last', page.lastCalls.map((call) => callItem(call, session))],
  ];
  const blocks = parts
    .filter(([, items]) => items.length > 0)
    .map(([title, items]) => [session.ink.bold(speaker.say(title)), ...items].join('\n'));
  const head = [
    titleLine(page, session),
    ...(names === '' ? [] : [wrap(speaker.say('account.other-names', { names }), width, '  ')]),
    ...page.findings.map((finding) => findingLine(finding, session, '  ')),
    ...(blocks.length === 0 ? [wrap(speaker.say('account.empty'), width, '  ')] : []),
  ];
  return [head.join('\n'), ...blocks].join('\n\n');
}

/** A line, and below it the rest of it, indented. */
function item(text: string, { width }: Session, mark = '·'): string {
  return `  ${mark} ${wrap(text, width, '    ').trimStart()}`;
}

function promiseItem({ id, what, due }: Promised, session: Session): string {
  const { speaker, ink, now } = session;
  const isLate = due < dateOf(now);
  const late = isLate ? ` ${ink.red(`(${speaker.say('promise.late')})`)}` : '';
  const text = speaker.say('account.promise', {
    what: cleanLine(what),
    due: formatDay(due, speaker.language, 'short'),
  });
  return item(`${text}${late}  ${ink.dim(shownId(id))}`, session, isLate ? ink.red('!') : '·');
}

function requestItem({ what, on }: AccountPage['openRequests'][number], session: Session): string {
  const day = formatDay(on, session.speaker.language, 'short');
  return item(session.speaker.say('account.request', { what: cleanLine(what), day }), session);
}

function callItem(call: Call, session: Session): string {
  const { speaker, ink } = session;
  const when = formatWhen(call.startsAt, speaker.language);
  const how = outcomeOf(call, session) ?? speaker.say(`channel.${call.channel}`);
  return item(`${when}, ${how}: ${cleanLine(call.purpose)}  ${ink.dim(shownId(call.id))}`, session);
}

/** What came of a call; nothing of one that is still to come. */
function outcomeOf({ status, result, startsAt }: Call, { speaker, now }: Session): string | undefined {
  if (result !== undefined) return speaker.say(`graded.${result.outcome}`);
  if (status !== 'planned') return speaker.say(`status.${status}`);
  return dateOf(startsAt) < dateOf(now) ? speaker.say('account.not-closed') : undefined;
}
