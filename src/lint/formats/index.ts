import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';

/** How results can be written: for people, for programs, for build servers, for spreadsheets. */
export const FORMATS = ['text', 'json', 'ndjson', 'sarif', 'junit', 'github', 'csv'] as const;
export type FormatName = (typeof FORMATS)[number];

type Load = (look: FormatLook) => Promise<Format>;

const LOADERS: Readonly<Record<FormatName, Load>> = {
  text: async (look) => (await import('./text.ts')).textFormat(look),
  json: async (look) => (await import('./json.ts')).jsonFormat(look),
  ndjson: async (look) => (await import('./ndjson.ts')).ndjsonFormat(look),
  sarif: async (look) => (await import('./sarif.ts')).sarifFormat(look),
  junit: async (look) => (await import('./junit.ts')).junitFormat(look),
  github: async (look) => (await import('./github.ts')).githubFormat(look),
  csv: async (look) => (await import('./csv.ts')).csvFormat(look),
};

/** A format, loaded when it is asked for. Each is for one run: it remembers what it has written. */
export function loadFormat(name: FormatName, look: FormatLook): Promise<Format> {
  return LOADERS[name](look);
}

/** The same for `--summary`, for people or as JSON. */
export async function loadSummary(as: 'text' | 'json', look: FormatLook): Promise<Format> {
  const { jsonSummaryFormat, summaryFormat } = await import('./summary.ts');
  return as === 'json' ? jsonSummaryFormat() : summaryFormat(look);
}
