import { basename, extname } from 'node:path';
import type { Speaker } from '../../messages.ts';
import type { JudgedDocument, LintMessage } from '../document.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { pathFrom, perFile, placeOf } from './place.ts';
import { xmlAttribute, xmlText } from './xml.ts';

type JunitLook = Pick<FormatLook, 'speaker' | 'cwd'>;

/** How a file is named, ready for attributes but for the path. */
interface Names {
  readonly path: string;
  readonly suite: string;
  readonly className: string;
  /** Without its folder. */
  readonly file: string;
}

interface Writing {
  readonly speaker: Speaker;
  readonly namesOf: (path: string) => Names;
}

/** A program that reads the report would publish the file that such a mark names. */
const ATTACHMENT = /\[\[(?=ATTACHMENT)/g;

/**
 * JUnit's XML for Jenkins and GitLab: a file is a suite, a report or row is a case. The cases of a file are held until
 * it ends, because their counts stand in front.
 *
 * All errors of a case are one failure: both programs show one, GitLab its content only, Jenkins its `message` in
 * lists. Warnings are the case's output: nothing else leaves a case passed (`skipped` would say that nobody looked).
 * Jenkins shows the output of every case, GitLab that of failed ones. There is no time, for none is measured, and no
 * `file` at the case, which the schema of Jenkins's xUnit plugin does not know.
 */
export function junitFormat({ speaker, cwd }: JunitLook): Format {
  const writing: Writing = { speaker, namesOf: perFile((path) => namesIn(cwd, path)) };
  let cases: string[] = [];
  let failures = 0;
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plan-call">\n',
    beginFile() {
      cases = [];
      failures = 0;
      return '';
    },
    document(document) {
      if (document.messages.some(({ level }) => level === 'error')) failures += 1;
      cases.push(caseOf(document, writing));
      return '';
    },
    endFile(path) {
      const suite = suiteOf(path, cases, { failures, errors: 0 }, writing);
      cases = [];
      return suite;
    },
    unread(path, problem) {
      const one = `    <testcase ${caseNames({ path }, writing)}>
      <error message="${xmlAttribute(problem)}" type="unread">${content(problem)}</error>
    </testcase>
`;
      return suiteOf(path, [one], { failures: 0, errors: 1 }, writing);
    },
    end: () => '</testsuites>\n',
  };
}

function suiteOf(
  path: string,
  cases: readonly string[],
  { failures, errors }: { readonly failures: number; readonly errors: number },
  { namesOf }: Writing,
): string {
  const name = namesOf(path).suite;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  return `  <testsuite name="${name}" file="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function caseOf(document: JudgedDocument, writing: Writing): string {
  const { messages } = document;
  const names = caseNames(document, writing);
  if (messages.length === 0) return `    <testcase ${names}/>\n`;
  const errors = messages.filter(({ level }) => level === 'error');
  const warnings = messages.filter(({ level }) => level !== 'error');
  const [first] = errors;
  const children = [
    ...(first === undefined
      ? []
      : [
          `<failure message="${xmlAttribute(first.message)}" type="${xmlAttribute(first.rule)}">${textOf(errors, document, writing)}</failure>`,
        ]),
    ...(warnings.length === 0 ? [] : [`<system-out>${textOf(warnings, document, writing)}</system-out>`]),
  ];
  return `    <testcase ${names}>\n${children.map((child) => `      ${child}\n`).join('')}    </testcase>\n`;
}

/**
 * The class is the path without its extension and other points, because Jenkins takes what stands before the last point
 * for a package. The name tells cases apart that have the same class, for GitLab shows the first of equal ones only.
 */
function namesIn(cwd: string, path: string): Names {
  const shown = pathFrom(cwd, path);
  const stem = shown.slice(0, shown.length - extname(shown).length);
  return {
    path: shown,
    suite: xmlAttribute(shown),
    className: xmlAttribute(stem.replaceAll('.', '_')),
    file: xmlAttribute(basename(shown)),
  };
}

function caseNames(
  { path, row, id }: Pick<JudgedDocument, 'path' | 'row' | 'id'>,
  { namesOf, speaker }: Writing,
): string {
  const { className, file } = namesOf(path);
  const ofRow = row === undefined ? '' : `, ${speaker.say('lint.row', { row })}`;
  const ofId = id === undefined ? '' : ` (${xmlAttribute(id)})`;
  return `classname="${className}" name="${file}${ofRow}${ofId}"`;
}

function textOf(messages: readonly LintMessage[], document: JudgedDocument, writing: Writing): string {
  return content(messages.map((message) => lineOf(message, document, writing)).join('\n'));
}

function lineOf(message: LintMessage, document: JudgedDocument, { namesOf, speaker }: Writing): string {
  const place = `${namesOf(document.path).path}:${positionOf(document, message, speaker)}`;
  const suggestion =
    message.suggestion === undefined
      ? ''
      : `\n  → ${speaker.say('finding.try', { text: message.suggestion })}`;
  return `${place}  ${message.message} [${message.rule}]${suggestion}`;
}

/** In a table the line is said, too: that is where an editor goes. */
function positionOf(document: JudgedDocument, message: LintMessage, speaker: Speaker): string {
  const { line, column } = message.from;
  return document.row === undefined
    ? `${line}:${column}`
    : `${line}:${column} (${placeOf(document, message, speaker)})`;
}

function content(text: string): string {
  return xmlText(text).replace(ATTACHMENT, '[ [');
}
