/** What JSON leaves as it is, and a terminal obeys or hides: DEL, C1 controls, and what turns the direction of writing. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A value as JSON that may be shown on a terminal; it parses to the same value.
 * @param indent spaces for each level; without it all is in one line
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
