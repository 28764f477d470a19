import { ulid } from 'ulid';

/** A random id that sorts by the time it was made; lower case, 26 characters. */
export function newId(now: Date): string {
  return ulid(now.getTime()).toLowerCase();
}
