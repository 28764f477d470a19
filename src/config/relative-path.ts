import { isAbsolute, relative, sep } from 'node:path';

/**
 * A path as patterns see it: relative, with slashes, letters and their marks composed as people type them.
 * @returns nothing for what does not lie below the folder
 */
export function relativePath(folder: string, path: string): string | undefined {
  const between = relative(folder, path);
  if (between === '' || between === '..' || between.startsWith(`..${sep}`) || isAbsolute(between))
    return undefined;
  return (sep === '/' ? between : between.replaceAll(sep, '/')).normalize('NFC');
}

/** Is a path the folder itself, or does it lie below it? */
export function isWithin(folder: string, path: string): boolean {
  return folder === path || relativePath(folder, path) !== undefined;
}
