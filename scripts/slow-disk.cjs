'use strict';

// Makes the disk slow for a program that is started with `--require` of this: each of these calls takes up to some
// milliseconds more, so that there is time to kill the program between any two of them.
const MOST_MILLISECONDS = 4;

const fs = require('node:fs');

const pause = new Int32Array(new SharedArrayBuffer(4));
for (const name of ['fsyncSync', 'linkSync', 'renameSync', 'unlinkSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    const result = real(...args);
    Atomics.wait(pause, 0, 0, Math.random() * MOST_MILLISECONDS);
    return result;
  };
}
