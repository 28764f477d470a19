import { askDueDay } from '../plan/ask-day.ts';
import { BACK } from '../plan/asker.ts';
import type { ClosingDraft, PromiseDraft } from './draft.ts';
import { askLine } from './talk.ts';
import type { ClosingTalk, Reply } from './talk.ts';

/** What we, or the customer, promised; an empty line says that there is nothing more. */
export async function askPromise(
  by: PromiseDraft['by'],
  draft: ClosingDraft,
  undone: ClosingDraft,
  talk: ClosingTalk,
): Reply {
  const key = by === 'us' ? 'close.ours' : 'close.theirs';
  const before = undone.promises[draft.promises.length];
  const what = await askLine(talk, key, before?.by === by ? before.what : undefined);
  if (what === BACK) return BACK;
  if (what === '') return by === 'us' ? { hasAllOurs: true } : { hasAllTheirs: true };
  return { promises: [...draft.promises, { by, what }] };
}

/** By when the last promise is to be kept. */
export async function askDue(draft: ClosingDraft, undone: ClosingDraft, talk: ClosingTalk): Reply {
  const { promises } = draft;
  const before = undone.promises[promises.length - 1]?.due;
  const due = await askDueDay(talk, before);
  if (due === BACK) return BACK;
  return {
    promises: promises.map((promise, at) => (at === promises.length - 1 ? { ...promise, due } : promise)),
  };
}
