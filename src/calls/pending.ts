import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from './change.ts';
import { changeFile } from './change-file.ts';
import { settle } from './commit.ts';
import { exists, makeFolder, remove } from './disk.ts';
import { contentsOf } from './edit.ts';
import type { FileSystem } from './file-system.ts';
import { readChange } from './journal.ts';
import { fileNamed, pendingFile } from './layout.ts';
import type { Machine } from './machine.ts';
import { newId } from './new-id.ts';
import { errorFor } from './read.ts';
import type { Problem } from './read.ts';
import { inTurn, prepareStep, stepOf, takeStep } from './step.ts';
import type { Step } from './step.ts';
import { StoreError, namingFile } from './store-error.ts';
import { isTemporaryOf, removeTemporary } from './write.ts';

/** What a change does to a file, and how far that is. */
interface Progress {
  readonly step: Step;
  readonly isDone: boolean;
  /** Where it is neither done nor to do, somebody has put something else there. */
  readonly isToDo: boolean;
}

/**
 * Finishes a change that a program has left when it was killed, or drops it where nothing of it was done: then nobody was
 * told that it is made. For whoever holds the lock.
 * @throws {StoreError} `set-aside`, `newer-schema` when it cannot be read, or what kept it from being finished
 */
export function settlePending(fs: FileSystem, machine: Machine, dir: string): void {
  const pending = pendingFile(dir);
  removeTemporariesOf(fs, pending);
  if (!exists(fs, pending)) return;
  const reading = readChange(fs, dir, pending);
  if ('problem' in reading) throw unreadable(fs, machine, dir, reading.problem);
  const { change } = reading;
  const all = progressOf(fs, dir, change);
  for (const { step } of all) removeTemporary(fs, step.file, step.mark);
  const place = changeFile(dir, change.id);
  // Among the others already: a copy of it that whatever synchronises the folder has brought back.
  if (exists(fs, place) || !all.some(({ isDone }) => isDone)) {
    namingFile(pending, () => fs.unlinkSync(pending));
    return;
  }
  const toDo = all.filter(({ isToDo }) => isToDo).map(({ step }) => step);
  for (const step of inTurn(toDo)) takeStep(fs, machine, step, prepareStep(fs, step));
  namingFile(place, () => makeFolder(fs, dirname(place)));
  const steps = all.map(({ step }) => step);
  settle(fs, machine, dir, change, steps);
}

/** How far a change is with each of its files, those left out that cannot be read: what they hold is none of its doing. */
function progressOf(fs: FileSystem, dir: string, change: Change): Progress[] {
  return change.files.flatMap(({ path, before, after }, index) => {
    const file = fileNamed(dir, path);
    if (file === undefined) return [];
    try {
      const { bytes, contents } = contentsOf(fs, file);
      const isDone = isDeepStrictEqual(contents, after);
      const isToDo = isDeepStrictEqual(contents, before);
      return [{ step: stepOf(change, index, file, bytes, after), isDone, isToDo }];
    } catch (error) {
      if (error instanceof StoreError && error.reason === 'damaged') return [];
      throw error;
    }
  });
}

/** New contents of the pending change itself, left by whoever was killed before they had their name. */
function removeTemporariesOf(fs: FileSystem, pending: string): void {
  const names = namingFile(dirname(pending), () => fs.readdirSync(dirname(pending)));
  for (const name of names) {
    if (isTemporaryOf(name, pending)) remove(fs, join(dirname(pending), name));
  }
}

/** Puts what nobody can make sense of out of the way, so that it is told of once, and the next change can be made. */
function unreadable(fs: FileSystem, machine: Machine, dir: string, problem: Problem): StoreError {
  if (problem.problem === 'newer-schema' || problem.problem === 'unreadable') return errorFor(problem);
  const { path, detail } = problem;
  const aside = join(dir, `.pending-${newId(new Date(machine.now()))}.json`);
  namingFile(path, () => fs.renameSync(path, aside));
  return new StoreError(aside, 'set-aside', detail);
}
