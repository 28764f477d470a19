/** A bar that is not escaped. */
const BAR = /(?<!\\)\|/;

/** The parts of `WHAT | WHY | INSTEAD`, trimmed; `\|` is a bar within a text. */
export function partsOf(given: string): string[] {
  return given.split(BAR).map((part) => part.replaceAll('\\|', '|').trim());
}
