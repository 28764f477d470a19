import { dirname, join } from 'node:path';
import { readIfThere } from '../read-if-there.ts';
import { kindAt } from './config-source.ts';
import type { ConfigFileSystem } from './config-source.ts';
import { decisionOf, sourceIn, sourcesOf } from './ignore-source.ts';
import type { IgnoreSource } from './ignore-source.ts';
import type { OpenedConfig } from './layers.ts';
import type { FilePattern, LintConfig } from './lint-config.ts';

/** The file of patterns that is heeded in every folder, whatever the configuration says. */
const IGNORE_FILE = '.plan-call-ignore';
const GIT_IGNORE_FILE = '.gitignore';

/** Whether a path is left out, by itself or with a folder that it lies in. The path is absolute, without detours. */
export type IsIgnored = (path: string, kind: 'file' | 'folder') => Promise<boolean>;

/**
 * Decides which files are left out, as git does: by the configuration, then by the files of patterns from the outermost
 * folder to the innermost, the last pattern that matches winning; what lies in a folder that is left out is lost with it.
 * @param configOf what holds for the files in a folder
 * @param used patterns of configurations that have decided something are added to it
 */
export function openIgnoring(
  fs: ConfigFileSystem,
  configOf: (folder: string) => OpenedConfig | Promise<OpenedConfig>,
  used: Set<FilePattern>,
): IsIgnored {
  const byFile = new Map<string, Promise<IgnoreSource | undefined>>();
  const byFolder = new Map<string, Promise<readonly IgnoreSource[]>>();
  const byConfig = new Map<LintConfig, Promise<readonly IgnoreSource[]>>();
  const known = new Map<LintConfig, Map<string, Folder>>();

  /** Files of patterns do not change while the program runs, so that each is read once. */
  const sourceOf = (folder: string, name: string): Promise<IgnoreSource | undefined> =>
    remembered(byFile, join(folder, name), async (file) => {
      if (kindAt(fs, file) !== 'file') return undefined;
      const bytes = readIfThere(fs, file);
      return bytes === undefined ? undefined : sourceIn(folder, bytes.toString('utf8'));
    });

  /** @param withGit whether `.gitignore` counts; above the folder of the repository it does not */
  const filesFor = (folder: string, withGit: boolean): Promise<readonly IgnoreSource[]> =>
    remembered(byFolder, `${folder}\n${withGit}`, async () => {
      const isRepository = withGit && kindAt(fs, join(folder, '.git')) !== undefined;
      const above = dirname(folder);
      const outer = above === folder ? [] : await filesFor(above, withGit && !isRepository);
      const own = await Promise.all([
        withGit ? sourceOf(folder, GIT_IGNORE_FILE) : undefined,
        sourceOf(folder, IGNORE_FILE),
      ]);
      const here = own.flatMap((source) => source ?? []);
      return here.length === 0 ? outer : [...outer, ...here];
    });

  const sourcesFor = async (folder: string, config: LintConfig): Promise<readonly IgnoreSource[]> => {
    const files = await filesFor(folder, config.gitignore === true);
    if (config.ignore.length === 0) return files;
    return [...(await remembered(byConfig, config, () => sourcesOf(config.ignore))), ...files];
  };

  /** Looks at a folder, and at those above it, when the first thing in it is asked for. */
  const enter = async (folder: string, config: LintConfig, entered: Map<string, Folder>): Promise<Folder> => {
    const above = dirname(folder);
    const outer =
      above === folder ? undefined : (entered.get(above) ?? (await enter(above, config, entered)));
    const isOut = outer !== undefined && isOutIn(outer, folder, 'folder', used);
    const entry = { isOut, sources: isOut ? [] : await sourcesFor(folder, config) };
    entered.set(folder, entry);
    return entry;
  };

  return async (path, kind) => {
    const folder = dirname(path);
    // The nearest configuration alone decides, also of the folders above it.
    const opened = configOf(folder);
    const { whole: config } = opened instanceof Promise ? await opened : opened;
    let entered = known.get(config);
    if (entered === undefined) known.set(config, (entered = new Map()));
    return isOutIn(entered.get(folder) ?? (await enter(folder, config, entered)), path, kind, used);
  };
}

/** A folder whose files are asked for. */
interface Folder {
  readonly isOut: boolean;
  /** What decides of that which lies in it. */
  readonly sources: readonly IgnoreSource[];
}

function isOutIn(
  { isOut, sources }: Folder,
  path: string,
  kind: 'file' | 'folder',
  used: Set<FilePattern>,
): boolean {
  let last: 'ignored' | 'kept' | undefined;
  for (const source of sources) last = decisionOf(source, path, kind, used) ?? last;
  return isOut || last === 'ignored';
}

function remembered<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: (key: Key) => Promise<Value>,
): Promise<Value> {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    known.set(key, value);
  }
  return value;
}
