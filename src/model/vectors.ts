/** The vectors of all places, of signed bytes. */
export interface Vectors {
  /** The sum of the vectors at these places, in an array that the next sum is written to, too. */
  sum(places: readonly number[]): Int32Array;
  /** The scalar product of the vector at a place with factors, one for each dimension. */
  product(place: number, factors: readonly number[]): number;
}

/** Four bytes make one number of 32 bits, and the sums over a text take that apart only at the end. */
const LANES = 4;
/** How many such numbers are added up in one go: as many sums as a processor keeps at hand. */
const STRIDE = 4;
/** Turns the bytes -128…127 into 0…255, so that no sum of them borrows from the one beside it. */
const LIFT = 0x80808080;
const LIFTED_BY = 128;
/** The first and third byte, each with a free one above it. */
const EVEN = 0x00ff00ff;
/** So many bytes of up to 255 make a sum that fits into two bytes. */
const FULL = 257;

/**
 * Makes vectors ready to add up. Nearly all the time of a model goes into the sums, so that bytes are added two at a time,
 * as the two halves of a number: three times as fast as one at a time. The lowest byte has to come first in memory, as it
 * does on every processor that Node runs on but s390x.
 * @param bytes one vector after the other
 * @param width how many numbers a vector has, a multiple of four
 */
export function openVectors(bytes: Uint8Array, width: number): Vectors {
  if (width % LANES !== 0)
    throw new RangeError(`the length of a vector is no multiple of ${LANES}: ${width}`);
  const { buffer, byteOffset, length } = bytes.byteOffset % LANES === 0 ? bytes : bytes.slice();
  const numbers = new Int8Array(buffer, byteOffset, length);
  const quads = new Int32Array(buffer, byteOffset, Math.floor(length / LANES));
  const row = width / LANES;

  /**
   * Adds up some numbers of the vectors at the places `from` up to, not including, `to`. The last stride of a vector may
   * read on into the next, or past the end.
   */
  const addStride = (
    places: readonly number[],
    from: number,
    to: number,
    q: number,
    into: Int32Array,
  ): void => {
    let even0 = 0;
    let odd0 = 0;
    let even1 = 0;
    let odd1 = 0;
    let even2 = 0;
    let odd2 = 0;
    let even3 = 0;
    let odd3 = 0;
    for (let k = from; k < to; k += 1) {
      const at = (places[k] ?? 0) * row + q;
      const quad0 = (quads[at] ?? 0) ^ LIFT;
      const quad1 = (quads[at + 1] ?? 0) ^ LIFT;
      const quad2 = (quads[at + 2] ?? 0) ^ LIFT;
      const quad3 = (quads[at + 3] ?? 0) ^ LIFT;
      even0 = (even0 + (quad0 & EVEN)) | 0;
      odd0 = (odd0 + ((quad0 >>> 8) & EVEN)) | 0;
      even1 = (even1 + (quad1 & EVEN)) | 0;
      odd1 = (odd1 + ((quad1 >>> 8) & EVEN)) | 0;
      even2 = (even2 + (quad2 & EVEN)) | 0;
      odd2 = (odd2 + ((quad2 >>> 8) & EVEN)) | 0;
      even3 = (even3 + (quad3 & EVEN)) | 0;
      odd3 = (odd3 + ((quad3 >>> 8) & EVEN)) | 0;
    }
    const lifted = LIFTED_BY * (to - from);
    addQuad(into, q, even0, odd0, lifted);
    addQuad(into, q + 1, even1, odd1, lifted);
    addQuad(into, q + 2, even2, odd2, lifted);
    addQuad(into, q + 3, even3, odd3, lifted);
  };

  const sums = new Int32Array(width + LANES * STRIDE);
  const sumsOfVector = sums.subarray(0, width);
  return {
    sum(places) {
      sums.fill(0);
      for (let from = 0; from < places.length; from += FULL)
        for (let q = 0; q < row; q += STRIDE)
          addStride(places, from, Math.min(from + FULL, places.length), q, sums);
      return sumsOfVector;
    },
    product: (place, factors) => product(numbers, place * width, factors),
  };
}

/** @param at where the numbers begin that are multiplied with the factors */
export function product(numbers: Int8Array | Int16Array, at: number, factors: readonly number[]): number {
  let sum = 0;
  for (let d = 0; d < factors.length; d += 1) sum += (factors[d] ?? 0) * (numbers[at + d] ?? 0);
  return sum;
}

/** Takes the sums of the four bytes of one number apart. */
function addQuad(into: Int32Array, q: number, even: number, odd: number, lifted: number): void {
  const d = q * LANES;
  into[d] = (into[d] ?? 0) + (even & 0xffff) - lifted;
  into[d + 1] = (into[d + 1] ?? 0) + (odd & 0xffff) - lifted;
  into[d + 2] = (into[d + 2] ?? 0) + (even >>> 16) - lifted;
  into[d + 3] = (into[d + 3] ?? 0) + (odd >>> 16) - lifted;
}
