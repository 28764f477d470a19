import type * as NodeFs from 'node:fs';

/** A stream to read what is typed or piped in; on a terminal it can be asked. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
/** A stream to show things on; a terminal knows its width in columns, one of the system its descriptor. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly fd?: number;
};

/** Everything that the program touches outside itself. Whole-program tests hand in their own. */
export interface World {
  /** The arguments after the program's name. */
  readonly argv: readonly string[];
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** IANA name of the zone whose wall time is meant, such as `Europe/Bucharest`. */
  readonly timeZone: () => string;
  readonly fs: typeof NodeFs;
  readonly cwd: string;
  /** The user's home folder. */
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** How many processors there are to work with. */
  readonly processors: () => number;
  /** Ends what would go on for ever, such as watching files. */
  readonly ending: AbortSignal;
  /**
   * Opens a file in an editor on this terminal, and waits until it is closed.
   * @param editor a command, perhaps with arguments: `code --wait`
   * @returns the editor's exit code
   */
  readonly runEditor: (editor: string, file: string) => Promise<number>;
  /** The folder of the built program, where its rulebook lies. */
  readonly programFolder: string;
}
