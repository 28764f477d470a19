import type { Matcher } from 'picomatch';
import { NO_CONFIG, mergeConfigs } from './lint-config.ts';
import type { FilePattern, LintConfig } from './lint-config.ts';
import { relativePath } from './relative-path.ts';

/** What one file says, or one of its overrides: then for some files only. */
export interface Layer {
  readonly config: LintConfig;
  readonly only?: {
    readonly files: readonly FilePattern[];
    readonly excludedFiles: readonly FilePattern[];
  };
}

/** A configuration, ready to be asked. */
export interface OpenedConfig {
  /** What holds for all files. */
  readonly whole: LintConfig;
  /**
   * What holds for one file; the same object wherever the same holds.
   * @param path absolute
   */
  configFor(path: string): LintConfig;
  /** All patterns of overrides. */
  readonly patterns: readonly FilePattern[];
}

/** @param used patterns that matched a file are added to it */
export async function openLayers(layers: readonly Layer[], used: Set<FilePattern>): Promise<OpenedConfig> {
  const whole = layers.filter(({ only }) => only === undefined).reduce(mergeLayer, NO_CONFIG);
  const patterns = layers.flatMap(({ only }) =>
    only === undefined ? [] : [...only.files, ...only.excludedFiles],
  );
  if (patterns.length === 0) return { whole, configFor: () => whole, patterns };

  const { default: picomatch } = await import('picomatch');
  const matchers = new Map(patterns.map((one) => [one, matcherFor(one, picomatch)]));
  const known = new Map<string, LintConfig>();

  const anyMatches = (some: readonly FilePattern[], path: string): boolean => {
    let isMatch = false;
    for (const one of some) {
      const from = relativePath(one.base, path);
      if (from === undefined || matchers.get(one)?.(from) !== true) continue;
      used.add(one);
      isMatch = true;
    }
    return isMatch;
  };
  const holds = ({ only }: Layer, path: string): boolean =>
    only === undefined || (anyMatches(only.files, path) && !anyMatches(only.excludedFiles, path));

  return {
    whole,
    patterns,
    configFor(path) {
      const held = layers.map((layer) => holds(layer, path));
      const key = held.map(Number).join('');
      const config = known.get(key) ?? layers.filter((_, i) => held[i]).reduce(mergeLayer, NO_CONFIG);
      known.set(key, config);
      return config;
    },
  };
}

function mergeLayer(earlier: LintConfig, { config }: Layer): LintConfig {
  return mergeConfigs(earlier, config);
}

/** A pattern without a slash matches in any folder, as in .gitignore; one that ends with a slash means all files below. */
function matcherFor(
  { pattern }: FilePattern,
  picomatch: (glob: string, options: object) => Matcher,
): Matcher {
  const glob = pattern.normalize('NFC').replace(/^\.\//, '');
  return picomatch(glob.endsWith('/') ? `${glob}**` : glob, { basename: !glob.includes('/'), dot: true });
}
