import { configFile, keysAt } from './config-file.ts';
import type { ConfigFile } from './config-file.ts';
import type { ConfigSource, SourceProblem } from './config-source.ts';
import { problemsOf } from './schema-issue.ts';

const schema = configFile();

/** A configuration by the schema, or everything that is wrong with it. */
export function checkConfig(
  value: unknown,
  source: ConfigSource,
): { config: ConfigFile } | { problems: SourceProblem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { config: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, keysAt));
  return { problems: problems.map((problem) => ({ source, ...problem })) };
}
