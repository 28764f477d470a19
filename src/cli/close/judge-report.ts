import version from '../../../package.json' with { type: 'json' };
import { openConfigs } from '../../config/configs.ts';
import type { LintConfig } from '../../config/lint-config.ts';
import { documentOf } from '../../lint/document-of.ts';
import type { JudgedDocument } from '../../lint/document.ts';
import { loadFormat } from '../../lint/formats/index.ts';
import { reportItems } from '../../lint/read-items.ts';
import { NOTHING, withDocument } from '../../lint/tally.ts';
import { judgeTask } from '../../lint/task.ts';
import type { OpenedRules } from '../../open-rules.ts';
import type { Session } from '../session.ts';
import { openDesks } from '../lint/desks.ts';
import type { Desks } from '../lint/desks.ts';

/** A call report, and what linting it says. */
export interface LintedReport {
  readonly document: JudgedDocument;
  /** The same as `plan-call lint` shows it; empty where there is nothing to say against it. */
  readonly shown: string;
}

/**
 * Lints a call report as `plan-call lint` does, by the rules that hold where it lies.
 * @param path absolute; there need be no such file yet
 */
export async function lintReport(
  session: Session,
  rules: OpenedRules,
  path: string,
  text: string,
): Promise<LintedReport> {
  const { world, speaker } = session;
  const configs = openConfigs({ fs: world.fs, cwd: world.cwd, use: 'nearest', rulebook: rules });
  const config = await configs.configFor(path);
  const desks = openDesks(rules, undefined, undefined, session);
  const document = await judge(path, text, config, desks, session);
  const format = await loadFormat('text', {
    rulebook: desks.rulebookFor(config),
    speaker,
    ink: session.ink,
    width: session.width,
    cwd: world.cwd,
    version: version.version,
  });
  const parts = [
    format.beginFile(path),
    format.document(document),
    format.endFile(path, NOTHING),
    format.end(withDocument(NOTHING, document)),
  ];
  return { document, shown: document.messages.length === 0 ? '' : parts.join('').trimEnd() };
}

async function judge(
  path: string,
  text: string,
  config: LintConfig,
  { rulebookFor, deskFor }: Desks,
  { speaker }: Session,
): Promise<JudgedDocument> {
  const reading = { speaker, note: () => undefined, dateOrder: undefined };
  for await (const item of reportItems(path, { text, encoding: 'utf-8' }, config, reading)) {
    if (item.kind === 'report') {
      return documentOf(item, judgeTask(item.task, rulebookFor(config)), deskFor(config)).document;
    }
  }
  throw new Error('a report is always judged');
}
