import { verdictOf } from '../../rules/finding.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { machineLintMessage } from './machine-message.ts';
import { safeJson } from './safe-json.ts';

/**
 * A line of JSON for each report or row, in order and at once: rows piped in come out judged. A row that is none, or has
 * nothing to judge, is answered in its place; a header that comes again is no row.
 */
export function ndjsonFormat({
  speaker,
  standardInput,
}: Pick<FormatLook, 'speaker' | 'standardInput'>): Format {
  const nothing = (): string => '';
  const line = (value: object): string => `${safeJson(value)}\n`;
  const fileOf = (path: string): string | undefined => (path === standardInput ? undefined : path);
  return {
    begin: nothing,
    beginFile: nothing,
    document(document) {
      const { path, row, id, messages, suppressed } = document;
      return line({
        file: fileOf(path),
        row,
        id,
        verdict: verdictOf(messages),
        messages: messages.map((message) => machineLintMessage(document, message, speaker, true)),
        suppressed: suppressed.length > 0 ? suppressed.length : undefined,
      });
    },
    skipped(path, row, why, id) {
      if (why === 'header') return '';
      const answer = { file: fileOf(path), row, id: id ?? null };
      return line(
        why === 'broken'
          ? { ...answer, error: speaker.say('lint.row-broken', { row }) }
          : { ...answer, skipped: why },
      );
    },
    endFile: nothing,
    unread: (path, problem) => line({ file: path, error: problem }),
    end: nothing,
  };
}
