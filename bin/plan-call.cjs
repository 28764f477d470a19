#!/usr/bin/env node
'use strict';

const path = require('node:path');
const programFolder = path.join(__dirname, '..', 'dist');

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
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
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
  programFolder,
};
program.main(world).then((code) => {
  process.exitCode = code;
});
