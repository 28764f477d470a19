import { UserError } from '../../user-error.ts';

/** Two names, as far as they were given. */
export interface TwoNames {
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/**
 * Tells two names apart that were typed one behind the other, with quotation marks around them or without.
 * @param isLikely whether the words can be meant so; asked only where there is more than one way to part them
 * @throws UserError when it cannot be told where the first name ends
 */
export function twoNames(
  words: readonly string[],
  command: string,
  isLikely: (first: string, second: string) => boolean,
): TwoNames {
  const [first, second, ...more] = words;
  if (more.length === 0) return { first, second };
  const ways = words
    .slice(1)
    .map((_, at) => ({ first: words.slice(0, at + 1).join(' '), second: words.slice(at + 1).join(' ') }))
    .filter((way) => isLikely(way.first, way.second));
  const [way, another] = ways;
  if (way === undefined || another !== undefined) throw new UserError('account.split', { command });
  return way;
}
