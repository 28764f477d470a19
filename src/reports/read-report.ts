import { readMarkdownReport } from './markdown.ts';
import type { Report } from './report.ts';

/** Reads a call report as `readMarkdownReport` does; the YAML package is loaded at the first report that needs it. */
export async function readReport(source: string): Promise<Report> {
  const needs = { yaml: false };
  const report = readMarkdownReport(source, () => {
    needs.yaml = true;
    return { entries: [] };
  });
  if (!needs.yaml) return report;
  const { readYaml } = await import('./yaml-front-matter.ts');
  return readMarkdownReport(source, readYaml);
}
