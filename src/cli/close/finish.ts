import type { Call } from '../../calls/call.ts';
import { pathInStore, reportFile } from '../../calls/layout.ts';
import type { Store } from '../../calls/store.ts';
import { closedCall } from '../../close/closing.ts';
import type { Closing } from '../../close/closing.ts';
import { summaryOfClosing } from '../../close/summary.ts';
import { readReportFile } from '../../lint/read-report-file.ts';
import { unreadItem } from '../../lint/unread-item.ts';
import type { OpenedRules } from '../../open-rules.ts';
import { cleanForTerminal } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import { editReport } from './editor.ts';
import { lintReport } from './judge-report.ts';
import type { LintedReport } from './judge-report.ts';
import { printClosing, tellClosing } from './tell-closing.ts';
import { textOf, writeClosing } from './write-closing.ts';

/** A call about which everything has been said. */
export interface Finishing {
  readonly session: Session;
  readonly store: Store;
  readonly rules: OpenedRules;
  readonly call: Call;
  readonly closing: Closing;
}

/**
 * Writes it down, opens the report where that is wanted, lints it, and tells all that.
 * @returns the closed call
 */
export async function finishClosing(
  { session, store, rules, call, closing }: Finishing,
  editor: string | undefined,
  isJson: boolean,
): Promise<Call> {
  const written = await writeClosing(session, store, call, closing);
  const { report } = written;
  if (report !== undefined && editor !== undefined) await editReport(session, editor, report);
  const linted = report === undefined ? undefined : await lintWritten(session, rules, report);
  const tell = isJson ? printClosing : tellClosing;
  tell(session, written, closing, linted);
  return written.call;
}

/** Lints the report as it lies there, perhaps as the editor has left it; what cannot be read is told of. */
async function lintWritten(
  session: Session,
  rules: OpenedRules,
  path: string,
): Promise<LintedReport | undefined> {
  const file = readReportFile(session.world.fs, path);
  if ('decoded' in file) return lintReport(session, rules, path, file.decoded.text);
  session.note(cleanForTerminal(unreadItem(file.problem, session.speaker).problem));
  return undefined;
}

/** Shows what would be written down, and what the linter would say of it. */
export async function showClosing(
  { session, store, rules, call, closing }: Finishing,
  isJson: boolean,
): Promise<void> {
  const { print, speaker } = session;
  const text = textOf(call, closing, speaker);
  const path = reportFile(store.dir, call);
  const linted = text === undefined ? undefined : await lintReport(session, rules, path, text);
  if (isJson) {
    const written = {
      call: closedCall(call, closing, pathInStore(store.dir, path)),
      report: text === undefined ? undefined : path,
    };
    printClosing(session, written, closing, linted);
    return;
  }
  print(speaker.say('close.would-write'));
  print(text === undefined ? summaryOfClosing(call, closing, speaker) : `\n${cleanForTerminal(text)}`);
  if (linted !== undefined && linted.shown !== '') print(linted.shown);
}
