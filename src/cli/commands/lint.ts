import { findReports } from '../../lint/find-reports.ts';
import type { FileProblem } from '../../lint/file-problem.ts';
import { lintAsJson } from '../../lint/formats/json.ts';
import { lintAsText } from '../../lint/formats/text.ts';
import { countOf } from '../../lint/lint-result.ts';
import type { LintResult } from '../../lint/lint-result.ts';
import { readReportFile } from '../../lint/read-report-file.ts';
import { stageNamed } from '../../reports/names.ts';
import { readReport } from '../../reports/read-report.ts';
import type { ReportNote } from '../../reports/report.ts';
import { readChoice } from '../../read-option.ts';
import { judgeReport } from '../../rules/judge-report.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import { cleanLine } from '../../text/clean.ts';
import { languageNote } from '../../terminal/language-note.ts';
import { UserError } from '../../user-error.ts';
import { lineStarts, positionAt } from '../../lint/positions.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { loadRulebook } from '../session.ts';
import type { Session } from '../session.ts';

const FORMATS = ['text', 'json'] as const;

interface Options {
  readonly format?: string;
}

/** `plan-call lint FILES…`: judges call reports. A file that cannot be read is named and stops no other. */
export async function run(
  session: Session,
  options: Options,
  patterns: readonly string[],
): Promise<ExitCode> {
  const { world, speaker, ink, width } = session;
  if (patterns.length === 0) throw new UserError('lint.no-files');
  const format = readChoice('--format', options.format ?? 'text', FORMATS);
  const rulebook = loadRulebook(world);

  const { files, problems } = await findReports(world.fs, world.cwd, patterns);
  const results: LintResult[] = [];
  for (const path of files) results.push(await lintFile(path, session, rulebook));
  for (const problem of problems) results.push(unread(problem, session));

  if (format === 'json') session.print(lintAsJson(results, rulebook, speaker));
  else session.print(lintAsText(results, { rulebook, speaker, ink, width, cwd: world.cwd }));
  const { errors, unread: notRead } = countOf(results);
  if (notRead > 0) return EXIT.wrong;
  return errors > 0 ? EXIT.refused : EXIT.fine;
}

async function lintFile(path: string, session: Session, rulebook: Rulebook): Promise<LintResult> {
  const file = readReportFile(session.world.fs, path);
  if ('problem' in file) return unread(file.problem, session);
  const report = await readReport(file.decoded.text);
  noteOddities(path, report.source, report.notes, session);
  const judged = report.sections.flatMap(({ blocks }) =>
    blocks.map(({ start, end }) => report.source.slice(start, end)),
  );
  const language = languageNote(judged.join('\n'), session.speaker);
  if (language !== undefined) session.note(`${session.noteInk.dim(cleanLine(path))} ${language}`);
  const stage = report.fields.stage === undefined ? undefined : stageNamed(report.fields.stage.value);
  const findings = judgeReport({ source: report.source, stage, sections: report.sections }, rulebook);
  return { kind: 'judged', path, source: report.source, findings };
}

function unread(problem: FileProblem, { speaker }: Session): LintResult {
  const reason = speaker.say(`file.${problem.kind}`, { path: cleanLine(problem.path) });
  return {
    kind: 'unread',
    path: problem.path,
    problem: problem.code === undefined ? reason : `${reason} (${problem.code})`,
  };
}

/** What a reader of the results should know about how a report was read: text that was left out, a stage that is none. */
function noteOddities(
  path: string,
  source: string,
  notes: readonly ReportNote[],
  { speaker, note, noteInk }: Session,
): void {
  const starts = lineStarts(source);
  for (const { kind, text, start } of notes) {
    // A note without front matter or headings is judged all the same; nothing is lost.
    if (kind === 'no-front-matter' || kind === 'no-sections') continue;
    const { line } = positionAt(starts, start);
    note(
      `${noteInk.dim(`${cleanLine(path)}:${line}`)} ${speaker.say(`report.${kind}`, { text: cleanLine(text) })}`,
    );
  }
}
