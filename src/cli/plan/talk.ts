import { openStore } from '../../calls/store.ts';
import { sentenceForKnown } from '../../known-error.ts';
import type { Desk } from '../../plan/desk.ts';
import type { Talk } from '../../plan/conversation.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Stage } from '../../rules/rule.ts';
import { disputedPath, readDisputes, writeRows } from '../../taught/taught-file.ts';
import type { Dispute } from '../../taught/rows.ts';
import { inkFor, widthOf } from '../../terminal/ink.ts';
import { showFindings } from '../../terminal/show-findings.ts';
import type { Output } from '../../world.ts';
import { openAsking } from '../ask.ts';
import { endPromise, endedText } from '../promise/end-promise.ts';
import type { Session } from '../session.ts';
import { configFolder } from '../settings.ts';
import { noteRefusal } from './note-refusal.ts';

/**
 * Makes ready to ask on this terminal. The desk of the talk is that of now: promises that are ended in it are ended there.
 * @param dryRun nothing is kept of what is refused
 */
export async function openTalk(
  session: Session,
  desk: Desk,
  { dryRun }: { readonly dryRun?: boolean } = {},
): Promise<Talk> {
  const { asker, screen, show } = await openAsking(session);
  const store = openStore(session.world.fs, session.dataFolder);
  let { promises } = desk;
  return {
    asker,
    desk: {
      ...desk,
      get promises() {
        return promises;
      },
    },
    show,
    refused: (findings) => {
      if (dryRun !== true) noteRefusal(session, findings);
    },
    async endPromise(promise, end) {
      const ended = await endPromise(session, store, promise, end);
      promises = promises.map((one) => (one.id === ended.id ? ended : one));
      show(`${endedText(session, ended)}\n  ${session.speaker.say('overdue.undo')}`);
    },
    width: widthOf(screen, session.world.env),
    dispute: (purpose: string, stage: Stage | undefined, findings: readonly Finding[]): void =>
      show(dispute(session, { text: purpose, stage, rules: errorsIn(findings) })),
    findings: findingsOn(screen, session, desk),
  };
}

/** How findings look on a stream. */
export function findingsOn(
  screen: Output,
  { world, speaker }: Session,
  { rulebook }: Pick<Desk, 'rulebook'>,
): (purpose: string, findings: readonly Finding[]) => string {
  const showing = { rulebook, speaker, ink: inkFor(screen, world.env), width: widthOf(screen, world.env) };
  return (purpose, findings) => showFindings(purpose, findings, showing);
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
