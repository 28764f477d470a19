import { findReports } from '../../lint/find-reports.ts';
import type { FileProblem } from '../../lint/file-problem.ts';
import { loadFormat } from '../../lint/formats/index.ts';
import type { Format } from '../../lint/format.ts';
import type { Tally } from '../../lint/document.ts';
import { readReportFile } from '../../lint/read-report-file.ts';
import { reportMessages } from '../../lint/report-messages.ts';
import { stageNamed } from '../../reports/names.ts';
import { readReport } from '../../reports/read-report.ts';
import type { ReportNote } from '../../reports/report.ts';
import { readChoice } from '../../read-option.ts';
import { judgeReport } from '../../rules/judge-report.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import { write } from '../../streams.ts';
import { cleanLine } from '../../text/clean.ts';
import { languageNote } from '../../terminal/language-note.ts';
import { UserError } from '../../user-error.ts';
import version from '../../../package.json' with { type: 'json' };
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
  const name = readChoice('--format', options.format ?? 'text', FORMATS);
  const rulebook = loadRulebook(world);
  const look = { rulebook, speaker, ink, width, cwd: world.cwd, version: version.version };
  const format = await loadFormat(name, look);

  const { files, problems } = await findReports(world.fs, world.cwd, patterns);
  await write(world.stdout, format.begin());
  let tally = NOTHING;
  for (const path of files) tally = sumOf(tally, await lintFile(path, session, rulebook, format));
  for (const problem of problems) tally = sumOf(tally, await lintNothing(problem, session, format));
  await write(world.stdout, format.end(tally));
  if (tally.unread > 0) return EXIT.wrong;
  return tally.errors > 0 ? EXIT.refused : EXIT.fine;
}

const NOTHING: Tally = {
  judged: 0,
  errors: 0,
  warnings: 0,
  suppressed: 0,
  unread: 0,
  skipped: { empty: 0, broken: 0, header: 0 },
};

function sumOf(a: Tally, b: Tally): Tally {
  return {
    ...NOTHING,
    judged: a.judged + b.judged,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    unread: a.unread + b.unread,
  };
}

async function lintFile(path: string, session: Session, rulebook: Rulebook, format: Format): Promise<Tally> {
  const { world, speaker } = session;
  const file = readReportFile(world.fs, path);
  if ('problem' in file) return lintNothing(file.problem, session, format);
  const report = await readReport(file.decoded.text);
  noteOddities(path, report.source, report.notes, session);
  const judged = report.sections.flatMap(({ blocks }) =>
    blocks.map(({ start, end }) => report.source.slice(start, end)),
  );
  const language = languageNote(judged.join('\n'), session.speaker);
  if (language !== undefined) session.note(`${session.noteInk.dim(cleanLine(path))} ${language}`);
  const stage = report.fields.stage === undefined ? undefined : stageNamed(report.fields.stage.value);
  const findings = judgeReport({ source: report.source, stage, sections: report.sections }, rulebook);
  const messages = reportMessages(report.source, findings, rulebook, speaker);
  const errors = messages.filter(({ level }) => level === 'error').length;
  const tally = { ...NOTHING, judged: 1, errors, warnings: messages.length - errors };
  await write(
    world.stdout,
    format.beginFile(path) +
      format.document({ path, about: {}, messages, suppressed: [] }) +
      format.endFile(path, tally),
  );
  return tally;
}

async function lintNothing(
  { kind, path, code }: FileProblem,
  { world, speaker }: Session,
  format: Format,
): Promise<Tally> {
  const reason = speaker.say(`file.${kind}`, { path: cleanLine(path) });
  await write(world.stdout, format.unread(path, code === undefined ? reason : `${reason} (${code})`));
  return { ...NOTHING, unread: 1 };
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
