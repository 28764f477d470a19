/** Every way in which the program ends. */
export const EXIT = {
  fine: 0,
  /** A purpose was refused, or a report has findings at error level. */
  refused: 1,
  /** Wrong use, a bad configuration, input that cannot be read. */
  wrong: 2,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
