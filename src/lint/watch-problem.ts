import { errorCode, errorText } from '../system-error.ts';

/**
 * What keeps changes from being seen:
 * - `too-many`: the system watches no more files
 * - `vanished`: a named folder is gone; it is watched again when it is back
 * - `unreadable`: the system refuses
 * - `failed`: anything else
 */
export interface WatchProblem {
  readonly kind: 'too-many' | 'vanished' | 'unreadable' | 'failed';
  /** Absolute; empty where the system names none. */
  readonly path: string;
  /** The system's name of it, such as `ENOSPC`; for `failed` all that it says. */
  readonly detail: string;
}

const KINDS: Readonly<Record<string, WatchProblem['kind']>> = {
  ENOSPC: 'too-many',
  EMFILE: 'too-many',
  ENFILE: 'too-many',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
};

/** What an error of the library that watches means. */
export function watchProblemFrom(error: unknown): WatchProblem {
  const code = errorCode(error) ?? '';
  const path = pathIn(error);
  const kind = KINDS[code];
  if (kind === 'too-many' || (kind !== undefined && path !== '')) return { kind, path, detail: code };
  return { kind: 'failed', path, detail: errorText(error) };
}

function pathIn(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '';
}
