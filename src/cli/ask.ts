import type { Asker } from '../plan/asker.ts';
import { widthOf } from '../terminal/ink.ts';
import { wrap } from '../terminal/layout.ts';
import type { Output } from '../world.ts';
import type { Session } from './session.ts';

/** A terminal to ask on. */
export interface Asking {
  readonly asker: Asker;
  readonly screen: Output;
  /** Shows what is no question, broken to the width of the terminal. */
  readonly show: (text: string) => void;
}

/** Whether there is somebody to ask. */
export function canAsk({ world }: Session): boolean {
  return world.stdin.isTTY === true;
}

/** Makes ready to ask on this terminal; results that are piped away leave the other stream to ask on. */
export async function openAsking({ world, speaker }: Session): Promise<Asking> {
  const { terminalAsker } = await import('../plan/terminal-asker.ts');
  const screen = world.stdout.isTTY === true ? world.stdout : world.stderr;
  return {
    asker: terminalAsker(world.stdin, screen, speaker),
    screen,
    show: (text) => void screen.write(`${wrap(text, widthOf(screen, world.env))}\n`),
  };
}
