import { hostname } from 'node:os';

/** The computer that the store runs on, as far as taking turns with other processes needs it. */
export interface Machine {
  readonly pid: number;
  /** Name of the computer, in the wide sense: two systems on it that cannot see each other's processes differ. */
  readonly host: string;
  isRunning(pid: number): boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** Does nothing for that many milliseconds. */
  pause(milliseconds: number): void;
}

export function thisMachine(): Machine {
  return {
    pid: process.pid,
    host: `${hostname()} (${process.platform})`,
    isRunning,
    now: Date.now,
    pause: (milliseconds) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
