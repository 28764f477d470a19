import { readChoice } from '../../read-option.ts';
import { STAGES } from '../../rules/rule.ts';
import { verdictOf } from '../../rules/finding.ts';
import { judgePurpose, unknownLanguageOf } from '../../rules/judge-purpose.ts';
import type { PlannedPurpose } from '../../rules/judge-purpose.ts';
import { readAll } from '../../streams.ts';
import { checkRows } from '../check-rows.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { machineMessage } from '../machine-message.ts';
import { explainPurpose } from '../../rules/explain.ts';
import { showExplanation } from '../../terminal/show-explanation.ts';
import { loadRulebook } from '../load-rules.ts';
import type { Session } from '../session.ts';
import { showFindings } from '../../terminal/show-findings.ts';
import { UserError } from '../../user-error.ts';

interface Options {
  readonly stage?: string;
  readonly benefit?: string;
  readonly prepare?: readonly string[];
  readonly explain?: boolean;
  readonly ndjson?: boolean;
  readonly json?: boolean;
}

/** `plan-call check TEXT`: judges one purpose; `--ndjson`: a stream of them. Nothing is stored. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { speaker, ink, width } = session;
  const rulebook = loadRulebook(session.world);
  if (options.ndjson === true) return checkRows(session, rulebook);

  const purpose = await purposeFrom(session, words);
  const call: PlannedPurpose = {
    purpose,
    stage: options.stage === undefined ? undefined : readChoice('--stage', options.stage, STAGES),
    benefit: options.benefit,
    preparation: options.prepare,
  };
  const findings = judgePurpose(call, rulebook);
  const verdict = verdictOf(findings);
  if (options.json === true) {
    const messages = findings.map((finding) => machineMessage(finding, rulebook, speaker));
    const unknownLanguage = unknownLanguageOf(purpose);
    session.print(JSON.stringify({ verdict, messages, unknownLanguage }, undefined, 2));
  } else {
    const heading =
      verdict === 'accept'
        ? ink.green(`✓ ${speaker.say('check.accepted')}`)
        : ink.red(`✗ ${speaker.say('check.refused')}`);
    session.print(heading);
    const showing = { rulebook, speaker, ink, width };
    session.print(showFindings(purpose, findings, showing));
    if (options.explain === true) {
      const explanation = explainPurpose(purpose, call.stage, rulebook);
      if (explanation !== undefined) session.print(`\n${showExplanation(explanation, showing)}`);
    }
  }
  return verdict === 'accept' ? EXIT.fine : EXIT.refused;
}

/** The words of the command line, or what is piped in where there are none or a lone `-`. */
async function purposeFrom({ world }: Session, words: readonly string[]): Promise<string> {
  const isPiped = words.length === 0 ? world.stdin.isTTY !== true : words.length === 1 && words[0] === '-';
  const purpose = (isPiped ? await readAll(world.stdin) : words.join(' ')).trim();
  if (purpose === '') throw new UserError('check.no-text');
  return purpose;
}
