import type { ChalkInstance } from 'chalk';
import { diffOf } from '../../lint/diff.ts';
import { pathFrom } from '../../lint/formats/place.ts';
import { reportItems } from '../../lint/read-items.ts';
import { showingRepair, writingRepair } from '../../lint/repair.ts';
import type { Repair } from '../../lint/repair.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/** What is to be done with what can be repaired: nothing, to show it, or to write it. */
export function repairFor(
  { fix, dateOrder }: Pick<LintOptions, 'fix' | 'dateOrder'>,
  ink: ChalkInstance,
  { world, speaker, note, noteInk }: Session,
): Repair | undefined {
  const shown = (path: string): string => cleanLine(pathFrom(world.cwd, path));
  if (fix === undefined) return undefined;
  if (fix === 'show') return showingRepair((path, before, after) => diffOf(shown(path), before, after, ink));
  return writingRepair(
    world.fs,
    ({ path, decoded: { encoding }, config }, text) =>
      // What there is to tell of the report was told when it was read first.
      reportItems(path, { text, encoding }, config, { speaker, dateOrder, note: () => undefined }),
    (path, n, problem) => {
      if (problem === undefined) note(`${noteInk.dim(shown(path))} ${speaker.say('lint.fixed', { n })}`);
      else
        note(
          speaker.say(`writing.${problem.kind}`, {
            path: shown(problem.path),
            detail: cleanLine(problem.detail),
          }),
        );
    },
  );
}
