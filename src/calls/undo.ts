import type { Change, Occasion } from './change.ts';
import { changesBackwards } from './journal.ts';
import { changesFolder } from './layout.ts';
import { refuseUnread } from './read.ts';
import type { Problem } from './read.ts';
import { changeStore } from './save.ts';
import type { Place } from './save.ts';
import { StoreError } from './store-error.ts';

/** `undo` takes back the last change that stands; `redo` takes back the last undo, while nothing was changed since. */
export type Direction = 'undo' | 'redo';

/** A change that was taken back. */
export interface TakenBack {
  readonly change: Change;
  /** Reports that it had added and that somebody has written in since, by their paths in the store; they are left. */
  readonly leftReports: readonly string[];
}

/**
 * The change that would be taken back; nothing when there is none.
 * @throws {StoreError} when a change on the way there cannot be read: it could be the last
 */
export function changeToTakeBack({ fs, dir }: Place, direction: Direction): Change | undefined {
  const problems: Problem[] = [];
  /** Ids of changes that were taken back, as far as the walk has come. */
  const takenBack = new Set<string>();
  for (const change of changesBackwards(fs, dir, problems)) {
    refuseUnread(problems);
    if (takenBack.has(change.id)) continue;
    if (change.undoes === undefined) return direction === 'undo' ? change : undefined;
    if (direction === 'redo' && change.command === 'undo') return change;
    takenBack.add(change.undoes);
  }
  refuseUnread(problems);
  return undefined;
}

/**
 * Takes the last change back, if everything is still as it left it. What it added is marked as withdrawn, never deleted.
 * @throws {StoreError} `nothing-to-undo`; `changed-since` when something was edited since; or what kept it from being written
 */
export function takeBackLast(place: Place, occasion: Occasion, direction: Direction): Promise<TakenBack> {
  return changeStore(place, occasion, (edit) => {
    const change = changeToTakeBack(place, direction);
    if (change === undefined) {
      throw new StoreError(changesFolder(place.dir), 'nothing-to-undo', `there is nothing to ${direction}`);
    }
    return { change, leftReports: edit.takeBack(change) };
  });
}
