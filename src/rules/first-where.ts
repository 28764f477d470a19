/**
 * The first of so many places for which something holds, where it holds for all places behind it, too; `count` where it
 * holds for none.
 */
export function firstWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
