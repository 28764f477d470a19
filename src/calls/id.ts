import { isSafeName } from './file-names.ts';

const SHOWN_LENGTH = 6;

/** Whether a record may have this id, which is also the name of its file. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && isSafeName(value);
}

/** The form of an id that people see and type: its last six characters. */
export function shownId(id: string): string {
  return id.slice(-SHOWN_LENGTH);
}
