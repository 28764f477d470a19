import { dirname } from 'node:path';
import type { Change } from './change.ts';
import { changeFile } from './change-file.ts';
import { makeFolder, remove, renamePatiently, syncFolder } from './disk.ts';
import type { FileSystem } from './file-system.ts';
import { formatRecord } from './json.ts';
import { pendingFile } from './layout.ts';
import type { Machine } from './machine.ts';
import { backwards, inTurn, isTaken, prepareStep, takeStep } from './step.ts';
import type { Step } from './step.ts';
import { StoreError, namingFile } from './store-error.ts';
import { confirmFile, prepareFile, putFile, removeTemporary, targetOf } from './write.ts';

/*
 * A change of several files is made whole or not at all. First the change itself is written down as pending, with all
 * that the files held and are to hold; then the new contents are written beside the files; then each file gets its own;
 * then, when the disk has all of them, the change goes to its place among the others. Whoever finds a pending change,
 * which a program that was killed has left, finishes it, or drops it where nothing of it was done (pending.ts).
 */

/**
 * Makes a change, under the lock.
 * @param steps what it does to each file
 * @throws {StoreError} what kept it from being made: then everything is as it was; but `unconfirmed`: then it is made; and
 *   `unfinished`: then it is half made, and pending
 */
export function makeChange(
  fs: FileSystem,
  machine: Machine,
  dir: string,
  change: Change,
  steps: readonly Step[],
): void {
  writePending(fs, machine, dir, change);
  takeSteps(fs, machine, dir, inTurn(steps));
  settle(fs, machine, dir, change, steps);
}

/** Writes the change down before any file of it is touched, and makes the folder that it goes to afterwards. */
function writePending(fs: FileSystem, machine: Machine, dir: string, change: Change): void {
  const pending = pendingFile(dir);
  const place = changeFile(dir, change.id);
  namingFile(place, () => makeFolder(fs, dirname(place)));
  putFile(fs, machine, prepareFile(fs, change.id, pending, formatRecord(change)));
  try {
    namingFile(pending, () => syncFolder(fs, dir));
  } catch (error) {
    remove(fs, pending);
    throw error;
  }
}

function takeSteps(fs: FileSystem, machine: Machine, dir: string, steps: readonly Step[]): void {
  const begun: Step[] = [];
  try {
    const prepared = steps.map((step) => prepareStep(fs, step));
    for (const [index, step] of steps.entries()) {
      begun.push(step);
      takeStep(fs, machine, step, prepared[index]);
    }
  } catch (error) {
    for (const { file, mark } of steps) removeTemporary(fs, file, mark);
    takeStepsBack(fs, machine, begun);
    if (isSure(fs, begun)) remove(fs, pendingFile(dir));
    throw error;
  }
}

/**
 * Gives the files back what they held before, because one of them could not be written.
 * @throws {StoreError} `unfinished` when that cannot be done either; the change stays pending
 */
function takeStepsBack(fs: FileSystem, machine: Machine, begun: readonly Step[]): void {
  for (const step of begun.toReversed()) {
    const back = backwards(step);
    try {
      // What somebody else has written meanwhile is not touched; that may be why it failed.
      if (isTaken(fs, step)) takeStep(fs, machine, back, prepareStep(fs, back));
    } catch (error) {
      throw new StoreError(step.file, 'unfinished', 'not all of it could be written', { cause: error });
    }
  }
}

/** Whether what was taken back stays so after a power cut; otherwise the next change of the store has to see to it. */
function isSure(fs: FileSystem, steps: readonly Step[]): boolean {
  try {
    confirmSteps(fs, steps);
    return true;
  } catch {
    return false;
  }
}

/**
 * Brings a change that is made to its place among the others.
 * @throws {StoreError} `unconfirmed`; then the next change of the store will find this one pending, and do it again
 */
export function settle(
  fs: FileSystem,
  machine: Machine,
  dir: string,
  change: Change,
  steps: readonly Step[],
): void {
  confirmSteps(fs, steps);
  const place = changeFile(dir, change.id);
  try {
    renamePatiently(fs, machine, pendingFile(dir), place);
  } catch (error) {
    throw new StoreError(place, 'unconfirmed', 'the change is not among the others yet', { cause: error });
  }
  confirmFile(fs, place);
}

function confirmSteps(fs: FileSystem, steps: readonly Step[]): void {
  const perFolder = new Map(steps.map(({ file }) => targetOf(fs, file)).map((file) => [dirname(file), file]));
  for (const file of perFolder.values()) confirmFile(fs, file);
}
