import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { freshFolder } from '../support/folders.ts';

type Parser = typeof import('@actions/workflow-parser/actions/action-parser');
type Traces = typeof import('@actions/workflow-parser/templates/trace-writer');

/** GitHub's own parser of actions. It imports JSON in a way that bundlers know and Node does not. */
export async function openActionParser(): Promise<(content: string) => string[]> {
  const folder = freshFolder();
  await build({
    input: {
      parser: '@actions/workflow-parser/actions/action-parser',
      traces: '@actions/workflow-parser/templates/trace-writer',
    },
    platform: 'node',
    logLevel: 'silent',
    output: { dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
  });
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(folder, name)).href);
  const { parseAction } = (await load('parser.mjs')) as Parser;
  const { NoOperationTraceWriter } = (await load('traces.mjs')) as Traces;
  return (content) => {
    const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
    return context.errors.getErrors().map(({ message }) => message);
  };
}
