import { shownId } from '../../calls/id.ts';
import type { Promised } from '../../calls/promise.ts';
import type { Closing } from '../../close/closing.ts';
import { machineLintMessage } from '../../lint/formats/machine-message.ts';
import type { Speaker } from '../../messages.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import type { LintedReport } from './judge-report.ts';
import type { Written } from './write-closing.ts';

/** Says what was written down, what was promised and kept, and what the linter says of the report. */
export function tellClosing(
  session: Session,
  { call, report }: Written,
  { promises, kept, because = '' }: Pick<Closing, 'promises' | 'kept' | 'because'>,
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
  for (const promise of kept) print(wrap(`${ink.green('✓')} ${keptText(promise, speaker)}`, width, '  '));
  for (const promised of promises) print(wrap(promiseText(promised, speaker), width, '  '));
  if (linted === undefined || linted.shown === '') return;
  print('');
  print(linted.shown);
  print(wrap(speaker.say('close.put-right', { id: shownId(call.id) }), width));
}

function keptText({ by, what }: Promised, speaker: Speaker): string {
  return speaker.say(by === 'us' ? 'close.told-kept' : 'close.told-they-kept', { what: cleanLine(what) });
}

/** The same for another program. */
export function printClosing(
  { print, speaker }: Session,
  { call, report }: Written,
  { promises, kept }: Pick<Closing, 'promises' | 'kept'>,
  linted: LintedReport | undefined,
): void {
  const findings =
    linted?.document.messages.map((message) => machineLintMessage(linted.document, message, speaker)) ?? [];
  print(JSON.stringify({ call, promises, kept, report: report ?? null, findings }, undefined, 2));
}
