import { MODEL, PHRASES } from '../rules/timer.ts';
import type { Timer } from '../rules/timer.ts';
import type { Speaker } from '../messages.ts';

/** A timer, and what it has measured. */
export interface Timing {
  readonly timer: Timer;
  /** Milliseconds by name; what is timed within something else counts for itself only. */
  readonly times: () => ReadonlyMap<string, number>;
}

/** @param clock milliseconds since any moment, which never go back */
export function openTiming(clock: () => number): Timing {
  const times = new Map<string, number>();
  /** What has been spent within the things that are being timed, the innermost last. */
  const within: number[] = [];
  return {
    times: () => times,
    timer: {
      time(what, act) {
        const begun = clock();
        within.push(0);
        try {
          return act();
        } finally {
          const spent = clock() - begun;
          times.set(what, (times.get(what) ?? 0) + spent - (within.pop() ?? 0));
          const outer = within.length - 1;
          if (outer >= 0) within[outer] = (within[outer] ?? 0) + spent;
        }
      },
    },
  };
}

/** The times as a table, the longest first: what serves all rules under a name of its own, then each rule. */
export function showTiming(times: ReadonlyMap<string, number>, speaker: Speaker): string {
  const names: Readonly<Record<string, string>> = {
    [PHRASES]: speaker.say('timing.phrases'),
    [MODEL]: speaker.say('timing.model'),
  };
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const number = new Intl.NumberFormat(speaker.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const percent = new Intl.NumberFormat(speaker.language, { style: 'percent' });
  const rows = [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([name, time]) => ({
      name: names[name] ?? name,
      time: `${number.format(time)} ms`,
      share: percent.format(total === 0 ? 0 : time / total),
    }));
  const width = (key: 'time' | 'share'): number => Math.max(...rows.map((row) => row[key].length));
  return [
    speaker.say('timing.title'),
    ...rows.map(
      (row) => `  ${row.time.padStart(width('time'))}  ${row.share.padStart(width('share'))}  ${row.name}`,
    ),
  ].join('\n');
}
