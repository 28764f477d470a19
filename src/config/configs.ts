import { dirname, resolve } from 'node:path';
import type { RulebookSource } from '../rules/rulebook.ts';
import { UserError } from '../user-error.ts';
import { kindAt } from './config-source.ts';
import type { ConfigFileSystem } from './config-source.ts';
import { configIn, nearestConfig } from './find-config.ts';
import { openIgnoring } from './ignored.ts';
import type { IsIgnored } from './ignored.ts';
import { openLayers } from './layers.ts';
import type { OpenedConfig } from './layers.ts';
import { NO_CONFIG } from './lint-config.ts';
import type { FilePattern, LintConfig } from './lint-config.ts';
import { isWithin } from './relative-path.ts';

export interface ConfigOptions {
  readonly fs: ConfigFileSystem;
  /** Absolute. */
  readonly cwd: string;
  /**
   * `nearest`: each file's own is looked for, from its folder upward. `none`: there is none. Or the one file, or the folder
   * that it is in, that is for all.
   */
  readonly use: 'nearest' | 'none' | { readonly file: string };
  /** Our own rules, by which ids are known, and the word lists that phrases may name. */
  readonly rulebook: RulebookSource;
}

/** The configurations of one run; whatever is read is read once. */
export interface LintConfigs {
  /**
   * What holds for a file that is linted; the same object wherever the same holds.
   * @param path absolute and without detours, as `resolve` gives it
   * @throws ConfigError naming file, line and key of everything that is wrong
   * @throws UserError where a folder has two configurations, or one cannot be read
   */
  configFor(path: string): Promise<LintConfig>;
  /** What holds for the run as a whole, such as `maxWarnings` and `baseline`: the configuration of the working folder. */
  runConfig(): Promise<LintConfig>;
  /** Whether a file, or a folder with all that is in it, is not to be linted; throws as `configFor` does. */
  readonly isIgnored: IsIgnored;
  /**
   * The patterns that have matched nothing so far; to be asked when all is linted.
   * @param folders absolute; patterns are told of only where all that they could match was linted, that is below these
   */
  unusedPatterns(folders: readonly string[]): readonly FilePattern[];
  /**
   * What configurations say of the run and was not heeded, because they are not that of the run; to be asked when all is
   * linted. What that one says, too, is heeded.
   */
  readonly unheeded: () => Promise<readonly Unheeded[]>;
}

/** What is said for the run as a whole, in a configuration that is not the run's. */
export interface Unheeded {
  /** Absolute. */
  readonly file: string;
  readonly keys: readonly OfRun[];
}

/** What is said for the run as a whole. */
const OF_RUN = ['maxWarnings', 'baseline'] as const;
type OfRun = (typeof OF_RUN)[number];

const NOTHING: OpenedConfig = { whole: NO_CONFIG, configFor: () => NO_CONFIG, patterns: [] };

/** Opens the configurations of a run; nothing is read before a file is asked for. */
export function openConfigs({ fs, cwd, use, rulebook }: ConfigOptions): LintConfigs {
  const nearest = new Map<string, string | undefined>();
  const opened = new Map<string, Promise<OpenedConfig>>();
  const byFolder = new Map<string, OpenedConfig>();
  const ready: OpenedConfig[] = [];
  const used = new Set<FilePattern>();

  let named: string | undefined;
  const fileFor = (folder: string): string | undefined => {
    if (use === 'none') return undefined;
    if (use === 'nearest') return nearestConfig(fs, folder, nearest);
    return (named ??= fileNamed(fs, resolve(cwd, use.file)));
  };

  const open = async (file: string): Promise<OpenedConfig> => {
    // The schema's library takes 50 ms to load, so it is not before there is something to check.
    const { loadConfig } = await import('./load-config.ts');
    const base = use === 'nearest' ? dirname(file) : cwd;
    const config = await openLayers(await loadConfig(fs, file, base, rulebook), used);
    ready.push(config);
    return config;
  };

  const openFor = async (folder: string): Promise<OpenedConfig> => {
    const file = fileFor(folder);
    if (file === undefined) return NOTHING;
    let config = opened.get(file);
    if (config === undefined) {
      config = open(file);
      opened.set(file, config);
    }
    return config;
  };

  /** What is known is not waited for: this is asked twice for every file. */
  const openedFor = (folder: string): OpenedConfig | Promise<OpenedConfig> =>
    byFolder.get(folder) ??
    openFor(folder).then((config) => {
      byFolder.set(folder, config);
      return config;
    });

  return {
    async configFor(path) {
      const config = openedFor(dirname(path));
      return (config instanceof Promise ? await config : config).configFor(path);
    },
    runConfig: async () => (await openedFor(cwd)).whole,
    isIgnored: openIgnoring(fs, openedFor, used),
    unusedPatterns: (folders) =>
      ready
        .flatMap(({ whole, patterns }) => [...whole.ignore, ...patterns])
        .filter((one) => !used.has(one) && folders.some((folder) => isWithin(folder, one.base))),
    async unheeded() {
      const { whole: ofRun } = await openedFor(cwd);
      return ready.flatMap(({ whole }) => {
        const file = whole.from.at(-1);
        const keys = OF_RUN.filter((key) => whole[key] !== undefined && whole[key] !== ofRun[key]);
        return file === undefined || keys.length === 0 ? [] : [{ file, keys }];
      });
    },
  };
}

/** A folder may be named in the place of the file in it. */
function fileNamed(fs: ConfigFileSystem, path: string): string {
  const file = kindAt(fs, path) === 'folder' ? configIn(fs, path) : path;
  if (file === undefined) throw new UserError('lint-config.missing', { file: path });
  return file;
}
