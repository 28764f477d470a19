import { BACK } from './asker.ts';
import type { Back } from './asker.ts';

/** A question, and when it arises. */
export interface Question<Draft> {
  /** Whether it has still to be asked; answering it closes it. */
  readonly isOpen: (draft: Draft) => boolean;
  /** @param undone answers that were gone back from, to be offered again */
  readonly ask: (draft: Draft, undone: Draft) => Promise<Partial<Draft> | Back>;
}

/** An interview that may be broken off. */
export interface Course<Draft> {
  /** The drafts of one that was broken off, from the first answer on; it goes on behind the last. */
  readonly begun?: readonly Draft[];
  /** Is told of all drafts so far after every answer. */
  readonly keep?: (drafts: readonly Draft[]) => void;
}

/**
 * Asks the first open question until none is open. A step back returns to the question before, whichever that was.
 * @param given answers that are not asked for
 * @throws Interrupted on Ctrl-C
 */
export async function interview<Draft extends object>(
  given: Draft,
  questions: readonly Question<Draft>[],
  { begun = [], keep }: Course<Draft> = {},
): Promise<Draft> {
  const drafts = [given, ...begun];
  const undone = { ...given };
  for (;;) {
    const draft = drafts.at(-1) ?? given;
    const question = questions.find(({ isOpen }) => isOpen(draft));
    if (question === undefined) return draft;
    const reply = await question.ask(draft, undone);
    if (reply === BACK) {
      Object.assign(undone, answered(draft));
      if (drafts.length > 1) drafts.pop();
    } else {
      drafts.push({ ...draft, ...reply });
      keep?.(drafts.slice(1));
    }
  }
}

/** The answers that were given. */
function answered(draft: object): object {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
