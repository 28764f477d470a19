import nodeFs from 'node:fs';
import type { FileSystem } from '../../src/calls/file-system.ts';

/** The real file system without its waiting for the disk, which no test can see. */
export const quickFs: FileSystem = { ...nodeFs, fsyncSync: () => {} };

/** A file system that goes wrong where it is told to. */
export interface FaultyFs {
  readonly fs: FileSystem;
  /** The names of the calls so far. */
  readonly calls: string[];
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: told to fail`), { code });
}

/**
 * The quick file system, but before each call `fault` may throw. A write that fails has written half.
 * @param fault is told the name of the call, how many came before it, and its arguments
 */
export function faultyFs(fault: (name: string, index: number, args: unknown[]) => void): FaultyFs {
  const calls: string[] = [];
  const fs = new Proxy<FileSystem>(quickFs, {
    get(target, name, receiver) {
      const real: unknown = Reflect.get(target, name, receiver);
      if (typeof real !== 'function') return real;
      return (...args: unknown[]): unknown => {
        calls.push(String(name));
        try {
          fault(String(name), calls.length - 1, args);
        } catch (error) {
          if (name === 'writeFileSync') writeHalf(args);
          throw error;
        }
        return Reflect.apply(real, target, args);
      };
    },
  });
  return { fs, calls };
}

function writeHalf([file, text]: unknown[]): void {
  if (typeof file === 'number' && (typeof text === 'string' || Buffer.isBuffer(text)))
    nodeFs.writeSync(file, Buffer.from(text).subarray(0, text.length / 2));
}
