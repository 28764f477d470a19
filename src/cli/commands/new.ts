import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { newId } from '../../calls/new-id.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { findAccount } from '../../calls/account.ts';
import { sentenceForKnown } from '../../known-error.ts';
import type { Stage } from '../../rules/rule.ts';
import { verdictOf } from '../../rules/finding.ts';
import type { Finding } from '../../rules/finding.ts';
import { Interrupted } from '../../plan/asker.ts';
import { callFrom } from '../../plan/call-from.ts';
import { converse } from '../../plan/conversation.ts';
import type { Desk } from '../../plan/desk.ts';
import { judgeCall } from '../../plan/desk.ts';
import { withDefaults } from '../../plan/defaults.ts';
import { draftFile } from '../../plan/draft-file.ts';
import { NEEDED, hasNeeded } from '../../plan/draft.ts';
import type { Answers, Draft } from '../../plan/draft.ts';
import { draftFrom } from '../../plan/given.ts';
import type { PlanOptions } from '../../plan/given.ts';
import { overlapping } from '../../plan/overlap.ts';
import { askWhetherToResume } from '../../plan/ask-resume.ts';
import { summaryOf } from '../../plan/ask-summary.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import { UserError } from '../../user-error.ts';
import type { Output } from '../../world.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import { loadRulebook } from '../session.ts';
import type { Session } from '../session.ts';
import { configFolder, stateFolder } from '../settings.ts';
import { disputedPath, readDisputes, writeRows } from '../../taught/taught-file.ts';
import type { Dispute } from '../../taught/rows.ts';
import { wrap } from '../../terminal/layout.ts';
import { showFindings } from '../../terminal/show-findings.ts';
import { inkFor, widthOf } from '../../terminal/ink.ts';

interface Options extends PlanOptions {
  readonly force?: boolean;
  readonly because?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Week folders looked back into for defaults and for reasons to call on somebody else. */
const WEEKS_BACK = 40;

/** `plan-call new`: plans a call; asks for what is not given where there is a terminal to ask on. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const [unknown] = words;
  if (unknown !== undefined) throw new UserError('error.unknown-command', { given: unknown });
  if (options.because !== undefined && options.force !== true)
    throw new UserError('error.because-without-force');
  if (options.force === true && !options.because?.trim()) throw new UserError('error.force-without-because');

  const given = draftFrom(options, session.now, session.speaker.language);
  const store = openStore(session.world.fs, session.dataFolder);
  const desk = await openDesk(session, store);
  if (hasNeeded(given))
    return planWithoutAsking(session, store, desk, withDefaults(given, desk.calls), options);
  if (session.world.stdin.isTTY !== true || options.json === true) {
    const flags = { account: '--account', startsAt: '--when', purpose: '--purpose' };
    const missing = NEEDED.filter((field) => given[field] === undefined).map((field) => flags[field]);
    throw new UserError('error.missing-answers', { options: missing.join(', ') });
  }
  return planByAsking(session, store, desk, given, options);
}

async function openDesk(session: Session, store: Store): Promise<Desk> {
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: WEEKS_BACK });
  noteProblems(session, [...inAccounts, ...inPromises, ...inCalls]);
  return {
    accounts,
    promises,
    calls,
    rulebook: loadRulebook(session.world),
    speaker: session.speaker,
    now: session.now,
  };
}

async function planWithoutAsking(
  session: Session,
  store: Store,
  desk: Desk,
  answers: Answers,
  options: Options,
): Promise<ExitCode> {
  const { speaker } = session;
  const findings = judgeCall(answers, desk);
  const isRefused = verdictOf(findings) === 'reject';
  const isHeld = findings.length > 0 && options.force !== true;
  if (findings.length > 0)
    session.note(findingsOn(session.world.stderr, session, desk)(answers.purpose, findings));
  if (isRefused) {
    session.note(speaker.say(options.force === true ? 'plan.refused-forced' : 'plan.refused'));
    return EXIT.refused;
  }
  if (isHeld) {
    session.note(speaker.say('plan.held'));
    return EXIT.refused;
  }
  for (const other of overlapping(answers, desk.calls)) {
    session.note(
      speaker.say('plan.overlap', {
        account: cleanLine(other.account),
        when: formatWhen(other.startsAt, speaker.language),
      }),
    );
  }
  const overrides = findings.map(({ rule }) => ({ rule, because: cleanText(options.because ?? '') }));
  return file(session, store, overrides.length > 0 ? { ...answers, overrides } : answers, desk, options);
}

async function planByAsking(
  session: Session,
  store: Store,
  desk: Desk,
  given: Draft,
  options: Options,
): Promise<ExitCode> {
  const { world, speaker } = session;
  const { terminalAsker } = await import('../../plan/terminal-asker.ts');
  const screen = world.stdout.isTTY === true ? world.stdout : world.stderr;
  const show = (text: string): void => void screen.write(`${wrap(text, widthOf(screen, world.env))}\n`);
  const talk = {
    asker: terminalAsker(world.stdin, screen, speaker),
    desk,
    show,
    dispute: (purpose: string, stage: Stage | undefined, findings: readonly Finding[]): void =>
      show(dispute(session, { text: purpose, stage, rules: errorsIn(findings) })),
    findings: findingsOn(screen, session, desk),
  };
  const kept = draftFile(world.fs, stateFolder(world));
  try {
    show(speaker.say('plan.welcome'));
    const begun = await askWhetherToResume(kept.read(), talk);
    const answers = await converse(given, begun, talk, (draft) => kept.keep(draft));
    if (answers === undefined) {
      kept.forget();
      show(speaker.say('plan.not-written'));
      return EXIT.fine;
    }
    const outcome = await file(session, store, answers, desk, options);
    kept.forget();
    return outcome;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    show(`\n${speaker.say('plan.interrupted')}`);
    return EXIT.interrupted;
  }
}

function errorsIn(findings: readonly Finding[]): string[] {
  return findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
}

/** Keeps a refusal that was called wrong for `teach`; planning goes on also where that cannot be written. */
function dispute({ world, speaker }: Session, row: Dispute): string {
  const folder = configFolder(world);
  try {
    writeRows(world.fs, disputedPath(folder), [...readDisputes(world.fs, folder), row]);
    return speaker.say('plan.disputed');
  } catch (error) {
    const sentence = sentenceForKnown(error, speaker);
    if (sentence === undefined) throw error;
    return sentence;
  }
}

/** Writes the call, and its account where that is new, and says where it is. */
async function file(
  session: Session,
  store: Store,
  answers: Answers,
  desk: Desk,
  options: Options,
): Promise<ExitCode> {
  const { speaker, world } = session;
  const account = findAccount(desk.accounts, answers.account)?.name ?? cleanText(answers.account);
  const call = callFrom({ ...answers, account }, newId(world.now()), world.timeZone());
  if (options.dryRun !== true) {
    await store.addAccount(account);
    await store.addCall(call);
  }
  if (options.json === true) {
    session.print(JSON.stringify(call, undefined, 2));
    return EXIT.fine;
  }
  session.print(
    `${session.ink.green('✓')} ${speaker.say(options.dryRun === true ? 'plan.would-write' : 'plan.written')}`,
  );
  session.print(summaryOf(call, desk));
  session.print(`  ${cleanForTerminal(store.pathOf(call))}`);
  return EXIT.fine;
}

function findingsOn(
  screen: Output,
  { world, speaker }: Session,
  { rulebook }: Desk,
): (purpose: string, findings: readonly Finding[]) => string {
  const showing = { rulebook, speaker, ink: inkFor(screen, world.env), width: widthOf(screen, world.env) };
  return (purpose, findings) => showFindings(purpose, findings, showing);
}
