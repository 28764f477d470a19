import { FORMATS } from '../../lint/formats/index.ts';
import type { FormatName } from '../../lint/formats/index.ts';
import { INPUT_KINDS } from '../../lint/input-kind.ts';
import type { InputKind } from '../../lint/input-kind.ts';
import { readChoice, readWholeNumber } from '../../read-option.ts';
import { DATE_ORDERS } from '../../tables/date-order.ts';
import type { DateOrder } from '../../tables/date-order.ts';
import { OUR_NAMES } from '../../tables/our-names.ts';
import type { ColumnMap, OurName } from '../../tables/our-names.ts';
import { UserError } from '../../user-error.ts';

/** The options of `plan-call lint` as they are typed. */
export interface Options {
  readonly format?: string;
  readonly as?: string;
  readonly map?: readonly string[];
  readonly dateOrder?: string;
  /** A file; false for `--no-config`. */
  readonly config?: string | false;
  readonly printConfig?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
  readonly summary?: boolean;
  readonly output?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly jobs?: string;
  readonly timing?: boolean;
  readonly watch?: boolean;
}

/** The same, checked. */
export interface LintOptions {
  readonly format: FormatName;
  readonly kind: InputKind | undefined;
  readonly columns: ColumnMap;
  readonly dateOrder: DateOrder | undefined;
  readonly config: 'nearest' | 'none' | { readonly file: string };
  readonly baseline: string | undefined;
  readonly baselineChange: 'update' | 'prune' | undefined;
  readonly fix: 'write' | 'show' | undefined;
  readonly isQuiet: boolean;
  readonly maxWarnings: number | undefined;
  readonly isSummary: boolean;
  readonly output: string | undefined;
  /** What standard input is called, where it is read. */
  readonly standardInput: string | undefined;
  /** How many threads judge at most; nothing for as many as there are processors. */
  readonly jobs: number | undefined;
  readonly isTiming: boolean;
  readonly isWatching: boolean;
}

/** What standard input is called where nobody says. */
const STDIN_NAME = '<stdin>';

/**
 * Checks the options.
 * @param patterns the files that are named; `-` is standard input, which goes with no other
 * @throws UserError naming the option that is wrong, or that does not go with another
 */
export function readLintOptions(options: Options, patterns: readonly string[]): LintOptions {
  const isStdin = options.stdin === true || options.stdinFilename !== undefined || patterns.includes('-');
  if (isStdin && patterns.some((pattern) => pattern !== '-')) throw new UserError('lint.stdin-and-files');
  if (isStdin && options.watch === true) throw new UserError('lint.watch-stdin');
  const fix = options.fixDryRun === true ? 'show' : options.fix === true ? 'write' : undefined;
  if (isStdin && fix === 'write') throw new UserError('lint.fix-stdin');
  const isSummary = options.summary === true;
  const format = readChoice('--format', options.format ?? 'text', FORMATS);
  if (fix === 'show' && (format !== 'text' || isSummary)) throw new UserError('lint.diff-is-text');
  if (isSummary && format !== 'text' && format !== 'json') throw new UserError('lint.summary-format');
  return {
    format,
    kind: options.as === undefined ? undefined : readChoice('--as', options.as, INPUT_KINDS),
    columns: columnMap(options.map ?? []),
    dateOrder:
      options.dateOrder === undefined
        ? undefined
        : readChoice('--date-order', options.dateOrder, DATE_ORDERS),
    config: configUse(options.config),
    baseline: options.baseline,
    baselineChange:
      options.updateBaseline === true ? 'update' : options.pruneBaseline === true ? 'prune' : undefined,
    fix,
    isQuiet: options.quiet === true,
    maxWarnings: readWholeNumber('--max-warnings', options.maxWarnings, 0),
    isSummary,
    output: options.output,
    standardInput: isStdin ? (options.stdinFilename ?? STDIN_NAME) : undefined,
    jobs: readWholeNumber('--jobs', options.jobs, 1),
    isTiming: options.timing === true,
    isWatching: options.watch === true,
  };
}

function configUse(config: Options['config']): LintOptions['config'] {
  if (config === undefined) return 'nearest';
  return config === false ? 'none' : { file: config };
}

/** `purpose=Subject`, any number of times. */
function columnMap(given: readonly string[]): ColumnMap {
  const map: Partial<Record<OurName, string>> = {};
  for (const pair of given) {
    const at = pair.indexOf('=');
    const name = OUR_NAMES.find((one) => one === pair.slice(0, at).trim());
    const column = pair.slice(at + 1).trim();
    if (name === undefined || column === '')
      throw new UserError('lint.wrong-map', { given: pair, names: OUR_NAMES.join(', ') });
    map[name] = column;
  }
  return map;
}
