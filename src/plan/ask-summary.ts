import { BACK } from './asker.ts';
import type { Back } from './asker.ts';
import type { Talk } from './conversation.ts';
import type { Desk } from './desk.ts';
import { judgeCall } from './desk.ts';
import { rowsOf } from './draft-rows.ts';
import type { Draft } from './draft.ts';

/** Shows the whole call and what still speaks against it, before anything is written. */
export async function askWhetherToWrite(
  draft: Draft,
  { asker, desk, show, findings }: Talk,
): Promise<'write' | 'leave' | Back> {
  const { speaker } = desk;
  show(summaryOf(draft, desk));
  const warnings = judgeCall(draft, desk).filter(
    ({ rule }) => !(draft.overrides ?? []).some((override) => override.rule === rule),
  );
  if (warnings.length > 0) show(findings('', warnings));
  const decision = await asker.choose({
    message: speaker.say('ask.write'),
    choices: [
      { name: speaker.say('ask.write-yes'), value: 'write' },
      { name: speaker.say('ask.write-back'), value: 'back' },
      { name: speaker.say('ask.write-no'), value: 'leave' },
    ] as const,
  });
  return decision === 'back' ? BACK : decision;
}

/** The call in a few lines; what was left empty is left out. */
export function summaryOf(draft: Draft, { speaker }: Pick<Desk, 'speaker'>): string {
  return rowsOf(draft, speaker)
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => `  ${label}: ${value}`)
    .join('\n');
}
