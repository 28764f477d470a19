import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChunkingContext, Plugin, RolldownOptions } from 'rolldown';

/**
 * Data is parsed as JSON, which is faster than as the program that it would be made into; what is large is read from a
 * file of its own, so that it need not be read as a program first.
 */
const parsedData: Plugin = {
  name: 'parsed-data',
  transform: {
    filter: { id: /[\\/]data[\\/].*\.json$/ },
    handler(json, id) {
      const source = JSON.stringify(JSON.parse(json));
      if (source.length < LARGE_DATA)
        return { code: `export default JSON.parse(${JSON.stringify(source)});`, moduleType: 'js' };
      const file = this.emitFile({ type: 'asset', name: basename(id), source });
      return {
        code: `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(import.meta.ROLLUP_FILE_URL_${file}, 'utf8'));`,
        moduleType: 'js',
      };
    },
  },
  resolveFileUrl: ({ relativePath }) => `__dirname + ${JSON.stringify(`/${relativePath}`)}`,
};

/** Characters. */
const LARGE_DATA = 30_000;

/** Commander can start commands that are programs of their own, for which it loads a tenth of Node; there are none here. */
const noPrograms: Plugin = {
  name: 'no-programs',
  resolveId: (source, importer) =>
    source === 'node:child_process' && importer !== undefined && /[\\/]commander[\\/]/.test(importer)
      ? fileURLToPath(new URL('src/build/no-programs.ts', import.meta.url))
      : null,
};

const common = {
  platform: 'node',
  plugins: [parsedData, noPrograms],
  resolve: {
    // jsonc-parser's `main` finds its own files by a `require` that no bundler can see.
    mainFields: ['module', 'main'],
    alias: {
      // chalk is told how many colours there are; finding that out takes longer than all the rest of it.
      '#supports-color': fileURLToPath(new URL('src/build/no-detection.ts', import.meta.url)),
      // A question that is answered in an editor brings the tables of a hundred encodings, and nobody asks one.
      '@inquirer/editor': false,
    },
  },
  transform: { target: 'node20.19' },
} satisfies RolldownOptions;

const output = {
  format: 'cjs',
  minify: true,
  cleanDir: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  assetFileNames: '[name].[ext]',
} satisfies RolldownOptions['output'];

/** What is run most, and what programs load that use the library. */
const HOT = {
  start: 'src/main.ts',
  list: 'src/cli/commands/list.ts',
  check: 'src/cli/commands/check.ts',
  lint: 'src/cli/commands/lint.ts',
  library: 'src/index.ts',
};

/**
 * Loading two hundred small chunks takes longer than running what is in them, so what is run most comes in few: what they
 * have in common, and what each has to itself. The rest is split by who imports it.
 */
function chunkFor(module: string, graph: ChunkingContext): string | null {
  const importers = new Set([module]);
  for (const id of importers)
    for (const importer of graph.getModuleInfo(id)?.importers ?? []) importers.add(importer);
  const isFor = (command: keyof typeof HOT): boolean =>
    importers.has(fileURLToPath(new URL(HOT[command], import.meta.url)));
  if (isFor('start')) return isFor('library') ? 'base' : 'start';
  if (isFor('list')) return isFor('check') || isFor('lint') ? 'common' : 'list';
  return isFor('check') ? 'judging' : null;
}

/**
 * One small chunk to start with; whatever a command does not need is loaded when it is called for. CommonJS, because
 * Node 20 starts it 4 ms sooner than modules.
 */
export const program = {
  ...common,
  preserveEntrySignatures: 'allow-extension',
  input: {
    main: 'src/main.ts',
    index: 'src/index.ts',
    'lint-worker': 'src/lint/worker.ts',
  },
  output: {
    ...output,
    dir: 'dist',
    codeSplitting: {
      groups: [{ name: chunkFor, debugName: 'hot', includeDependenciesRecursively: false }],
    },
  },
} satisfies RolldownOptions;

/** What the program is built, trained and measured with; none of it is part of the package. */
const tools = {
  ...common,
  input: {
    'compile-data': 'src/build/compile-data.ts',
    'emit-types': 'src/build/emit-types.ts',
    'train-model': 'src/build/train-model.ts',
    evaluate: 'src/build/evaluate.ts',
    torture: 'src/build/torture.ts',
    bench: 'src/build/bench/bench.ts',
    'bench-phrases-alone': 'src/build/bench/phrases-alone.ts',
  },
  output: { ...output, dir: 'dist-tools' },
} satisfies RolldownOptions;

export default [program, tools];
