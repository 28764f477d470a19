import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fix, JudgedDocument, LintMessage, SuppressedMessage } from '../document.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { pathInside, perFile, wordsOf } from './place.ts';
import { safeJson } from './safe-json.ts';
import { sarifLevel, sarifRule } from './sarif-rules.ts';

type SarifLook = Pick<FormatLook, 'rulebook' | 'speaker' | 'cwd' | 'version'>;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** What SARIF calls the folder that relative paths start from. */
const BASE = '%SRCROOT%';

/** How SARIF names a file. */
interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}
type ArtifactOf = (path: string) => Artifact;

/** SARIF 2.1.0, a result in each line. Only files that could not be read are held, for they are told of at the end. */
export function sarifFormat(look: SarifLook): Format {
  const { rulebook, speaker } = look;
  const artifactOf = perFile((path) => artifactIn(look.cwd, path));
  const indexes = new Map([...rulebook.rules.keys()].map((id, i) => [id, i]));
  const unread: object[] = [];
  let isFirst = true;

  const next = (result: object): string => {
    const before = isFirst ? '\n' : ',\n';
    isFirst = false;
    return before + safeJson(result);
  };

  return {
    begin: () => `{"$schema":${safeJson(SCHEMA)},"version":"2.1.0","runs":[{${head(look)},"results":[`,
    beginFile: () => '',
    document(document) {
      const seen = new Map<string, number>();
      const resultOf = (message: LintMessage, suppressions?: object[]): string =>
        next({
          ruleId: message.rule,
          ruleIndex: indexes.get(message.rule),
          level: sarifLevel(message.level),
          message: { text: plain(message.message) },
          locations: [locationOf(document, message, artifactOf)],
          partialFingerprints: { 'planCall/v1': fingerprint(document, message, artifactOf, seen) },
          fixes: message.fix === undefined ? undefined : [fixOf(document, message.fix, artifactOf)],
          suppressions,
          properties: propertiesOf(document, message),
        });
      return [
        ...document.messages.map((message) => resultOf(message)),
        ...document.suppressed.map((message) => resultOf(message, [suppressionOf(message, look)])),
      ].join('');
    },
    endFile: () => '',
    unread(path, problem) {
      unread.push({
        level: 'error',
        message: { text: plain(problem) },
        locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
      });
      return '';
    },
    end() {
      const invocation = {
        executionSuccessful: unread.length === 0,
        toolExecutionNotifications: unread.length > 0 ? unread : undefined,
      };
      return `${isFirst ? '' : '\n'}],"invocations":[${safeJson(invocation)}]}]}\n`;
    },
  };

  /** All that is known before anything is judged: every rule, so that a reader sees what was looked for. */
  function head({ cwd, version }: SarifLook): string {
    const driver = {
      name: 'plan-call',
      semanticVersion: version,
      language: speaker.language,
      rules: [...rulebook.rules.values()].map((rule) => sarifRule(rule, speaker)),
    };
    const fields = {
      tool: { driver },
      columnKind: 'utf16CodeUnits',
      // With it a viewer finds the files without asking.
      originalUriBaseIds: { [BASE]: { uri: pathToFileURL(`${cwd}/`).href } },
    };
    return safeJson(fields).slice(1, -1);
  }
}

/** What looks like a link in a message is text: a report may quote anything. */
function plain(text: string): string {
  return text.includes('](') ? text.replace(/[\\[\]]/g, String.raw`\$&`) : text;
}

function locationOf(
  { path, row }: JudgedDocument,
  { from, to, cell }: LintMessage,
  artifactOf: ArtifactOf,
): object {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(path),
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
      },
    },
    logicalLocations: row === undefined ? undefined : logicalLocationsOf(row, cell),
  };
}

function logicalLocationsOf(row: number, cell: LintMessage['cell']): object[] {
  const whole = { name: `row ${row}`, kind: 'row' };
  if (cell === undefined) return [whole];
  const { column } = cell;
  return [whole, { name: column, fullyQualifiedName: `row ${row}/${column}`, kind: 'column' }];
}

function artifactIn(cwd: string, path: string): Artifact {
  const inside = pathInside(cwd, path);
  if (inside === undefined) return { uri: pathToFileURL(path).href };
  const uri = inside.split('/').map(uriPart).join('/');
  return isAbsolute(path) ? { uri, uriBaseId: BASE } : { uri };
}

/** A lone surrogate, which a file name on Windows may hold, cannot be written in a URI. */
function uriPart(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/**
 * The same for the same finding after lines were moved or rows inserted: made of the rule, the file, whose call it is
 * about, and the words found, not of where they stand.
 * @param seen how often each was met in the document; two findings alike are told apart by their order
 */
function fingerprint(
  { path, id, about }: JudgedDocument,
  message: LintMessage,
  artifactOf: ArtifactOf,
  seen: Map<string, number>,
): string {
  const words = wordsOf(message).normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  const call = id === undefined ? [about.account, about.owner, about.date] : [id];
  const identity = [message.rule, artifactOf(path).uri, call, message.cell?.column, words];
  const hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${count}`;
}

function fixOf({ path }: JudgedDocument, fix: Fix, artifactOf: ArtifactOf): object {
  return {
    artifactChanges: [
      {
        artifactLocation: artifactOf(path),
        replacements: [
          {
            deletedRegion: { charOffset: fix.start, charLength: fix.end - fix.start },
            insertedContent: { text: fix.text },
          },
        ],
      },
    ],
  };
}

function suppressionOf({ because }: SuppressedMessage, { speaker }: SarifLook): object {
  if (because.kind === 'baseline')
    return { kind: 'external', status: 'accepted', justification: speaker.say('lint.in-baseline') };
  return { kind: 'inSource', ...(because.reason !== '' && { justification: because.reason }) };
}

function propertiesOf({ row, id }: JudgedDocument, { cell, suggestion }: LintMessage): object | undefined {
  if (row === undefined && suggestion === undefined) return undefined;
  return { row, id, columnName: cell?.column, cellStart: cell?.start, cellEnd: cell?.end, suggestion };
}
