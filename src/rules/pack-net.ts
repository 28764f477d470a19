import type { PhraseNet } from './net.ts';

/** What is packed of a net beside its numbers; plain data for a JSON file. */
export interface PackedNet<Owner> {
  readonly owners: readonly Owner[];
  readonly words: number;
  readonly prefixes: number;
  readonly hasNumber: boolean;
  /** Of all wants of words, a line each. */
  readonly keys: string;
  readonly shapes: string;
  /** How many numbers each array has. */
  readonly lengths: readonly number[];
}

type Numbers = Int32Array | Uint16Array | Uint8Array;

/** The arrays of a net in the order in which they are packed: those of four bytes a number first, so that all can be read where they stand. */
function arraysOf<Owner>({ uses, beginnings, knots, ownerOf, listOf, wants }: PhraseNet<Owner>): Numbers[] {
  return [uses.starts, beginnings, uses.items, knots, ownerOf, listOf, wants.tones];
}

/** Packs a net for two files. */
export function packNet<Owner>(net: PhraseNet<Owner>): {
  readonly packed: PackedNet<Owner>;
  readonly bytes: Uint8Array;
} {
  const arrays = arraysOf(net);
  const { words, prefixes, hasNumber, keys, shapes } = net.wants;
  return {
    packed: {
      owners: net.owners,
      words,
      prefixes,
      hasNumber,
      keys: keys.join('\n'),
      shapes: shapes.join('\n'),
      lengths: arrays.map(({ length }) => length),
    },
    bytes: Buffer.concat(
      arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ),
  };
}

/**
 * Unpacks a net. Numbers of several bytes are read where they stand, so the lowest byte has to come first in memory, as it does on
 * every processor that Node runs on but s390x.
 * @param bytes as they were read from the file, at a place in memory that can be divided by four
 */
export function unpackNet<Owner>(packed: PackedNet<Owner>, bytes: Uint8Array): PhraseNet<Owner> {
  const { owners, words, prefixes, hasNumber } = packed;
  const lengths = packed.lengths.values();
  const { buffer } = bytes;
  let at = bytes.byteOffset;
  /** Takes the next array. */
  const take = <Taken extends Numbers>(make: (at: number, length: number) => Taken): Taken => {
    const taken = make(at, lengths.next().value ?? 0);
    at += taken.byteLength;
    return taken;
  };
  const int32 = (): Int32Array => take((from, length) => new Int32Array(buffer, from, length));
  const uint16 = (): Uint16Array => take((from, length) => new Uint16Array(buffer, from, length));

  // In the order of `arraysOf`.
  const starts = int32();
  const beginnings = int32();
  const items = uint16();
  const knots = uint16();
  const ownerOf = uint16();
  const listOf = uint16();
  const tones = take((from, length) => new Uint8Array(buffer, from, length));
  const keys = packed.keys.split('\n');
  const shapes = packed.shapes.split('\n');
  return {
    owners,
    ownerOf,
    listOf,
    wants: { words, prefixes, hasNumber, keys, shapes, tones },
    uses: { starts, items },
    knots,
    beginnings,
  };
}
