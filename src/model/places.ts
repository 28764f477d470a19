import { featuresOf } from './features.ts';
import type { ModelText } from './features.ts';

/** How many places there are for features; a power of two. */
export const PLACES = 1 << 15;
/** Which bits of a hash tell the feature that has a place from the others that would have come there. */
const PRINT_SHIFT = 24;

/** For each place the print of the one feature that has it. */
export type Prints = Uint8Array;

/** The place of a feature; -1 where another one has it, or it was too rare to be learned. */
export function placeIn(prints: Prints, hash: number): number {
  const place = hash & (PLACES - 1);
  return prints[place] === hash >>> PRINT_SHIFT ? place : -1;
}

/** The places of those features that have one, as often as they occur. */
export function placesOf(hashes: readonly number[], prints: Prints): number[] {
  const places: number[] = [];
  for (const hash of hashes) {
    const place = placeIn(prints, hash);
    if (place >= 0) places.push(place);
  }
  return places;
}

/** Gives each place to the feature that most texts have, of those that would come there. */
export function givePlaces(texts: readonly ModelText[]): Prints {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (const hash of new Set(featuresOf(text))) counts.set(hash, (counts.get(hash) ?? 0) + 1);
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
