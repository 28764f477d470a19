import { draftFrom } from '../../plan/given.ts';
import type { PlanOptions } from '../../plan/given.ts';
import { UserError } from '../../user-error.ts';
import type { ExitCode } from '../exit.ts';
import type { FileOptions } from '../plan/file-call.ts';
import { checkGateOptions } from '../plan/gate.ts';
import type { GateOptions } from '../plan/gate.ts';
import { planCall } from '../plan/plan-call.ts';
import { FAMILIES } from '../declare/families.ts';
import type { Session } from '../session.ts';

interface Options extends PlanOptions, GateOptions, FileOptions {}

const FLAGS = { account: '--account', startsAt: '--when', purpose: '--purpose' };

/** `plan-call new`: plans a call; asks for what is not given where there is a terminal to ask on. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const [unknown] = words;
  if (unknown !== undefined) throw await noCommand(unknown);
  checkGateOptions(options);
  const given = draftFrom(options, session.now, session.speaker.language);
  return planCall(session, given, { ...options, flags: FLAGS });
}

async function noCommand(given: string): Promise<UserError> {
  const { nearestWord } = await import('../../text/nearest-word.ts');
  const meant = nearestWord(
    given,
    FAMILIES.flatMap(({ commands }) => commands),
  );
  return meant === undefined
    ? new UserError('error.unknown-command', { given })
    : new UserError('error.did-you-mean', { given, meant: `plan-call ${meant}` });
}
