import type { Speaker } from '../../messages.ts';
import { markdownText } from '../../text/markdown.ts';
import { formatWhen } from '../../time/format.ts';
import type { ListedCall } from './gather.ts';

/**
 * The calls as a Markdown table.
 * @param isOfTeam the first column names the rep
 */
export function listAsMarkdown(calls: readonly ListedCall[], isOfTeam: boolean, speaker: Speaker): string {
  const head = [
    ...(isOfTeam ? (['field.rep'] as const) : []),
    'field.when',
    'field.account',
    'field.contact',
    'field.channel',
    'field.purpose',
    'field.benefit',
    'field.outcome',
  ] as const;
  const rows = calls.map((call) => [
    ...(isOfTeam ? [call.rep ?? ''] : []),
    formatWhen(call.startsAt, speaker.language),
    call.account,
    call.contact ?? '',
    speaker.say(`channel.${call.channel}`),
    call.purpose,
    call.customerBenefit ?? '',
    call.expectedOutcome ?? '',
  ]);
  return [
    head.map((key) => speaker.say(key)),
    head.map(() => '---'),
    ...rows.map((row) => row.map(markdownText)),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}
