import type { JudgedDocument, SuppressedMessage } from '../document.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { machineLintMessage } from './machine-message.ts';
import { safeJson } from './safe-json.ts';

const INDENT = 2;

/**
 * The shape of ESLint's results, which other programs know; it is fixed. One element a file, written message by message.
 * Only suppressed messages are held until the file ends, because theirs is a list of their own.
 */
export function jsonFormat({ speaker }: Pick<FormatLook, 'speaker'>): Format {
  let isFirstFile = true;
  let isFirstMessage = true;
  let suppressed: string[] = [];

  const nextFile = (): string => {
    const before = isFirstFile ? '\n' : ',\n';
    isFirstFile = false;
    return before;
  };
  const nextMessage = (value: unknown): string => {
    const before = isFirstMessage ? '\n' : ',\n';
    isFirstMessage = false;
    return before + indented(value, 3);
  };
  const suppressedOne = (document: JudgedDocument, message: SuppressedMessage): string =>
    indented(
      {
        ...machineLintMessage(document, message, speaker),
        suppressions: [
          message.because.kind === 'comment'
            ? { kind: 'directive', justification: message.because.reason }
            : { kind: 'file', justification: '' },
        ],
      },
      3,
    );

  return {
    begin: () => '[',
    beginFile(path) {
      isFirstMessage = true;
      suppressed = [];
      return `${nextFile()}  {\n    "filePath": ${safeJson(path)},\n    "messages": [`;
    },
    document(document) {
      for (const message of document.suppressed) suppressed.push(suppressedOne(document, message));
      return document.messages
        .map((message) => nextMessage(machineLintMessage(document, message, speaker)))
        .join('');
    },
    endFile: (_path, { errors, warnings }) =>
      [
        isFirstMessage ? '],\n' : '\n    ],\n',
        suppressed.length === 0 ? '' : `    "suppressedMessages": [\n${suppressed.join(',\n')}\n    ],\n`,
        `    "errorCount": ${errors},\n    "warningCount": ${warnings}\n  }`,
      ].join(''),
    unread: (path, problem) =>
      nextFile() +
      indented({ filePath: path, messages: [unreadMessage(problem)], errorCount: 1, warningCount: 0 }, 1),
    end: () => (isFirstFile ? ']\n' : '\n]\n'),
  };
}

/** A value as it stands so many levels deep in a larger one. */
function indented(value: unknown, level: number): string {
  const margin = ' '.repeat(level * INDENT);
  return margin + safeJson(value, INDENT).replaceAll('\n', `\n${margin}`);
}

/** What ESLint says of a file that it could not read: no rule, but fatal. */
function unreadMessage(problem: string) {
  return {
    ruleId: null,
    fatal: true,
    severity: 2,
    message: problem,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
}
