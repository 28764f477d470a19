import { speakerOf } from '../../messages.ts';
import { excerptRows } from '../../terminal/excerpt.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine, cleanSameLength } from '../../text/clean.ts';
import { SKIPPED } from '../document.ts';
import type { JudgedDocument, LintMessage, Tally } from '../document.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { pathFrom, placeOf } from './place.ts';

type TextLook = Pick<FormatLook, 'speaker' | 'ink' | 'width' | 'cwd'>;

const INDENT = '      ';

/** For people: the messages below their file, each with its line and the words marked, then what they come to. */
export function textFormat(look: TextLook): Format {
  let reports = 0;
  let rows = 0;
  let isTitled = false;
  return {
    begin: () => '',
    beginFile() {
      isTitled = false;
      return '';
    },
    document(document) {
      if (document.row === undefined) reports += 1;
      else rows += 1;
      if (document.messages.length === 0) return '';
      const title = isTitled ? [] : [titleOf(document.path, look)];
      isTitled = true;
      const own = lookOf(document, look);
      return linesToWrite([
        ...title,
        ...document.messages.flatMap((message) => messageLines(document, message, own)),
      ]);
    },
    endFile: () => (isTitled ? '\n' : ''),
    unread: (path, problem) => linesToWrite([...unreadLines(path, problem, look), '']),
    end: (tally) => linesToWrite(summaryLines(tally, documentsText(reports, rows, look), look)),
  };
}

/** A file that could not be read, and why. */
export function unreadLines(path: string, problem: string, look: TextLook): string[] {
  return [titleOf(path, look), wrap(`${look.ink.red('✗')} ${cleanLine(problem)}`, look.width, '  ')];
}

/** Why rows were not judged, in one line; nothing where all were. */
export function skippedLines({ skipped }: Tally, { speaker, width }: TextLook): string[] {
  const what = SKIPPED.filter((why) => skipped[why] > 0).map((why) =>
    speaker.say(`lint.skipped-${why}`, { n: skipped[why] }),
  );
  return what.length === 0 ? [] : [wrap(speaker.say('lint.not-judged', { what: what.join(', ') }), width)];
}

/** What stands beside messages is said in their language. */
function lookOf({ language }: JudgedDocument, look: TextLook): TextLook {
  const isSame = language === undefined || language === look.speaker.language;
  return isSame ? look : { ...look, speaker: speakerOf(language) };
}

function linesToWrite(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function titleOf(path: string, { ink, cwd }: TextLook): string {
  return ink.underline(cleanLine(pathFrom(cwd, path)));
}

function messageLines(document: JudgedDocument, message: LintMessage, look: TextLook): string[] {
  const { speaker, ink, width } = look;
  const sign =
    message.level === 'error'
      ? ink.red(`✗ ${speaker.say('level.error')}`)
      : ink.yellow(`! ${speaker.say('level.warn')}`);
  const sentence = `${cleanLine(message.message)} ${ink.dim(`[${cleanLine(message.rule)}]`)}`;
  const lines = [wrap(`${sign} ${placeOf(document, message, speaker)}  ${sentence}`, width, '  ')];
  lines.push(...excerptLines(message, look));
  if (message.suggestion !== undefined) {
    const suggestion = speaker.say('finding.try', { text: ink.bold(cleanLine(message.suggestion)) });
    lines.push(wrap(`${ink.green('→')} ${suggestion}`, width, INDENT));
  }
  return lines;
}

/** The line as it stands, with the words marked; what goes on in the next line is marked to the end of this one. */
function excerptLines({ excerpt }: LintMessage, { ink, width }: TextLook): string[] {
  if (excerpt === undefined || excerpt.end <= excerpt.start) return [];
  return excerptRows(cleanSameLength(excerpt.text), excerpt, width - INDENT.length).flatMap((row) => [
    INDENT + row.text,
    INDENT + ink.red(row.marks),
  ]);
}

/** How many reports and rows were judged; reports where there was neither. */
function documentsText(reports: number, rows: number, { speaker }: TextLook): string {
  return [
    ...(reports > 0 || rows === 0 ? [speaker.say('lint.reports', { n: reports })] : []),
    ...(rows > 0 ? [speaker.say('lint.rows', { n: rows })] : []),
  ].join(', ');
}

function summaryLines(tally: Tally, documents: string, look: TextLook): string[] {
  const { speaker, ink, width } = look;
  const { judged, errors, warnings, suppressed, unread } = tally;
  const suppressedText = suppressed > 0 ? [speaker.say('lint.suppressed', { n: suppressed })] : [];
  if (judged + unread === 0)
    return [wrap(speaker.say('lint.nothing-judged'), width), ...skippedLines(tally, look)];
  if (errors + warnings + unread === 0) {
    const sentence = `✓ ${speaker.say('lint.clean', { n: judged, documents })}`;
    const besides = suppressedText.map((text) => ` (${text})`).join('');
    return [wrap(ink.green(sentence) + besides, width), ...skippedLines(tally, look)];
  }
  const parts = [
    speaker.say('lint.errors', { n: errors }),
    speaker.say('lint.warnings', { n: warnings }),
    ...suppressedText,
    ...(unread > 0 ? [speaker.say('lint.unread', { n: unread })] : []),
  ];
  return [
    wrap(ink.bold(`${documents}: ${parts.join(', ')}`), width),
    ...skippedLines(tally, look),
    ...(errors + warnings > 0 ? [speaker.say('rules.more')] : []),
  ];
}
