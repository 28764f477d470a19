import type { Speaker } from '../messages.ts';
import { verdictOf } from '../rules/finding.ts';
import { judgePurpose, unknownLanguageOf } from '../rules/judge-purpose.ts';
import type { PlannedPurpose } from '../rules/judge-purpose.ts';
import { STAGES } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { linesOf, textOf, writerTo } from '../streams.ts';
import { EXIT } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { machineMessage } from './machine-message.ts';
import type { Session } from './session.ts';

/**
 * `plan-call check --ndjson`: a row of JSON in, a row out, in order, in constant memory. A row that cannot be judged is
 * answered with what is wrong with it, and the others are judged all the same.
 */
export async function checkRows({ world, speaker }: Session, rulebook: Rulebook): Promise<ExitCode> {
  const output = writerTo(world.stdout);
  let outcome: ExitCode = EXIT.fine;
  let line = 0;
  for await (const text of linesOf(textOf(world.stdin))) {
    line += 1;
    if (text.trim() === '') continue;
    const answer = answerTo(text, line, rulebook, speaker);
    if ('error' in answer) outcome = EXIT.wrong;
    else if (answer.verdict === 'reject' && outcome === EXIT.fine) outcome = EXIT.refused;
    await output.write(`${JSON.stringify(answer)}\n`);
  }
  output.flush();
  return outcome;
}

function answerTo(text: string, line: number, rulebook: Rulebook, speaker: Speaker) {
  const row = parseRow(text);
  if (row === undefined) return { id: null, error: speaker.say('check.row-not-json', { line }) };
  const id = row['id'] ?? null;
  const call = callIn(row);
  if (call === undefined) return { id, error: speaker.say('check.row-wrong', { line }) };
  const findings = judgePurpose(call, rulebook);
  const language = unknownLanguageOf(call.purpose);
  return {
    id,
    verdict: verdictOf(findings),
    messages: findings.map((finding) => machineMessage(finding, rulebook, speaker)),
    // Only where it is not known: the row then says less than it seems to.
    ...(language !== undefined && { unknownLanguage: language }),
  };
}

function parseRow(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A row's fields as a planned call; nothing where one of them is of the wrong kind. What is null counts as not there. */
function callIn(row: Readonly<Record<string, unknown>>): PlannedPurpose | undefined {
  const { purpose } = row;
  const account = row['account'] ?? undefined;
  const benefit = row['benefit'] ?? undefined;
  const stage = STAGES.find((one) => one === row['stage']);
  const preparation = preparationIn(row);
  if (typeof purpose !== 'string' || preparation === 'wrong') return undefined;
  if (benefit !== undefined && typeof benefit !== 'string') return undefined;
  if (account !== undefined && typeof account !== 'string') return undefined;
  if (row['stage'] !== undefined && row['stage'] !== null && stage === undefined) return undefined;
  return { purpose, account, stage, benefit, preparation };
}

/** Agenda and preparation together, each a text or a list of texts. */
function preparationIn(row: Readonly<Record<string, unknown>>): string[] | undefined | 'wrong' {
  const given = [row['agenda'], row['preparation']].filter((value) => value !== undefined && value !== null);
  if (given.length === 0) return undefined;
  const items = given.flat();
  const texts = items.filter((item) => typeof item === 'string');
  return texts.length === items.length ? texts : 'wrong';
}
