import { addRefusal } from '../../calls/add-refusal.ts';
import { StoreError } from '../../calls/store-error.ts';
import type { Finding } from '../../rules/finding.ts';
import { dateOf } from '../../time/wall.ts';
import type { Session } from '../session.ts';

/**
 * Keeps for `review` which rules a refused purpose broke. Planning goes on also where that cannot be written: a store that
 * cannot be written to speaks up when the call itself is filed.
 */
export function noteRefusal({ world, dataFolder, now }: Session, findings: readonly Finding[]): void {
  const broken = findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
  try {
    addRefusal(world.fs, dataFolder, dateOf(now), [...new Set(broken)]);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
