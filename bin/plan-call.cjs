#!/usr/bin/env node
'use strict';

const path = require('node:path');
const programFolder = path.join(__dirname, '..', 'dist');

// What was compiled once is kept for the next time, where Node can (from 22.1 on), in a folder that may be deleted.
require('node:module').enableCompileCache?.(
  path.join(process.env.XDG_CACHE_HOME || path.join(require('node:os').homedir(), '.cache'), 'plan-call'),
);

let program;
try {
  program = require(path.join(programFolder, 'main.cjs'));
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  console.error('plan-call is not built yet: run "npm run build" in its folder.');
  process.exit(2);
}

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));

// Between two questions Ctrl-C is a signal; at a question the conversation answers it.
process.on('SIGINT', () => process.exit(130));

const world = {
  argv: process.argv.slice(2),
  // Opening a stream takes a millisecond or more, and few commands need all three.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
  env: process.env,
  now: () => new Date(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  fs: require('node:fs'),
  cwd: process.cwd(),
  home: require('node:os').homedir(),
  platform: process.platform,
  processors: () => require('node:os').availableParallelism(),
  // Whatever goes on for ever is ended by Ctrl-C, which ends the program.
  ending: new AbortController().signal,
  runEditor,
  programFolder,
};
/** As a shell runs it, because people set EDITOR to a command with arguments; the file's name is no part of the command. */
function runEditor(editor, file) {
  const { spawn } = require('node:child_process');
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
      : spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

program.main(world).then((code) => {
  process.exitCode = code;
});
