import { cleanText } from '../../calls/clean-text.ts';
import { readChoice, readText } from '../../read-option.ts';
import { NotationError } from '../../rules/notation.ts';
import { compilePhrase } from '../../rules/phrase.ts';
import { LANGUAGES, STAGES } from '../../rules/rule.ts';
import type { RuleFile } from '../../rules/rule-file.ts';
import type { RulebookData } from '../../rules/rulebook.ts';
import { contradictionOf, keysOf } from '../../rules/taught.ts';
import type { TaughtExample } from '../../rules/taught.ts';
import { readAll } from '../../streams.ts';
import { errorText } from '../../system-error.ts';
import { phraseRow, taughtRowsIn } from '../../taught/rows.ts';
import type { Dispute, TaughtRow } from '../../taught/rows.ts';
import {
  disputedPath,
  parseRows,
  readDisputes,
  readTaught,
  taughtPath,
  writeRows,
} from '../../taught/taught-file.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { readRules } from '../load-rules.ts';
import type { Session } from '../session.ts';
import { configFolder } from '../settings.ts';

interface Options {
  readonly rule?: string;
  readonly fires?: readonly string[];
  readonly passes?: readonly string[];
  readonly phrase?: readonly string[];
  readonly stage?: string;
  readonly from?: string;
  readonly forget?: string;
  readonly takeUp?: string;
  readonly setAside?: string;
  readonly json?: boolean;
}

/** `plan-call teach`: a company's own examples and phrases; they count from the next judgement on. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { world } = session;
  const folder = configFolder(world);
  const taught = readTaught(world.fs, folder);
  const disputes = readDisputes(world.fs, folder);
  if (options.forget !== undefined) return forget(session, folder, taught, options.forget);
  if (options.setAside !== undefined) {
    writeRows(
      world.fs,
      disputedPath(folder),
      without(disputes, chosen(options.setAside, disputes, '--set-aside')),
    );
    session.print(`${session.ink.green('✓')} ${session.speaker.say('teach.set-aside')}`);
    return EXIT.fine;
  }
  const taken = options.takeUp === undefined ? [] : chosen(options.takeUp, disputes, '--take-up');
  const rows = [
    ...taken.flatMap(passing),
    ...rowsFrom(session, options),
    ...(await rowsInFile(session, options.from)),
  ];
  if (rows.length === 0 && options.rule === undefined && options.from === undefined)
    return show(session, options, folder, taught, disputes);
  if (rows.length === 0) throw new UserError('teach.nothing');

  const rules = readRules(world);
  const fresh = rows.filter((row, i) => !isKnown(row, taught) && !isKnown(row, rows.slice(0, i)));
  checkRows(fresh, taught, rules);
  if (fresh.length > 0) writeRows(world.fs, taughtPath(folder), [...taught, ...fresh]);
  if (taken.length > 0) writeRows(world.fs, disputedPath(folder), without(disputes, taken));
  session.print(
    `${session.ink.green('✓')} ${session.speaker.say('teach.done', { n: fresh.length, known: rows.length - fresh.length })}`,
  );
  session.print(`  ${cleanForTerminal(taughtPath(folder))}`);
  return EXIT.fine;
}

/** What is said by options. */
function rowsFrom({ speaker }: Session, options: Options): TaughtRow[] {
  const { fires = [], passes = [], phrase = [] } = options;
  const rule = options.rule?.trim().toLowerCase();
  if (rule === undefined && fires.length + phrase.length > 0) throw new UserError('teach.rule-missing');
  const stage = options.stage === undefined ? undefined : readChoice('--stage', options.stage, STAGES);
  const example = (option: string, text: string, isBroken: boolean): TaughtRow => ({
    kind: 'example',
    text: readText(option, text),
    rule,
    fires: isBroken,
    stage,
  });
  return [
    ...fires.map((text) => example('--fires', text, true)),
    ...passes.map((text) => example('--passes', text, false)),
    ...phrase.map((text) => phraseRow(readText('--phrase', text), rule ?? '', speaker.language)),
  ];
}

/** What stands in a file of JSON rows; `-` is standard input. */
async function rowsInFile({ world }: Session, file: string | undefined): Promise<TaughtRow[]> {
  if (file === undefined) return [];
  if (file === '-') return parseRows(await readAll(world.stdin), '-', taughtRowsIn).flat();
  let text: string;
  try {
    text = world.fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError('error.unreadable', { path: file, reason: errorText(error) });
  }
  return parseRows(text, file, taughtRowsIn).flat();
}

/** The text of a refusal that was wrong breaks none of the rules by which it was refused. */
function passing({ text, stage, rules }: Dispute): TaughtRow[] {
  return rules.map((rule) => ({ kind: 'example', text: cleanText(text), rule, fires: false, stage }));
}

function isKnown(row: TaughtRow, rows: readonly TaughtRow[]): boolean {
  return rows.some(
    (other) =>
      other.kind === row.kind &&
      other.rule === row.rule &&
      keysOf(other.text) === keysOf(row.text) &&
      (other.kind === 'phrase' ||
        (row.kind === 'example' && other.fires === row.fires && other.stage === row.stage)),
  );
}

/**
 * Nothing is taught that contradicts itself, what was taught before, or the examples of the rules.
 * @throws UserError naming what is wrong
 */
function checkRows(
  rows: readonly TaughtRow[],
  taught: readonly TaughtRow[],
  { rules, words }: RulebookData,
): void {
  const others: TaughtExample[] = [...taught.flatMap(exampleIn), ...rules.flatMap(examplesOf)];
  for (const row of rows) {
    if (row.rule !== undefined && !rules.some(({ id }) => id === row.rule))
      throw new UserError('rules.unknown', { id: row.rule });
    if (row.kind === 'phrase') {
      try {
        compilePhrase(row.text, words[row.language]);
      } catch (error) {
        if (error instanceof NotationError)
          throw new UserError('teach.phrase-wrong', { details: error.message });
        throw error;
      }
      continue;
    }
    if (keysOf(row.text) === '') throw new UserError('teach.no-words', { text: row.text });
    const other = contradictionOf(row, others);
    if (other !== undefined)
      throw new UserError(other.fires ? 'teach.contradicts-fires' : 'teach.contradicts-passes', {
        text: cleanLine(row.text),
        rule: other.rule ?? row.rule ?? '',
      });
    others.push(row);
  }
}

function exampleIn(row: TaughtRow): TaughtExample[] {
  return row.kind === 'example' ? [row] : [];
}

/** The examples of a rule file that are texts of their own. */
function examplesOf({ id, examples }: RuleFile): TaughtExample[] {
  return LANGUAGES.flatMap((language) => {
    const { fires, passes } = examples[language];
    return [...fires, ...passes].flatMap((example) => {
      const { text, stage, section, promise } = typeof example === 'string' ? { text: example } : example;
      const isOwn = section === undefined && promise === undefined;
      return isOwn ? [{ text, rule: id, fires: fires.includes(example), stage }] : [];
    });
  });
}

function forget(session: Session, folder: string, taught: readonly TaughtRow[], text: string): ExitCode {
  const words = keysOf(readText('--forget', text));
  const kept = taught.filter((row) => keysOf(row.text) !== words);
  if (kept.length === taught.length) throw new UserError('teach.not-taught', { text: cleanLine(text) });
  writeRows(session.world.fs, taughtPath(folder), kept);
  session.print(
    `${session.ink.green('✓')} ${session.speaker.say('teach.forgotten', { n: taught.length - kept.length })}`,
  );
  return EXIT.fine;
}

/** The disputes that are meant: `2`, counted as they are shown, or `all`. */
function chosen(given: string, disputes: readonly Dispute[], option: string): Dispute[] {
  if (given.trim().toLowerCase() === 'all' && disputes.length > 0) return [...disputes];
  const one = /^\d+$/.test(given.trim()) ? disputes[Number(given) - 1] : undefined;
  if (one === undefined)
    throw new UserError(disputes.length === 0 ? 'teach.no-disputes' : 'teach.which', {
      option,
      given,
      n: disputes.length,
    });
  return [one];
}

function without<T>(items: readonly T[], out: readonly T[]): T[] {
  return items.filter((item) => !out.includes(item));
}

function show(
  session: Session,
  { json }: Options,
  folder: string,
  taught: readonly TaughtRow[],
  disputes: readonly Dispute[],
): ExitCode {
  const { speaker, ink, width } = session;
  if (json === true) {
    session.print(JSON.stringify({ taught, disputed: disputes }, undefined, 2));
    return EXIT.fine;
  }
  if (taught.length === 0) session.print(wrap(speaker.say('teach.none'), width));
  else session.print(ink.dim(cleanForTerminal(taughtPath(folder))));
  for (const row of taught) {
    const rule = row.rule ?? speaker.say('teach.any-rule');
    const stage = row.kind === 'example' && row.stage !== undefined ? `, ${row.stage}` : '';
    const sign = row.kind === 'phrase' ? ink.red('…') : row.fires ? ink.red('✗') : ink.green('✓');
    session.print(wrap(`${sign} ${cleanLine(row.text)} ${ink.dim(`[${rule}${stage}]`)}`, width));
  }
  if (disputes.length === 0) return EXIT.fine;
  session.print(`\n${ink.bold(speaker.say('teach.disputes'))}`);
  for (const [i, { text, rules }] of disputes.entries())
    session.print(wrap(`${i + 1}  ${cleanLine(text)} ${ink.dim(`[${rules.join(', ')}]`)}`, width, '  '));
  session.print(wrap(speaker.say('teach.disputes-how'), width));
  return EXIT.fine;
}
