import { readMarkdownReport } from '../../src/reports/markdown.ts';
import { readYaml } from '../../src/reports/yaml-front-matter.ts';
import type { Report } from '../../src/reports/report.ts';
import type { Range } from '../../src/text/range.ts';

/** The text in a range. */
export function textAt(report: Report, { start, end }: Range): string {
  return report.source.slice(start, end);
}

/** The sections of a report as a user sees them: `name | heading`, then the text of each block. */
export function outlineOf(source: string): string[][] {
  const report = readMarkdownReport(source, readYaml);
  return report.sections.map(({ name, heading, blocks }) =>
    [`${name} | ${textAt(report, heading)}`].concat(blocks.map((block) => textAt(report, block))),
  );
}

/** The notes on a report, each as `kind: text`. */
export function notesOn(source: string): string[] {
  return readMarkdownReport(source, readYaml).notes.map(({ kind, text }) => `${kind}: ${text}`);
}

/** The fields of a report, each as it was written. */
export function fieldsOf(source: string): Record<string, string> {
  const { fields } = readMarkdownReport(source, readYaml);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}
