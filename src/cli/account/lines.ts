import type { AccountView, StoreFinding } from '../../accounts/account-view.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import type { Session } from '../session.ts';

type Look = Pick<Session, 'speaker' | 'ink' | 'width'>;

/** `Nordic Pumps · service · signed on Fri 20 Nov 2026`. */
export function titleLine(
  { name, stage, signedOn }: Pick<AccountView, 'name' | 'stage' | 'signedOn'>,
  { speaker, ink, width }: Look,
): string {
  const signed =
    signedOn === null
      ? undefined
      : speaker.say('account.signed-on', { day: formatDay(signedOn, speaker.language, 'short') });
  // That it is signed is said with the day.
  const isSaid = stage === null || (stage === 'signed' && signed !== undefined);
  const parts = [
    ink.bold(cleanLine(name)),
    isSaid ? undefined : speaker.say(`stage.${stage}`),
    signed,
  ].filter((part) => part !== undefined);
  return wrap(parts.join(' · '), width);
}

/** What a rule says of an account. */
export function findingLine(id: StoreFinding, { speaker, ink, width }: Look, indent = ''): string {
  return wrap(`${ink.yellow('!')} ${speaker.say(`accounts.${id}`)} ${ink.dim(`[${id}]`)}`, width, indent);
}
