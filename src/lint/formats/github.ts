import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import type { JudgedDocument, LintMessage } from '../document.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { pathInside, perFile, placeOf } from './place.ts';

type GithubLook = Pick<FormatLook, 'rulebook' | 'speaker' | 'cwd'>;
type FileOf = (path: string) => string;
type Properties = Readonly<Record<string, string | number>>;

/** Workflow commands, of which GitHub Actions makes annotations beside the lines of a pull request. */
export function githubFormat(look: GithubLook): Format {
  const nothing = (): string => '';
  // As the repository has it; where it lies elsewhere the whole path, which GitHub looks at by itself.
  const fileOf: FileOf = perFile((path) => pathInside(look.cwd, path) ?? path);
  return {
    begin: nothing,
    beginFile: nothing,
    document: (document) =>
      document.messages.map((message) => annotation(document, message, look, fileOf)).join(''),
    endFile: nothing,
    unread: (path, problem) => command('error', { file: fileOf(path), title: 'plan-call' }, problem),
    end: nothing,
  };
}

function annotation(
  document: JudgedDocument,
  message: LintMessage,
  { rulebook, speaker }: GithubLook,
  fileOf: FileOf,
): string {
  const { rule, level, from, to, suggestion } = message;
  const title = rulebook.rules.get(rule)?.title[speaker.language];
  const where = document.row === undefined ? '' : `${placeOf(document, message, speaker)}: `;
  const wayOut = suggestion === undefined ? '' : `\n→ ${speaker.say('finding.try', { text: suggestion })}`;
  return command(
    level === 'error' ? 'error' : 'warning',
    {
      file: fileOf(document.path),
      line: from.line,
      // GitHub takes columns only for what is in one line.
      ...(from.line === to.line ? { col: from.column } : {}),
      endLine: to.line,
      ...(from.line === to.line ? { endColumn: to.column } : {}),
      title: title === undefined ? rule : `${title} (${rule})`,
    },
    `${where}${message.message}${wayOut}`,
  );
}

function command(name: 'error' | 'warning', properties: Properties, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${given.join(',')}::${escapedData(cleanForTerminal(message))}\n`;
}

/** A line end would end the command and let a quoted text begin one of its own. */
function escapedData(text: string): string {
  return text.replace(/[%\r\n]/g, percent);
}

function escapedProperty(text: string): string {
  return cleanLine(text).replace(/[%:,]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
