/** Calls when it has been quiet for a while, and one call at a time. */
export interface QuietCaller {
  /** Calls something else at once; what is touched meanwhile waits until it has finished. Nothing else may be running. */
  readonly start: (task: () => void | Promise<void>) => void;
  /** Something happened: the call is due when nothing more happens. */
  readonly touch: () => void;
  /** No further call. @returns when the running one has finished */
  readonly close: () => Promise<void>;
}

/**
 * @param task what is called
 * @param quiet milliseconds without a touch before the call
 * @param onError told what a call has thrown
 */
export function openQuietCaller(
  task: () => void | Promise<void>,
  quiet: number,
  onError: (error: unknown) => void,
): QuietCaller {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  let isClosed = false;

  const schedule = (): void => {
    if (isClosed || running !== undefined || !isDue) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isDue = false;
      start(task);
    }, quiet);
  };

  const start = (called: () => void | Promise<void>): void => {
    clearTimeout(timer);
    running = finish(called);
  };

  const finish = async (called: () => void | Promise<void>): Promise<void> => {
    // Not in the middle of what touched or started it.
    await Promise.resolve();
    try {
      if (!isClosed) await called();
    } catch (error) {
      onError(error);
    }
    running = undefined;
    schedule();
  };

  return {
    start,
    touch() {
      isDue = true;
      schedule();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
