import { resolve } from 'node:path';
import { openBaseline } from '../../lint/baseline.ts';
import {
  baselineIn,
  isThereFor,
  nameInBaseline,
  readBaselineFile,
  writeBaselineFile,
} from '../../lint/baseline-file.ts';
import type { NamedBaseline } from '../../lint/document-of.ts';
import { pathFrom } from '../../lint/formats/place.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/** A baseline in use, and what is to be done with it when all is judged. */
export interface BaselineUse {
  readonly baseline: NamedBaseline;
  /** Writes it where that was asked for, and tells what has changed. */
  readonly finish: () => void;
}

/**
 * Opens the baseline that the command line or the configuration names.
 * @throws UserError where it is not there, or is none
 */
export function openBaselineUse(
  { baseline: named, baselineChange: change }: Pick<LintOptions, 'baseline' | 'baselineChange'>,
  configured: string | undefined,
  { world, speaker, note }: Session,
): BaselineUse | undefined {
  const path = named === undefined ? configured : resolve(world.cwd, named);
  if (path === undefined) {
    if (change !== undefined) throw new UserError('lint.no-baseline');
    return undefined;
  }
  const file = readBaselineFile(world.fs, path);
  const run = openBaseline(change === 'update' ? file.baseline : baselineIn(file));
  const baseline: NamedBaseline = {
    ...run,
    nameOf: (linted) => nameInBaseline(path, linted),
    hold(place, findings) {
      const held = run.hold(place, findings);
      // When the baseline is written, all that is found is let pass from then on.
      return change === 'update' ? { kept: [], known: findings, exceeded: [] } : held;
    },
  };
  const finish = (): void => {
    const isThere = isThereFor(world.fs, path);
    const shown = cleanLine(pathFrom(world.cwd, path));
    if (change === undefined) {
      const n = run.outdated(isThere).reduce((sum, { allowed, found }) => sum + allowed - found, 0);
      if (n > 0) note(speaker.say('baseline.outdated', { n, file: shown }));
      return;
    }
    const next = change === 'update' ? run.updated(isThere) : run.pruned(isThere);
    const isWritten = writeBaselineFile(world.fs, file, next);
    note(speaker.say(isWritten ? 'baseline.written' : 'baseline.unchanged', { file: shown }));
  };
  return { baseline, finish };
}
