import * as fs from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { openConfigs } from '../../src/config/configs.ts';
import type { ConfigOptions, LintConfigs } from '../../src/config/configs.ts';
import type { ConfigFileSystem } from '../../src/config/config-source.ts';
import { readRulebook } from '../../src/data/read-rulebook.ts';
import { sentenceForKnown } from '../../src/known-error.ts';
import { speakerOf } from '../../src/messages.ts';
import type { Language } from '../../src/rules/rule.ts';
import { ROOT, freshFolder } from '../support/folders.ts';

export const rulebookSource = readRulebook(fs, join(ROOT, 'data'));

export const GOLF = fs.readFileSync(join(ROOT, 'test', 'fixtures', 'company', 'golf-round.yaml'), 'utf8');

/** The files of a company for one test. */
export interface CompanyFolder {
  readonly folder: string;
  /** The absolute path of a file in it. */
  readonly at: (path: string) => string;
  /** Absolute paths as they are seen from the folder. */
  readonly from: (paths: readonly string[]) => string[];
  /** Everything that was read, as seen from the folder. */
  readonly read: string[];
  readonly fs: ConfigFileSystem;
  readonly open: (options?: Partial<ConfigOptions>) => LintConfigs;
  /** What a user is told when the configuration of a file is asked for; paths as seen from the folder. */
  readonly complaint: (
    path: string,
    options?: Partial<ConfigOptions>,
    language?: Language,
  ) => Promise<string>;
}

/** A folder with files in it: texts as they are, anything else as JSON. Of the machine around it nothing is seen. */
export function companyFolder(files: Readonly<Record<string, unknown>>): CompanyFolder {
  const folder = fs.realpathSync(freshFolder());
  for (const [path, content] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
    fs.writeFileSync(join(folder, path), text);
  }
  const read: string[] = [];
  const seen = onlyBelow(folder, read);
  const open = (options: Partial<ConfigOptions> = {}): LintConfigs =>
    openConfigs({ fs: seen, cwd: folder, use: 'nearest', rulebook: rulebookSource, ...options });
  return {
    folder,
    at: (path) => resolve(folder, path),
    from: (paths) => paths.map((path) => relative(folder, path)),
    read,
    fs: seen,
    open,
    async complaint(path, options, language = 'en') {
      try {
        await open(options).configFor(join(folder, path));
      } catch (error) {
        const sentence = sentenceForKnown(error, speakerOf(language));
        if (sentence === undefined) throw error;
        return sentence.replaceAll(`${folder}/`, '');
      }
      return '';
    },
  };
}

function onlyBelow(folder: string, read: string[]): ConfigFileSystem {
  const isOutside = (path: unknown): boolean => relative(folder, resolve(String(path))).startsWith('..');
  return Object.assign({}, fs, {
    statSync(path: string, options: { throwIfNoEntry: false }) {
      return isOutside(path) ? undefined : fs.statSync(path, options);
    },
    readFileSync(path: string) {
      if (isOutside(path)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      read.push(relative(folder, path));
      return fs.readFileSync(path);
    },
  });
}
