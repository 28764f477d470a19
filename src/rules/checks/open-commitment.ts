import { wordsOf } from '../../text/words.ts';
import type { Word } from '../../text/words.ts';

/** Something that was promised to the customer, or that the customer asked for. */
export interface PromiseDue {
  readonly what: string;
  /** The day by which, as `2026-11-20`. */
  readonly due: string;
  readonly status: 'open' | 'done' | 'dropped';
}

/** Words shorter than this join others and carry no content. */
const CONTENT_LENGTH = 3;

/**
 * The promises that stand against a new call: past due, not kept, and not what this call is for.
 * @param today `2026-11-25`; a promise that is due today is not past due
 */
export function overduePromises<P extends PromiseDue>(
  promises: readonly P[],
  today: string,
  purpose: string,
): P[] {
  return promises.filter(
    (promise) => promise.status === 'open' && promise.due < today && !delivers(purpose, promise.what),
  );
}

/** Is the purpose to deliver what was promised: does it say the same, or name half of its content words? */
function delivers(purpose: string, what: string): boolean {
  // Not every promise has a word that is long enough to count.
  if (purpose.includes(what)) return true;
  const promised = contentOf(what);
  if (promised.size === 0) return false;
  const named = contentOf(purpose);
  const shared = [...promised].filter((key) => named.has(key)).length;
  return shared * 2 >= promised.size;
}

function contentOf(text: string): Set<string> {
  const isContent = (word: Word): boolean => word.key.length >= CONTENT_LENGTH || /\d/.test(word.key);
  return new Set(
    wordsOf(text)
      .filter(isContent)
      .map((word) => word.key),
  );
}
