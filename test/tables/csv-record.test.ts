import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_VALUE, offsetOf, recordAt } from '../../src/tables/csv-record.ts';
import type { Field } from '../../src/tables/csv-record.ts';

/** All records of a text; those of one field that is empty are blank lines. */
function recordsOf(text: string): (readonly Field[])[] {
  const records: (readonly Field[])[] = [];
  for (let at = 0; at < text.length;) {
    const record = recordAt(text, at, ',', true);
    if (record === undefined) throw new Error(`nothing at ${at}`);
    records.push(record.fields);
    at = record.end;
  }
  return records;
}

const anything = fc.string({ unit: fc.constantFrom(...'ab"",\r\n '), maxLength: 40 });

/** What another reader makes of a text; nothing of one with a quote that is never closed. */
function readElsewhere(text: string): string[][] | undefined {
  try {
    return parse(text, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
    });
  } catch {
    return undefined;
  }
}

/** The other reader halves a pair of quotes also in what turns out not to be in quotes. */
const withoutPairs = (value: string): string => value.replaceAll(/"+/g, '"');

describe('a record', () => {
  it('of any text has the values that another reader finds', () => {
    let compared = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const expected = readElsewhere(text);
        if (expected === undefined) return;
        compared += 1;
        const values = recordsOf(text).map((fields) => fields.map(({ value }) => withoutPairs(value)));
        expect(values).toEqual(expected.map((record) => record.map(withoutPairs)));
      }),
      { numRuns: 5000 },
    );
    expect(compared).toBeGreaterThan(2500);
  });

  it('is known only when what follows cannot change it', () => {
    fc.assert(
      fc.property(anything, fc.nat(40), (text, length) => {
        const whole = recordAt(text, 0, ',', true);
        expect([undefined, whole]).toContainEqual(recordAt(text.slice(0, length), 0, ',', false));
      }),
      { numRuns: 5000 },
    );
  });

  it('has each character where it says', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const field of recordsOf(text).flat()) {
          const places = Array.from(field.value, (_, i) => offsetOf(text, field, i));
          expect(places.map((place) => text[place]).join('')).toBe(field.value);
          expect(offsetOf(text, field, field.value.length)).toBe(field.isQuoted ? field.end - 1 : field.end);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('with a quote that would hold more than any value has is not waited for', () => {
    const text = `"a,${'b'.repeat(LONGEST_VALUE)}\n`;
    expect(recordAt(text.slice(0, 100), 0, ',', false)).toBeUndefined();
    expect(recordAt(`${text}c`, 0, ',', false)?.fields[0]?.value).toBe('"a');
    expect(recordAt(`${text}"`, 0, ',', true)?.fields[0]?.value).toBe('"a');
  });
});
