import { shownId } from '../../calls/id.ts';
import type { Closing } from '../../close/closing.ts';
import { machineLintMessage } from '../../lint/formats/machine-message.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import type { LintedReport } from './judge-report.ts';
import type { Written } from './write-closing.ts';

/** Says what was written down, what was promised, and what the linter says of the report. */
export function tellClosing(
  session: Session,
  { call, report }: Written,
  { promises, because = '' }: Pick<Closing, 'promises' | 'because'>,
  linted: LintedReport | undefined,
): void {
  const { print, speaker, ink, width } = session;
  const sentence =
    report === undefined
      ? wrap(
          speaker.say('close.written-without', {
            status: speaker.say(`status.${call.status}`),
            because: cleanLine(because),
          }),
          width,
        )
      : speaker.say('close.written', { path: cleanForTerminal(report) });
  print(`${ink.green('✓')} ${sentence}`);
  for (const promised of promises) print(wrap(promiseText(promised, speaker), width, '  '));
  if (linted === undefined || linted.shown === '') return;
  print('');
  print(linted.shown);
  print(wrap(speaker.say('close.put-right', { id: shownId(call.id) }), width));
}

/** The same for another program. */
export function printClosing(
  { print, speaker }: Session,
  { call, report }: Written,
  { promises }: Pick<Closing, 'promises'>,
  linted: LintedReport | undefined,
): void {
  const findings =
    linted?.document.messages.map((message) => machineLintMessage(linted.document, message, speaker)) ?? [];
  print(JSON.stringify({ call, promises, report: report ?? null, findings }, undefined, 2));
}
