import type { ChalkInstance } from 'chalk';
import stringWidth from 'fast-string-width';
import type { Speaker } from '../messages.ts';
import { fit, wrap } from '../terminal/layout.ts';
import { cleanLine } from '../text/clean.ts';
import { pathFrom } from './formats/place.ts';
import type { Changes } from './watch-changes.ts';
import type { WatchProblem } from './watch-problem.ts';
import type { Watched } from './watched-files.ts';

/** What is said between two runs is said with this. */
export interface WatchLook {
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
  /** Absolute; paths are shown as seen from here. */
  readonly cwd: string;
}

const KINDS = ['changed', 'added', 'removed'] as const;

/** What is watched, and how to end it: “Watching 12 files, 2 folders. Ctrl-C ends.” */
export function watchingLine({ files, folders }: Watched, { speaker, ink, width }: WatchLook): string {
  const numbers = new Intl.NumberFormat(speaker.language);
  const counts = [speaker.say('watch.files', { n: files, count: numbers.format(files) })];
  if (folders > 0) counts.push(speaker.say('watch.folders', { n: folders, count: numbers.format(folders) }));
  return ink.dim(wrap(speaker.say('watch.watching', { what: counts.join(', ') }), width));
}

/**
 * What has happened, in a line for each kind of change, the first behind the time of day. As many names as fit, and how
 * many more there are.
 * @param now its wall time on this machine is shown
 */
export function changeLines(changes: Changes, now: Date, look: WatchLook): string[] {
  const time = timeOfDay(now);
  const kinds = KINDS.filter((kind) => changes[kind].length > 0);
  return kinds.map((kind, i) => {
    const start = i === 0 ? `${look.ink.dim(time)} ` : ' '.repeat(time.length + 1);
    return start + kindLine(kind, changes[kind], { ...look, width: look.width - time.length - 1 });
  });
}

/** What keeps changes from being seen, in one sentence. */
export function watchProblemText(
  { kind, path, detail }: WatchProblem,
  { speaker, cwd }: Pick<WatchLook, 'speaker' | 'cwd'>,
): string {
  return speaker.say(`watch.${kind}`, {
    path: cleanLine(pathFrom(cwd, path)),
    detail: cleanLine(detail),
  });
}

function kindLine(kind: (typeof KINDS)[number], paths: readonly string[], look: WatchLook): string {
  const { speaker, width, cwd } = look;
  const names = paths.map((path) => cleanLine(pathFrom(cwd, path)));
  const numbers = new Intl.NumberFormat(speaker.language);
  const lineOf = (shown: number): string => {
    const more = names.length - shown;
    const rest = more > 0 ? [speaker.say('watch.more', { n: more, count: numbers.format(more) })] : [];
    return speaker.say(`watch.${kind}`, { files: [...names.slice(0, shown), ...rest].join(', ') });
  };
  let shown = 1;
  while (shown < names.length && stringWidth(lineOf(shown + 1)) <= width) shown += 1;
  return fit(lineOf(shown), width);
}

function timeOfDay(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
