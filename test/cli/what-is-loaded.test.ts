import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { build } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { program } from '../../rolldown.config.ts';
import { ROOT, freshFolder } from '../support/folders.ts';
import { environment, run } from '../support/program.ts';

/*
 * A command starts as fast as what it loads is little. Time is noise; what is loaded is not: these tests run the built
 * program and look at the modules in the chunks that it required, and at the files of the package that it opened.
 */

/** The source modules in each chunk of the built program, as paths in the project. */
const modulesOf = new Map<string, readonly string[]>();

beforeAll(async () => {
  const { output } = await build({ ...program, write: false });
  for (const part of output) {
    if (part.type !== 'chunk') continue;
    const paths = part.moduleIds.map((id) => relative(ROOT, id).split(sep).join('/'));
    modulesOf.set(part.fileName, paths);
  }
});

/** Says at the end which files the program required, and which it read or opened. */
const WATCHING = `
  const fs = require('node:fs');
  const opened = new Set();
  for (const name of ['readFileSync', 'openSync', 'readdirSync', 'createReadStream']) {
    const real = fs[name];
    fs[name] = (path, ...rest) => {
      opened.add(String(path));
      return real(path, ...rest);
    };
  }
  process.on('exit', () => {
    const said = JSON.stringify({ required: Object.keys(require.cache), opened: [...opened] });
    fs.writeFileSync(process.env.SAID, said);
  });`;

interface Loaded {
  /** Source modules, as paths in the project. */
  readonly modules: readonly string[];
  /** Names of files of the package that hold data. */
  readonly data: readonly string[];
  /** Paths below the user's folder. */
  readonly own: readonly string[];
}

/** What the built program loads for a command. */
function loadedFor(argv: readonly string[], folder = freshFolder()): Loaded {
  const hook = join(freshFolder(), 'watching.cjs');
  const said = join(freshFolder(), 'said.json');
  fs.writeFileSync(hook, WATCHING);
  const bin = join(ROOT, 'bin', 'plan-call.cjs');
  const { stderr } = spawnSync(process.execPath, ['--require', hook, bin, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    input: 'Was in the area.\n',
    env: { HOME: folder, SAID: said, ...environment(folder) },
  });
  expect(stderr).toBe('');
  const { required, opened } = JSON.parse(fs.readFileSync(said, 'utf8')) as Record<
    'required' | 'opened',
    string[]
  >;
  const dist = join(ROOT, 'dist') + sep;
  const chunks = required.filter((path) => path.startsWith(dist)).map((path) => basename(path));
  expect(chunks).toContain('main.cjs');
  return {
    modules: chunks.flatMap((chunk) => {
      const modules = modulesOf.get(chunk);
      if (modules === undefined)
        throw new Error(`${chunk} is not what the source is built to: npm run build`);
      return modules;
    }),
    data: opened
      .filter((path) => path.startsWith(dist) && !/\.[cm]js$/.test(path))
      .map((path) => basename(path)),
    own: opened.filter((path) => path.startsWith(folder + sep)).map((path) => relative(folder, path)),
  };
}

const QUESTIONS = /^node_modules\/(inquirer|@inquirer)\/|^src\/plan\/terminal-asker/;
const SCHEMAS = /^node_modules\/zod\/|^src\/calls\/schemas/;
const ENGINE = /^src\/(rules\/(judge-|find|weigh|phrase-index|rulebook)|text\/(words|forms))/;
const MODEL = /^src\/model\//;
const STORE = /^src\/calls\/(store|read|weeks|edit|save)\.ts/;
const WRITING = /^src\/calls\/(edit|save|lock|undo)\.ts/;
const LINTER = /^src\/(lint\/lint|reports\/markdown|tables\/(delimited|columns))/;
const PARSERS =
  /^node_modules\/(yaml|csv-parse|csv-stringify|htmlparser2|jsonc-parser|picomatch|chokidar|diff|ignore)\//;

const LIGHT = [QUESTIONS, SCHEMAS, ENGINE, MODEL, STORE, LINTER, PARSERS];

const RULES = ['rulebook.json', 'phrases.bin', 'model.json', 'vectors.bin'];

test.each<[argv: readonly string[], never: readonly RegExp[], data: readonly string[]]>([
  [['--version'], LIGHT, ['en.json']],
  [['--help'], LIGHT, ['en.json']],
  [['help', 'lint'], LIGHT, ['en.json']],
  [['list'], [QUESTIONS, SCHEMAS, ENGINE, MODEL, WRITING, LINTER, PARSERS], ['en.json']],
  [['list', '--json'], [QUESTIONS, SCHEMAS, ENGINE, MODEL, WRITING, LINTER, PARSERS], ['en.json']],
  [['promises'], [QUESTIONS, SCHEMAS, ENGINE, MODEL, WRITING, LINTER, PARSERS], ['en.json']],
  [
    ['check', 'Sign the NDA'],
    [QUESTIONS, SCHEMAS, STORE, WRITING, LINTER, PARSERS],
    [...RULES, 'en.json'],
  ],
  [
    ['lint', '--no-config', '-'],
    [QUESTIONS, SCHEMAS, STORE, /chokidar|src\/lint\/watch/],
    // A file may be in any language, and is told of in its own.
    [...RULES, 'en.json', 'ro.json', 'vi.json'],
  ],
])('%j loads nothing that it does not need', (argv, never, data) => {
  const loaded = loadedFor(argv);
  for (const unneeded of never) expect(loaded.modules.filter((path) => unneeded.test(path))).toEqual([]);
  expect(loaded.data.toSorted()).toEqual(data.toSorted());
});

test('what is looked for here would be found', () => {
  const all = [...modulesOf.values()].flat();
  for (const unneeded of [...LIGHT, WRITING])
    expect(
      all.some((path) => unneeded.test(path)),
      String(unneeded),
    ).toBe(true);
});

describe('with years of calls', () => {
  test('the list of a week opens the files of that week, however many others there are', async () => {
    const folder = freshFolder();
    const plan = async (when: string): Promise<void> => {
      const purpose = ['--purpose', 'Agree the start date', '--benefit', 'no overtime', '--agenda', 'dates'];
      const { code } = await run(folder, ['new', '--account', 'Delta Print', '--when', when, ...purpose]);
      expect(code).toBe(0);
    };
    for (const when of ['thu 9:00', 'thu 11:00', 'fri 9:00']) await plan(when);
    const before = loadedFor(['list'], folder).own;
    expect(before.filter((path) => path.endsWith('.json') && path.includes('calls'))).toHaveLength(3);
    for (const when of ['next mon 9:00', '15/1/2027 9:00', '16/1/2027 9:00']) await plan(when);
    const calls = (paths: readonly string[]): readonly string[] => paths.filter((path) => path.includes('W'));
    expect(calls(loadedFor(['list'], folder).own)).toEqual(calls(before));
  });
});
