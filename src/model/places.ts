import { eachFeature } from './features.ts';
import type { ModelText } from './features.ts';

/** How many places there are for features; a power of two. */
export const PLACES = 1 << 15;
/** Which bits of a hash tell the feature that has a place from the others that would have come there. */
const PRINT_SHIFT = 24;

/** For each place the print of the one feature that has it. */
export type Prints = Uint8Array;

/** The place of a feature; nothing where another one has it, or it was too rare to be learned. */
export function placeIn(prints: Prints, hash: number): number | undefined {
  const place = hash & (PLACES - 1);
  return prints[place] === hash >>> PRINT_SHIFT ? place : undefined;
}

/** The places of all features of a text that have one, as often as they occur. */
export function placesOf(text: ModelText, prints: Prints): number[] {
  const places: number[] = [];
  eachFeature(text, (hash) => {
    const place = hash & (PLACES - 1);
    if (prints[place] === hash >>> PRINT_SHIFT) places.push(place);
  });
  return places;
}

/** Gives each place to the feature that most texts have, of those that would come there. */
export function givePlaces(texts: readonly ModelText[]): Prints {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const hashes = new Set<number>();
    eachFeature(text, (hash) => hashes.add(hash));
    for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const prints = new Uint8Array(PLACES);
  const most = new Uint32Array(PLACES);
  for (const [hash, count] of counts) {
    const place = hash & (PLACES - 1);
    if (count <= (most[place] ?? 0)) continue;
    most[place] = count;
    prints[place] = hash >>> PRINT_SHIFT;
  }
  return prints;
}
