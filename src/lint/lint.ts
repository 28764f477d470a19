import type { LintConfig } from '../config/lint-config.ts';
import type { Exceeded } from './baseline.ts';
import { documentOf } from './document-of.ts';
import type { Desk, NamedBaseline } from './document-of.ts';
import type { JudgedDocument, Tally } from './document.ts';
import type { Format } from './format.ts';
import { inOrder } from './in-order.ts';
import type { Judges } from './in-order.ts';
import type { Item } from './item.ts';
import type { Repair } from './repair.ts';
import { NOTHING, UNREAD, sumOf, withDocument, withSkipped } from './tally.ts';

/** Everything that a run of the linter works with. */
export interface LintRun {
  readonly items: AsyncIterable<Item>;
  readonly judges: Judges;
  readonly deskFor: (config: LintConfig) => Desk;
  readonly baseline: NamedBaseline | undefined;
  readonly format: Format;
  /** Writes a piece of the results; waits where the reader is slower than we are. */
  readonly write: (text: string) => Promise<void>;
  /** Only errors are shown, and counted among the results. */
  readonly isQuiet: boolean;
  readonly repair: Repair | undefined;
  /** Called where more was found than the baseline lets pass. */
  readonly exceeded: (path: string, row: number | undefined, exceeded: Exceeded) => void;
  /** Called for every document that was judged. */
  readonly progress: () => void;
}

export interface LintOutcome {
  readonly tally: Tally;
  /** All warnings, also those that a quiet run does not show. */
  readonly warnings: number;
}

/** Judges everything, in order, and writes what comes of it as it comes. */
export async function lint(run: LintRun): Promise<LintOutcome> {
  const { format, write, baseline } = run;
  let all = NOTHING;
  let ofFile = NOTHING;
  let warnings = 0;
  await write(format.begin());
  for await (const { item, findings } of inOrder(run.items, run.judges)) {
    switch (item.kind) {
      case 'begin':
        ofFile = NOTHING;
        await write(format.beginFile(item.path));
        break;
      case 'skipped':
        ofFile = withSkipped(ofFile, item.why);
        await write(format.skipped?.(item.path, item.row, item.why, item.id) ?? '');
        break;
      case 'unread':
        all = sumOf(all, UNREAD);
        await write(format.unread(item.path, item.problem));
        break;
      case 'end':
        baseline?.endFile(baseline.nameOf(item.path));
        all = sumOf(all, ofFile);
        await write(format.endFile(item.path, ofFile));
        break;
      default: {
        const desk = run.deskFor(item.config);
        const repaired = item.kind === 'report' && (await run.repair?.(item, findings, desk));
        const { document, exceeded } = repaired
          ? documentOf(repaired.item, repaired.findings, desk)
          : documentOf(item, findings, desk);
        for (const one of exceeded) run.exceeded(item.path, document.row, one);
        warnings += document.messages.filter(({ level }) => level === 'warn').length;
        const shown = run.isQuiet ? withoutWarnings(document) : document;
        ofFile = withDocument(ofFile, shown);
        run.progress();
        await write((repaired ? repaired.diff : '') + format.document(shown));
      }
    }
  }
  await write(format.end(all));
  return { tally: all, warnings };
}

function withoutWarnings(document: JudgedDocument): JudgedDocument {
  return { ...document, messages: document.messages.filter(({ level }) => level === 'error') };
}
