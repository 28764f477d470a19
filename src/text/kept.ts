import type { Form } from './forms.ts';

/** So many places there are; a power of two. */
const PLACES = 1 << 15;

/**
 * Keeps what is found out of words, each of which is worked out once as long as not too many others come between.
 * @param find is asked where nothing is kept; must not answer `undefined`
 */
export function openKept<Found>(find: (form: Form) => Found): (form: Form) => Found {
  // Forms are counted as they are made, so that those of one time have places of their own. What is found stands beside the
  // form, where the processor has it at hand.
  // To fill so many places one by one would take longer than to judge a text.
  // oxlint-disable-next-line unicorn/no-new-array
  const all = new Array<Form | Found | undefined>(2 * PLACES);
  return (form) => {
    const place = 2 * (form.count & (PLACES - 1));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (all[place] === form) return all[place + 1] as Found;
    const found = find(form);
    all[place] = form;
    all[place + 1] = found;
    return found;
  };
}
