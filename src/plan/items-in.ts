/** Several items are typed in one line, with semicolons between them. */
export function itemsIn(line: string): string[] {
  return line
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
