'use strict';

// Builds the program when it is installed from its repository.

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');

/** Runs npm in the repository, and ends with its exit code if that is not 0. */
function npm(...words) {
  const { status, error } = spawnSync(process.execPath, [process.env.npm_execpath, ...words], {
    cwd: root,
    // What is told on standard output is told to whoever packs, who waits for the name of the package there.
    stdio: ['ignore', 2, 2],
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

// `npm install -g git+…`, which is what pre-commit does, hands `-g` down to the install that should have brought what the
// program is built with, so that it goes elsewhere.
if (!existsSync(path.join(root, 'node_modules', 'rolldown'))) {
  npm(
    'ci',
    '--no-global',
    '--location=project',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  );
}
npm('run', 'build');
