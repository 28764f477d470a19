import { basename, extname } from 'node:path';
import type { Speaker } from '../../messages.ts';
import type { JudgedDocument, LintMessage } from '../document.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { pathFrom, placeOf } from './place.ts';
import { xmlAttribute, xmlText } from './xml.ts';

type JunitLook = Pick<FormatLook, 'speaker' | 'cwd'>;

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
export function junitFormat(look: JunitLook): Format {
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
      cases.push(caseOf(document, look));
      return '';
    },
    endFile(path) {
      const suite = suiteOf(path, cases, { failures, errors: 0 }, look);
      cases = [];
      return suite;
    },
    unread(path, problem) {
      const one = `    <testcase ${namesOf(path, undefined, look)}>
      <error message="${xmlAttribute(problem)}" type="unread">${content(problem)}</error>
    </testcase>
`;
      return suiteOf(path, [one], { failures: 0, errors: 1 }, look);
    },
    end: () => '</testsuites>\n',
  };
}

function suiteOf(
  path: string,
  cases: readonly string[],
  { failures, errors }: { readonly failures: number; readonly errors: number },
  { cwd }: JunitLook,
): string {
  const name = xmlAttribute(pathFrom(cwd, path));
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  return `  <testsuite name="${name}" file="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function caseOf(document: JudgedDocument, look: JunitLook): string {
  const { path, row, id, messages } = document;
  const names = namesOf(path, row === undefined ? undefined : { row, id }, look);
  const errors = messages.filter(({ level }) => level === 'error');
  const warnings = messages.filter(({ level }) => level !== 'error');
  const [first] = errors;
  const children = [
    ...(first === undefined
      ? []
      : [
          `<failure message="${xmlAttribute(first.message)}" type="${xmlAttribute(first.rule)}">${textOf(errors, document, look)}</failure>`,
        ]),
    ...(warnings.length === 0 ? [] : [`<system-out>${textOf(warnings, document, look)}</system-out>`]),
  ];
  if (children.length === 0) return `    <testcase ${names}/>\n`;
  return `    <testcase ${names}>\n${children.map((child) => `      ${child}\n`).join('')}    </testcase>\n`;
}

/**
 * The class is the path without its extension and other points, because Jenkins takes what stands before the last point
 * for a package. The name tells cases apart that have the same class, for GitLab shows the first of equal ones only.
 */
function namesOf(
  path: string,
  named: { readonly row: number; readonly id: string | undefined } | undefined,
  { cwd, speaker }: JunitLook,
): string {
  const shown = pathFrom(cwd, path);
  const stem = shown.slice(0, shown.length - extname(shown).length).replaceAll('.', '_');
  const file = basename(shown);
  const name =
    named === undefined
      ? file
      : `${file}, ${speaker.say('lint.row', { row: named.row })}${named.id === undefined ? '' : ` (${named.id})`}`;
  return `classname="${xmlAttribute(stem)}" name="${xmlAttribute(name)}"`;
}

function textOf(messages: readonly LintMessage[], document: JudgedDocument, look: JunitLook): string {
  return content(messages.map((message) => lineOf(message, document, look)).join('\n'));
}

function lineOf(message: LintMessage, document: JudgedDocument, { cwd, speaker }: JunitLook): string {
  const place = `${pathFrom(cwd, document.path)}:${positionOf(document, message, speaker)}`;
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
