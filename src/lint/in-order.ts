import { companyRulesOf } from '../config/lint-config.ts';
import type { LintConfig } from '../config/lint-config.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Item, ReportItem, RowItem } from './item.ts';
import { judgeTask, judgedBy } from './task.ts';
import type { PlacedFinding } from './task.ts';
import type { WorkerPool } from './worker-pool.ts';

/** An item, and what was found in it; nothing in one that is not judged. */
export interface JudgedItem {
  readonly item: Item;
  readonly findings: readonly PlacedFinding[];
}

export interface Judges {
  readonly rulebookFor: (config: LintConfig) => Rulebook;
  /** Starts other threads to judge in; nothing where there is to be but one. */
  readonly startPool: (() => WorkerPool) | undefined;
}

/**
 * After so many characters there may be so many more that it pays to start threads: each of them is slow at first, and a
 * megabyte is as soon judged by one as by two.
 */
const WORTH_A_POOL = 600_000;
/** So many items are handed to a thread at a time. */
const BATCH = 64;
/** So many batches wait for each thread. */
const AHEAD = 2;

/**
 * Judges items in their order, the first ones at once; if there is much to do, in several threads. Only a few items are
 * held at a time.
 */
export async function* inOrder(
  items: AsyncIterable<Item>,
  { rulebookFor, startPool }: Judges,
): AsyncGenerator<JudgedItem> {
  let pool: WorkerPool | undefined;
  let batch: Item[] = [];
  const waiting: Promise<JudgedItem[]>[] = [];
  try {
    for await (const item of items) {
      if (pool !== undefined) {
        batch.push(item);
        if (batch.length < BATCH) continue;
        const judged = judgeIn(pool, batch);
        // Where a thread fails, that is told when it is this batch's turn; until then nobody asks.
        judged.catch(() => undefined);
        waiting.push(judged);
        batch = [];
        if (waiting.length > AHEAD * pool.size) yield* (await waiting.shift()) ?? [];
      } else if (isJudgeable(item)) {
        const rulebook = rulebookFor(item.config);
        yield { item, findings: judgeTask(item.task, rulebook) };
        if (judgedBy(rulebook) > WORTH_A_POOL) pool = startPool?.();
      } else yield { item, findings: [] };
    }
    for (const done of waiting) yield* await done;
    if (pool !== undefined) yield* await judgeIn(pool, batch);
  } finally {
    await pool?.close();
  }
}

function isJudgeable(item: Item): item is ReportItem | RowItem {
  return item.kind === 'report' || item.kind === 'row';
}

async function judgeIn(pool: WorkerPool, items: readonly Item[]): Promise<JudgedItem[]> {
  const judgeable = items.filter(isJudgeable);
  const found = await pool.judge(
    judgeable.map(({ task, config }) => ({ task, company: companyRulesOf(config) })),
  );
  let next = 0;
  return items.map((item) => {
    if (!isJudgeable(item)) return { item, findings: [] };
    next += 1;
    return { item, findings: found[next - 1] ?? [] };
  });
}
