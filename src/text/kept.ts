import type { Form } from './forms.ts';

/** So many words something is kept of at a time; a power of two. */
export const MOST_KEPT = 1 << 15;

/**
 * Keeps what is found out of words, each of which is worked out once as long as not too many others come between.
 * @param find is asked where nothing is kept; must not answer `undefined`. The place, less than `MOST_KEPT`, is the word's own
 * until what is kept of it gives way to another word
 */
export function openKept<Found>(find: (form: Form, place: number) => Found): (form: Form) => Found {
  // Forms are counted as they are made, so that those of one time have places of their own. What is found stands beside the
  // form, where the processor has it at hand.
  // To fill so many places one by one would take longer than to judge a text.
  // oxlint-disable-next-line unicorn/no-new-array
  const all = new Array<Form | Found | undefined>(2 * MOST_KEPT);
  return (form) => {
    const place = form.count & (MOST_KEPT - 1);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (all[2 * place] === form) return all[2 * place + 1] as Found;
    const found = find(form, place);
    all[2 * place] = form;
    all[2 * place + 1] = found;
    return found;
  };
}
