import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { UserError } from '../user-error.ts';
import { PACKAGE_FILE, PACKAGE_KEY, kindAt, readSource } from './config-source.ts';
import type { ConfigFileSystem } from './config-source.ts';

/** The names of files that a configuration can be in. */
const NAMES = ['plan-call.config.json', 'plan-call.config.yaml', 'plan-call.config.yml', PACKAGE_FILE];

/**
 * The configuration file in a folder, if there is one.
 * @param folder absolute
 * @throws UserError naming both where there are two
 */
export function configIn(fs: ConfigFileSystem, folder: string): string | undefined {
  const start = folder.endsWith(sep) ? folder : `${folder}${sep}`;
  const files = NAMES.map((name) => `${start}${name}`).filter((file) => isConfig(fs, file));
  const [first, second] = files;
  if (first !== undefined && second !== undefined) throw new UserError('lint-config.two', { first, second });
  return first;
}

/**
 * The configuration file that is nearest to a folder: in it, or upward from it.
 * @param known what was found before, by folder; added to
 */
export function nearestConfig(
  fs: ConfigFileSystem,
  folder: string,
  known: Map<string, string | undefined>,
): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const above = dirname(folder);
  const file = configIn(fs, folder) ?? (above === folder ? undefined : nearestConfig(fs, above, known));
  known.set(folder, file);
  return file;
}

/**
 * The configuration file that a name in `extends` means: a path relative to the folder, or else a package, looked for as
 * Node does, in which a file is named or one by the usual name lies. What a package exports is not asked.
 */
export function extendedConfig(fs: ConfigFileSystem, folder: string, name: string): string | undefined {
  const path = resolve(folder, name);
  if (kindAt(fs, path) === 'file') return path;
  if (isAbsolute(name) || /^\.{1,2}(?:[/\\]|$)/.test(name)) return undefined;
  for (let at = folder; ; at = dirname(at)) {
    const inPackages = join(at, 'node_modules', name);
    if (kindAt(fs, inPackages) === 'file') return inPackages;
    const config = configIn(fs, inPackages);
    if (config !== undefined) return config;
    if (dirname(at) === at) return undefined;
  }
}

/** In `package.json` there is one only where its key is. */
function isConfig(fs: ConfigFileSystem, file: string): boolean {
  if (kindAt(fs, file) !== 'file') return false;
  if (basename(file) !== PACKAGE_FILE) return true;
  const text = readSource(fs, file)?.text ?? '';
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_KEY);
  } catch {
    // A damaged one is for its package manager to tell.
    return false;
  }
}
