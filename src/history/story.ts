import type { Change } from '../calls/change.ts';
import { differencesOf } from './differences.ts';
import type { Difference } from './differences.ts';
import { movedIn, recordsIn } from './touched.ts';
import type { Touched } from './touched.ts';

/** A change of one record, and whether it still stands. */
export interface Episode {
  readonly change: Change;
  /** When it was taken back, as a wall time; nothing while it stands. */
  readonly undoneAt: string | undefined;
  readonly differences: readonly Difference[];
}

/**
 * What happened to a record, oldest first.
 * @param changes of the store, newest first
 * @param paths of the files in the store in which it stands or stood
 */
export function storyOf(changes: readonly Change[], paths: ReadonlySet<string>): Episode[] {
  const undone = undoneIn(changes);
  return changes
    .filter(({ undoes, files }) => undoes === undefined && files.some(({ path }) => paths.has(path)))
    .map((change) => ({
      change,
      undoneAt: undone.get(change.id),
      differences: differencesIn(change, paths),
    }))
    .toReversed();
}

/** The files of a call in all the weeks to and from which it was moved, by the files that it is known to have. */
export function pathsOfMoved(changes: readonly Change[], path: string): Set<string> {
  const paths = new Set([path]);
  const ids = new Set([idOf(path)]);
  const calls = changes.flatMap(recordsIn).filter(({ kind }) => kind === 'call');
  // Each round follows every move one step further.
  for (let before = -1; before !== ids.size;) {
    before = ids.size;
    for (const call of calls) {
      const linked = [call.id, ...linksOf(call)];
      if (!linked.some((id) => ids.has(id))) continue;
      linked.forEach((id) => ids.add(id));
      paths.add(call.path);
    }
  }
  return paths;
}

function linksOf({ before, after }: Touched): string[] {
  return [before?.['movedFrom'], before?.['movedTo'], after?.['movedFrom'], after?.['movedTo']].filter(
    (id) => typeof id === 'string',
  );
}

function idOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.json$/, '');
}

/** When changes were taken back that do not stand any more, by their ids. An undo that was taken back itself does not count. */
function undoneIn(changes: readonly Change[]): Map<string, string> {
  const undone = new Map<string, string>();
  for (const { id, at, undoes } of changes) {
    if (undoes !== undefined && !undone.has(id)) undone.set(undoes, at);
  }
  return undone;
}

function differencesIn(change: Change, paths: ReadonlySet<string>): Difference[] {
  const records = recordsIn(change).filter(({ path }) => paths.has(path));
  return records.flatMap((record) => {
    const { before, after } = movedIn(record, records) ?? record;
    return differencesOf(before, after);
  });
}
