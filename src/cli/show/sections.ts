import type { Call } from '../../calls/call.ts';
import type { Promised } from '../../calls/promise.ts';
import type { MessageKey, Speaker } from '../../messages.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { sidedPromiseText } from '../../terminal/promise-text.ts';
import { rhythmText } from '../../terminal/rhythm-text.ts';
import { formatDay, formatWhen } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import type { WallDate } from '../../time/wall.ts';
import { missingFrom } from '../list/missing.ts';
import { lastCallOf, resultOf } from './told.ts';

/** An item of a section; `late` is what is past due, `open` and `done` are boxes to be ticked. */
export interface Item {
  readonly mark?: 'late' | 'open' | 'done';
  readonly text: string;
}

/** A part of the sheet under a heading of its own; texts are as they were written. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

/** A sheet as it is put on a page, whatever the page is made of. */
export interface Page {
  /** Whom it is about. */
  readonly title: string;
  /** When and how. */
  readonly facts: readonly string[];
  readonly sections: readonly Section[];
  /** What is missing and matters. */
  readonly missing?: string | undefined;
}

/**
 * Lays a sheet out. What there is nothing to say about is left out; of a closed call the result comes first.
 * @param reportPath of a report, by its path in the store
 */
export function pageOf(
  sheet: Sheet,
  today: WallDate,
  speaker: Speaker,
  reportPath: (report: string) => string,
): Page {
  const { call } = sheet;
  const missing = missingFrom(call).map((key) => speaker.say(key).toLocaleLowerCase(speaker.language));
  const sections = [
    resultOf(call, speaker, reportPath),
    { title: speaker.say('sheet.plan'), items: planOf(call, speaker) },
    { title: speaker.say('sheet.opening'), items: openingOf(call, speaker) },
    { title: speaker.say('field.agenda'), items: agendaOf(call) },
    { title: speaker.say('field.preparation'), items: preparationOf(call) },
    { title: speaker.say('sheet.promises'), items: promisesOf(sheet.promises, today, speaker) },
    { title: speaker.say('sheet.done'), items: sheet.done.map((text) => ({ text })) },
    lastCallOf(sheet, speaker),
    { title: speaker.say('sheet.requests'), items: openRequestsOf(sheet, speaker) },
  ];
  return {
    title: [call.account, call.contact].filter((name) => name !== undefined).join(' · '),
    facts: factsOf(sheet, speaker),
    sections: sections.filter(({ items }) => items.length > 0),
    missing: missing.length === 0 ? undefined : speaker.say('list.missing', { what: missing.join(', ') }),
  };
}

function factsOf({ call, contact }: Sheet, speaker: Speaker): string[] {
  const status = call.status === 'planned' ? [] : [speaker.say(`status.${call.status}`)];
  const because = call.because === undefined ? [] : [call.because];
  const { role, phone, email } = contact ?? {};
  return [
    formatWhen(call.startsAt, speaker.language, 'long'),
    [
      speaker.say('minutes', { n: call.durationMinutes }),
      speaker.say(`channel.${call.channel}`),
      speaker.say(`stage.${call.stage}`),
      ...(call.repeat === undefined ? [] : [rhythmText(call.repeat, speaker)]),
    ].join(' · '),
    [role, phone, email].filter((text) => text !== undefined && text !== '').join(' · '),
    [...status, ...because].join(': '),
  ].filter((line) => line !== '');
}

function planOf(call: Call, speaker: Speaker): Item[] {
  const rows: [MessageKey, string | undefined][] = [
    ['field.purpose', call.purpose],
    ['field.benefit', call.customerBenefit],
    ['field.outcome', call.expectedOutcome],
    ['field.minimum', call.minimumOutcome],
  ];
  return rows.flatMap(([key, text]) => (text ? [{ text: `${speaker.say(key)}: ${text}` }] : []));
}

/** How to tell the customer the reason. What was written stands behind a colon, so that any phrase fits. */
function openingOf(call: Call, speaker: Speaker): Item[] {
  if (call.status !== 'planned') return [];
  const said = [
    speaker.say('sheet.why', { purpose: sentence(call.purpose) }),
    ...(call.customerBenefit
      ? [speaker.say('sheet.gives', { benefit: sentence(call.customerBenefit) })]
      : []),
    ...(call.expectedOutcome
      ? [speaker.say('sheet.agree', { outcome: sentence(call.expectedOutcome) })]
      : []),
  ];
  return said.map((text) => ({ text }));
}

/** A text with a full stop at its end, unless it ends in something of the kind. */
function sentence(text: string): string {
  const end = text.trim();
  return /[.!?…]$/.test(end) ? end : `${end}.`;
}

function agendaOf({ agenda, result }: Call): Item[] {
  const done = result?.agendaDone;
  if (done === undefined) return agenda.map((text) => ({ text }));
  return agenda.map((text) => ({ mark: done.includes(text) ? 'done' : 'open', text }));
}

function preparationOf({ preparation, status }: Call): Item[] {
  return preparation.map((text) => (status === 'planned' ? { mark: 'open', text } : { text }));
}

function promisesOf(promises: readonly Promised[], today: WallDate, speaker: Speaker): Item[] {
  return promises.map((promise) => {
    const text = sidedPromiseText(promise, today, speaker);
    return promise.due < today ? { mark: 'late', text } : { text };
  });
}

function openRequestsOf({ openRequests }: Sheet, speaker: Speaker): Item[] {
  return openRequests.map(({ request, call }) => ({
    text: speaker.say('sheet.request', {
      what: request.what,
      day: formatDay(dateOf(call.startsAt), speaker.language, 'short'),
    }),
  }));
}
