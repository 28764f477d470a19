'use strict';

// Writes the most memory that a program has held, in KB, to the file that PEAK_MEMORY_FILE names, when it ends; for a
// program that is started with `--require` of this.
const fs = require('node:fs');

/** On Linux `maxRSS` counts what the process held that started this one, too; the kernel's own account of it does not. */
function peak() {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'));
    return kilobytes;
  } catch {
    return String(process.resourceUsage().maxRSS);
  }
}

process.on('exit', () => fs.writeFileSync(process.env.PEAK_MEMORY_FILE, peak()));
