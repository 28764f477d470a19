import type { Change, Contents } from './change.ts';
import { bytesOf } from './disk.ts';
import type { FileSystem } from './file-system.ts';
import { formatRecord } from './json.ts';
import type { Machine } from './machine.ts';
import { StoreError, namingFile } from './store-error.ts';
import { prepareFile, putFile } from './write.ts';
import type { Prepared } from './write.ts';

/** What a change does to one file: from which bytes to which, nothing standing for no file. */
export interface Step {
  /** Absolute. */
  readonly file: string;
  readonly from: Buffer | undefined;
  readonly to: Buffer | undefined;
  /** Part of the name under which its new contents wait. */
  readonly mark: string;
}

/**
 * @param index of the file among those of the change
 * @param from what the file holds
 */
export function stepOf(
  { id }: Change,
  index: number,
  file: string,
  from: Buffer | undefined,
  after: Contents,
): Step {
  return { file, from, to: bytesFor(after), mark: `${id}-${index}` };
}

function bytesFor(contents: Contents): Buffer | undefined {
  if (contents === null) return undefined;
  return Buffer.from(typeof contents === 'string' ? contents : formatRecord(contents));
}

/**
 * Steps in the order in which they are taken: what is added first, what goes last, so that a program that reads meanwhile
 * sees a call that is moved twice rather than not at all.
 */
export function inTurn(steps: readonly Step[]): Step[] {
  return steps.toSorted((one, other) => turnOf(one) - turnOf(other));
}

function turnOf({ from, to }: Step): number {
  if (from === undefined) return 0;
  return to === undefined ? 2 : 1;
}

/** The step that makes this one undone. */
export function backwards(step: Step): Step {
  return { ...step, from: step.to, to: step.from };
}

/** Writes the new contents beside the file. */
export function prepareStep(fs: FileSystem, { file, from, to, mark }: Step): Prepared | undefined {
  return to && prepareFile(fs, mark, file, to, from);
}

/**
 * Gives a file its new contents, or removes it where it is to have none.
 * @throws {StoreError} `changed`, `exists` when it does not hold what it did; or what kept it from being done
 */
export function takeStep(fs: FileSystem, machine: Machine, step: Step, prepared: Prepared | undefined): void {
  if (prepared !== undefined) {
    putFile(fs, machine, prepared);
    return;
  }
  const { file, from } = step;
  namingFile(file, () => {
    if (!isSame(bytesOf(fs, file), from)) {
      throw new StoreError(file, 'changed', 'another program has just changed it');
    }
    fs.unlinkSync(file);
  });
}

/** Whether a file holds what a step has put there. */
export function isTaken(fs: FileSystem, { file, to }: Step): boolean {
  return isSame(bytesOf(fs, file), to);
}

function isSame(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}
