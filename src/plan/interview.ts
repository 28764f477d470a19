import { BACK } from './asker.ts';
import type { Back } from './asker.ts';

/** A question, and when it arises. */
export interface Question<Draft> {
  /** Whether it has still to be asked; answering it closes it. */
  readonly isOpen: (draft: Draft) => boolean;
  /** @param undone answers that were gone back from, to be offered again */
  readonly ask: (draft: Draft, undone: Draft) => Promise<Partial<Draft> | Back>;
}

/**
 * Asks the first open question until none is open. A step back returns to the question before, whichever that was.
 * @param given answers that are not asked for
 * @throws Interrupted on Ctrl-C
 */
export async function interview<Draft extends object>(
  given: Draft,
  questions: readonly Question<Draft>[],
): Promise<Draft> {
  const passed: Draft[] = [];
  const undone = { ...given };
  let draft = given;
  for (;;) {
    const question = questions.find(({ isOpen }) => isOpen(draft));
    if (question === undefined) return draft;
    const reply = await question.ask(draft, undone);
    if (reply === BACK) {
      Object.assign(undone, answered(draft));
      draft = passed.pop() ?? draft;
    } else {
      passed.push(draft);
      draft = { ...draft, ...reply };
    }
  }
}

/** The answers that were given. */
function answered(draft: object): object {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
