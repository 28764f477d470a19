const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface Sniffed {
  readonly delimiter: Delimiter;
  /** How many characters stand before the table proper: a byte order mark, Excel's line `sep=;`. */
  readonly skip: number;
}

const EXCEL_LINE = /^\uFEFF?"?sep=([,;\t])"?(?:\r\n|\r|\n)/i;

/**
 * Finds out what stands between the cells: what the header has most of outside quotes.
 * @param head the beginning of the text, with the whole header in it
 */
export function sniffDelimiter(head: string): Sniffed {
  const said = EXCEL_LINE.exec(head);
  const delimiter = DELIMITERS.find((one) => one === said?.[1]);
  if (said !== null && delimiter !== undefined) return { delimiter, skip: said[0].length };
  return { delimiter: mostFrequent(head), skip: head.startsWith('\uFEFF') ? 1 : 0 };
}

function mostFrequent(head: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  let hasText = false;
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (hasText) break;
    } else {
      hasText ||= character.trim() !== '';
      const delimiter = isQuoted ? undefined : DELIMITERS.find((one) => one === character);
      if (delimiter !== undefined) counts[delimiter] += 1;
    }
  }
  const best = DELIMITERS.reduce((most, one) => (counts[one] > counts[most] ? one : most));
  // A single column: what is a sentence, with its commas, is to stay in one piece.
  return counts[best] === 0 ? '\t' : best;
}
