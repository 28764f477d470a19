import { resolve, sep } from 'node:path';
import { relativePath } from '../config/relative-path.ts';

/** What a glob means, also of files and folders that are not there yet. Paths are absolute. */
export interface WatchGlob {
  /** The folder that it begins in. */
  readonly base: string;
  readonly meansFile: (path: string) => boolean;
  /** Whether files in this folder, or in one below it, can be meant. */
  readonly meansFolder: (path: string) => boolean;
}

const HIDDEN_OR_MODULES = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;
const MODULES = /(?:^|\/)node_modules(?:\/|$)/;
/** The glob itself names what begins with a dot. */
const NAMES_HIDDEN = /(?:^|[/{,(|])\\?\./;
/** The glob reaches down as far as there are folders. */
const REACHES_DOWN = /\*\*|[+*@?!]\(/;

/** Whether a path below a named folder is passed over there, by its own name or by that of a folder on the way. */
export function isHidden(name: string): boolean {
  return HIDDEN_OR_MODULES.test(name);
}

/**
 * Reads a glob as the search for reports does.
 * @param cwd the absolute folder that it starts from
 * @returns nothing for what only looks like one, such as a single bracket
 */
export async function watchGlob(cwd: string, pattern: string): Promise<WatchGlob | undefined> {
  const { default: picomatch } = await import('picomatch');
  const scanned = picomatch.scan(sep === '/' ? pattern : pattern.replaceAll(sep, '/'));
  const { glob, negated } = scanned;
  if (glob === '') return undefined;
  const base = resolve(cwd, scanned.base.replace(/\\(.)/g, '$1'));
  const isMatch = picomatch(glob.normalize('NFC'));
  const passedOver = NAMES_HIDDEN.test(glob) ? MODULES : HIDDEN_OR_MODULES;
  const levels = REACHES_DOWN.test(glob) ? Infinity : glob.split('/').length - 1;
  return {
    base,
    meansFile(path) {
      const name = relativePath(base, path);
      return name !== undefined && !negated && !MODULES.test(name) && isMatch(name);
    },
    meansFolder(path) {
      if (path === base) return true;
      const name = relativePath(base, path);
      return name !== undefined && !passedOver.test(name) && name.split('/').length <= levels;
    },
  };
}
