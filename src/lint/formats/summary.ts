import { SKIPPED } from '../document.ts';
import type { Format } from '../format.ts';
import { showSummary, summaryObject } from '../show-summary.ts';
import { openSummary } from '../summary.ts';
import type { Summary } from '../summary.ts';
import type { FormatLook } from './look.ts';
import { safeJson } from './safe-json.ts';
import { skippedLines, unreadLines } from './text.ts';

/** `--summary`: nothing of single calls, at the end the shares; files that could not be read are named. */
export function summaryFormat(look: FormatLook): Format {
  const summary = openSummary();
  return {
    ...collecting(summary),
    unread: (path, problem) => [...unreadLines(path, problem, look), '', ''].join('\n'),
    end: (tally) => [showSummary(summary.counts(), look), ...endLines(skippedLines(tally, look))].join('\n'),
  };
}

/** Nothing is written before the end. */
function collecting(summary: Summary): Pick<Format, 'begin' | 'beginFile' | 'document' | 'endFile'> {
  const nothing = (): string => '';
  return {
    begin: nothing,
    beginFile: nothing,
    document(document) {
      summary.add(document);
      return '';
    },
    endFile: nothing,
  };
}

function endLines(lines: readonly string[]): string[] {
  return lines.length === 0 ? [''] : ['', ...lines, ''];
}

/** The same as one JSON object, complete: every group, the rows that were not judged, and the files not read. */
export function jsonSummaryFormat(): Format {
  const summary = openSummary();
  const unread: { readonly filePath: string; readonly message: string }[] = [];
  return {
    ...collecting(summary),
    unread(path, problem) {
      unread.push({ filePath: path, message: problem });
      return '';
    },
    end({ skipped }) {
      const counts = summaryObject(summary.counts());
      const rows = Object.fromEntries(SKIPPED.map((why) => [why, skipped[why]]));
      return `${safeJson({ ...counts, skipped: rows, unread }, 2)}\n`;
    },
  };
}
