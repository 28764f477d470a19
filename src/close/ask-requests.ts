import { ANSWERS } from '../calls/call.ts';
import { dayComplaint, dayTaken, dayText } from '../plan/ask-day.ts';
import { BACK } from '../plan/asker.ts';
import { cleanLine } from '../text/clean.ts';
import type { ClosingDraft, RequestDraft } from './draft.ts';
import { askLine } from './talk.ts';
import type { ClosingTalk, Reply } from './talk.ts';

/** The request that is being asked about: the last one. */
export function lastRequest({ requests }: ClosingDraft): RequestDraft | undefined {
  return requests.at(-1);
}

/** What the customer asked for; an empty line says that there is nothing more. */
export async function askRequest(draft: ClosingDraft, undone: ClosingDraft, talk: ClosingTalk): Reply {
  const what = await askLine(talk, 'close.request', undone.requests[draft.requests.length]?.what);
  if (what === BACK) return BACK;
  return what === '' ? { hasAllRequests: true } : { requests: [...draft.requests, { what }] };
}

/** What we said to the last request. */
export async function askAnswer(draft: ClosingDraft, undone: ClosingDraft, talk: ClosingTalk): Reply {
  const { asker, speaker } = talk;
  const answer = await asker.choose({
    message: speaker.say('close.answer', { what: cleanLine(lastRequest(draft)?.what ?? '') }),
    choices: ANSWERS.map((value) => ({ name: speaker.say(`close.answer-${value}`), value })),
    fallback: sameRequest(draft, undone)?.answer,
  });
  return answer === BACK ? BACK : changeLast(draft, { answer });
}

export async function askReason(draft: ClosingDraft, undone: ClosingDraft, talk: ClosingTalk): Reply {
  const reason = await askLine(talk, 'close.reason', sameRequest(draft, undone)?.reason);
  return reason === BACK ? BACK : changeLast(draft, { reason });
}

/** What comes instead. A refusal with neither is pointed out once, and asked about again. */
export async function askAlternative(draft: ClosingDraft, undone: ClosingDraft, talk: ClosingTalk): Reply {
  const last = lastRequest(draft);
  const alternative = await askLine(talk, 'close.alternative', sameRequest(draft, undone)?.alternative);
  if (alternative === BACK) return BACK;
  const isExplained = alternative !== '' || !!last?.reason;
  if (isExplained || last?.isReminded === true) return changeLast(draft, { alternative });
  talk.show(talk.refusalAdvice);
  return changeLast(draft, { reason: undefined, isReminded: true });
}

/** By when we do what was asked for, or answer; an empty line names no day. */
export async function askRequestDay(draft: ClosingDraft, undone: ClosingDraft, talk: ClosingTalk): Reply {
  const before = sameRequest(draft, undone)?.due;
  const due = await talk.asker.text({
    message: talk.speaker.say('close.day'),
    prefilled: before ? dayText(before, talk) : undefined,
    complain: (typed) => (typed.trim() === '' ? undefined : dayComplaint(typed, talk)),
  });
  return due === BACK ? BACK : changeLast(draft, { due: due === '' ? '' : dayTaken(due, talk) });
}

/** The request as it was answered before she went back. */
function sameRequest({ requests }: ClosingDraft, undone: ClosingDraft): RequestDraft | undefined {
  return undone.requests[requests.length - 1];
}

function changeLast({ requests }: ClosingDraft, change: Partial<RequestDraft>): Partial<ClosingDraft> {
  return {
    requests: requests.map((request, at) =>
      at === requests.length - 1 ? { ...request, ...change } : request,
    ),
  };
}
