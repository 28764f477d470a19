import { dirname } from 'node:path';
import type { Test } from '../calls/fields.ts';
import { isJsonObject } from '../calls/json.ts';
import type { World } from '../world.ts';

type FileSystem = Pick<World['fs'], 'readFileSync' | 'writeFileSync' | 'mkdirSync' | 'rmSync'>;

/** Something half done, kept until it is taken up again. */
export interface KeptFile<Kept> {
  /** Nothing when there is nothing, or nothing that can be read. */
  read(): Kept | undefined;
  keep(kept: Kept): void;
  forget(): void;
}

/**
 * Keeps something half done in a file, for the user alone. It is a convenience: where it cannot be kept, work goes on all
 * the same.
 */
export function keptFile<Kept>(
  fs: FileSystem,
  path: string,
  isKept: (value: unknown) => value is Kept,
): KeptFile<Kept> {
  return {
    read() {
      try {
        const value: unknown = JSON.parse(fs.readFileSync(path, 'utf8'));
        return isKept(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    keep(kept) {
      try {
        fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        fs.writeFileSync(path, `${JSON.stringify(kept, undefined, 2)}\n`, { mode: 0o600 });
      } catch {
        // Said by the store when the result itself cannot be written.
      }
    },
    forget() {
      try {
        fs.rmSync(path, { force: true });
      } catch {
        // It will be offered again, which does no harm.
      }
    },
  };
}

/**
 * Has a value these fields alone, each holding what it may, and those among them that are needed? It was written by this
 * program, but perhaps by another version of it, or changed by hand.
 */
export function isMadeOf(
  value: unknown,
  fields: Readonly<Record<string, Test>>,
  needed: readonly string[] = [],
): boolean {
  return (
    isJsonObject(value) &&
    needed.every((field) => Object.hasOwn(value, field)) &&
    Object.entries(value).every(
      ([field, held]) => Object.hasOwn(fields, field) && fields[field]?.(held) === true,
    )
  );
}
