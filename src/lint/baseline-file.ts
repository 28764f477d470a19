import { Buffer } from 'node:buffer';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileSystem } from '../calls/file-system.ts';
import { readIfThere } from '../read-if-there.ts';
import { errorCode } from '../system-error.ts';
import { UserError } from '../user-error.ts';
import { baselineAsText, parseBaseline } from './baseline-text.ts';
import type { Baseline } from './baseline.ts';
import { writeInPlace } from './write-in-place.ts';

/** A baseline, and the bytes that it was read from, so that nobody else's are overwritten. */
export interface BaselineFile {
  /** Absolute. */
  readonly path: string;
  /** Nothing where there is no such file. */
  readonly baseline: Baseline | undefined;
  readonly bytes: Buffer | undefined;
}

/**
 * Reads a baseline.
 * @param path absolute
 * @throws UserError naming the file, and the key that is wrong
 */
export function readBaselineFile(fs: FileSystem, path: string): BaselineFile {
  const bytes = readIfThere(fs, path);
  const baseline = bytes === undefined ? undefined : parseBaseline(bytes.toString('utf8'), path);
  return { path, baseline, bytes };
}

/**
 * The baseline of a file that has to be there: a run that is to fail only on what is new must not fail, or pass, because
 * a name was misspelt.
 * @throws UserError that says how to write one
 */
export function baselineIn({ path, baseline }: BaselineFile): Baseline {
  if (baseline === undefined) throw new UserError('baseline.missing', { file: path });
  return baseline;
}

/**
 * Writes a baseline in the place of the one that was read, whole or not at all; a file that says the same is left alone.
 * @returns whether anything was written
 * @throws UserError naming the file when it cannot be written, or has been changed since it was read
 */
export function writeBaselineFile(fs: FileSystem, file: BaselineFile, baseline: Baseline): boolean {
  const after = Buffer.from(baselineAsText(baseline));
  if (file.bytes?.equals(after) === true) return false;
  const folder = dirname(file.path);
  if (!isThere(fs, folder)) throw new UserError('file.missing', { path: folder });
  const problem = writeInPlace(fs, file.path, file.bytes, after);
  if (problem !== undefined) {
    const { kind, path, detail } = problem;
    throw new UserError(`writing.${kind}`, { path, detail });
  }
  return true;
}

/**
 * What a linted file is called in a baseline: its path from the baseline's folder, with `/`, the same on every system
 * (macOS takes names apart into letters and marks).
 * @param path absolute; any other name, such as that of standard input, is taken as it is
 */
export function nameInBaseline(baselinePath: string, path: string): string {
  const name = isAbsolute(path) ? relative(dirname(baselinePath), path) : path;
  return (sep === '/' ? name : name.replaceAll(sep, '/')).normalize('NFC');
}

/** Tells whether a file that a baseline names is on the disk; one that may not be looked at is taken to be there. */
export function isThereFor(fs: FileSystem, baselinePath: string): (name: string) => boolean {
  return (name) => {
    const path = resolve(dirname(baselinePath), name);
    return [path, path.normalize('NFD')].some((one) => isThere(fs, one));
  };
}

function isThere(fs: FileSystem, path: string): boolean {
  try {
    fs.statSync(path);
    return true;
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
  }
}
