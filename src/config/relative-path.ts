import { sep } from 'node:path';

/**
 * A path as patterns see it: relative, with slashes, letters and their marks composed as people type them. Both are
 * absolute and have no detours, so that no more than their beginnings need be compared: this is asked for every file.
 * @returns nothing for what does not lie below the folder
 */
export function relativePath(folder: string, path: string): string | undefined {
  const start = folder.endsWith(sep) ? folder : `${folder}${sep}`;
  if (path.length === start.length || !path.startsWith(start)) return undefined;
  const below = path.slice(start.length);
  return (sep === '/' ? below : below.replaceAll(sep, '/')).normalize('NFC');
}

/** Is a path the folder itself, or does it lie below it? */
export function isWithin(folder: string, path: string): boolean {
  return folder === path || relativePath(folder, path) !== undefined;
}
