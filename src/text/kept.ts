import type { Form } from './forms.ts';

/** So many places there are; a power of two. */
const PLACES = 1 << 15;

/**
 * Keeps what is found out of words, each of which is worked out once as long as not too many others come between.
 * @param find is asked where nothing is kept; must not answer `undefined`
 */
export function openKept<Found>(find: (form: Form) => Found): (form: Form) => Found {
  // Forms are counted as they are made, so that those of one time have places of their own.
  const forms = emptyPlaces<Form>();
  const all = emptyPlaces<Found>();
  return (form) => {
    const place = form.count & (PLACES - 1);
    const kept = all[place];
    if (kept !== undefined && forms[place] === form) return kept;
    const found = find(form);
    forms[place] = form;
    all[place] = found;
    return found;
  };
}

function emptyPlaces<Held>(): (Held | undefined)[] {
  // To fill so many places one by one would take longer than to judge a text.
  // oxlint-disable-next-line unicorn/no-new-array
  return new Array<Held | undefined>(PLACES);
}
