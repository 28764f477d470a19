import type { Ignore, Options } from 'ignore';
import type { FilePattern } from './lint-config.ts';
import { relativePath } from './relative-path.ts';

/** Patterns in the form of .gitignore that are relative to one folder. */
export interface IgnoreSource {
  readonly base: string;
  readonly ignore: Ignore;
  /** By their numbers, where it is to be known which of them are of use. */
  readonly patterns: readonly FilePattern[];
  /** Those of them that begin with `!`, each by itself: the library does not say which one has decided. */
  readonly keeping: readonly { readonly pattern: FilePattern; readonly ignore: Ignore }[];
}

type MakeIgnore = (options?: Options) => Ignore;

/** The library, loaded where there is a pattern. */
async function loadIgnore(): Promise<MakeIgnore> {
  const { default: ignore } = await import('ignore');
  return ignore;
}

/** The patterns of a configuration; those that follow one another and are relative to the same folder are one source. */
export async function sourcesOf(patterns: readonly FilePattern[]): Promise<IgnoreSource[]> {
  if (patterns.length === 0) return [];
  const ignore = await loadIgnore();
  const groups: FilePattern[][] = [];
  for (const one of patterns) {
    const last = groups.at(-1);
    if (last?.[0]?.base === one.base) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => ({
    base: group[0]?.base ?? '',
    ignore: ignore().add(
      group.map(({ pattern }, i) => ({ pattern: pattern.normalize('NFC'), mark: String(i) })),
    ),
    patterns: group,
    keeping: group
      .filter(({ pattern }) => pattern.startsWith('!'))
      .map((pattern) => ({ pattern, ignore: ignore().add(pattern.pattern.slice(1).normalize('NFC')) })),
  }));
}

/** A file of patterns. */
export async function sourceIn(base: string, text: string): Promise<IgnoreSource> {
  const ignore = await loadIgnore();
  return { base, ignore: ignore().add(text.normalize('NFC')), patterns: [], keeping: [] };
}

/**
 * What patterns decide of a path itself, not of a folder that it lies in; nothing where they say nothing of it.
 * @param path absolute
 * @param used the pattern that decides is added to it
 */
export function decisionOf(
  { base, ignore, patterns, keeping }: IgnoreSource,
  path: string,
  kind: 'file' | 'folder',
  used: Set<FilePattern>,
): 'ignored' | 'kept' | undefined {
  const from = relativePath(base, path);
  if (from === undefined) return undefined;
  const name = kind === 'folder' ? `${from}/` : from;
  const { ignored, unignored, rule } = ignore.test(name);
  if (unignored) {
    for (const one of keeping) if (one.ignore.ignores(name)) used.add(one.pattern);
    return 'kept';
  }
  if (!ignored) return undefined;
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  if (folder !== '' && ignore.ignores(folder)) return undefined;
  const pattern = patterns[Number(rule?.mark)];
  if (pattern !== undefined) used.add(pattern);
  return 'ignored';
}
