import { replaceContact } from '../../accounts/change-account.ts';
import { contactText, parseContact } from '../../accounts/contacts.ts';
import { readSignedOn } from '../../accounts/signed-on.ts';
import type { Account, Contact } from '../../calls/account.ts';
import { sentenceForKnown } from '../../known-error.ts';
import { BACK } from '../../plan/asker.ts';
import type { Asker } from '../../plan/asker.ts';
import { STAGES } from '../../rules/rule.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import type { Session } from '../session.ts';

/** What is chosen to be changed: a field, a contact, or nothing more. */
type Choice = 'stage' | 'signedOn' | 'add' | 'done' | 'leave' | Contact;

/**
 * Asks what to change of an account, one thing after the other, until she is done.
 * @returns the account as it is to be written; nothing when she throws it away
 * @throws Interrupted on Ctrl-C
 */
export async function askChanges(
  account: Account,
  asker: Asker,
  session: Session,
): Promise<Account | undefined> {
  let changed = account;
  for (;;) {
    const choice = await asker.choose({
      message: `${cleanLine(account.name)}: ${session.speaker.say('account.menu')}`,
      choices: choicesFor(changed, changed !== account, session),
    });
    if (choice === 'done') return changed;
    if (choice === 'leave' || (choice === BACK && changed === account)) return undefined;
    if (choice !== BACK) changed = await askChange(choice, changed, asker, session);
  }
}

function choicesFor(
  { stage, signedOn, contacts = [] }: Account,
  isChanged: boolean,
  { speaker }: Session,
): { readonly name: string; readonly value: Choice }[] {
  const unknown = speaker.say('account.not-known');
  const stageName = stage === undefined ? unknown : speaker.say(`stage.${stage}`);
  const day = signedOn === undefined ? unknown : formatDay(signedOn, speaker.language, 'short');
  return [
    ...(isChanged ? [{ name: speaker.say('account.menu-done'), value: 'done' } as const] : []),
    { name: `${speaker.say('field.stage')}: ${stageName}`, value: 'stage' },
    { name: `${speaker.say('account.field-signed')}: ${day}`, value: 'signedOn' },
    ...contacts.map((contact) => ({
      name: `${speaker.say('field.contact')}: ${cleanLine(contactText(contact))}`,
      value: contact,
    })),
    { name: speaker.say('account.menu-add'), value: 'add' },
    { name: speaker.say('account.menu-leave'), value: 'leave' },
  ];
}

function askChange(
  choice: Exclude<Choice, 'done' | 'leave'>,
  account: Account,
  asker: Asker,
  session: Session,
): Promise<Account> {
  if (choice === 'stage') return askStage(account, asker, session);
  if (choice === 'signedOn') return askSignedOn(account, asker, session);
  return askContact(account, choice === 'add' ? undefined : choice, asker, session);
}

async function askStage(account: Account, asker: Asker, { speaker }: Session): Promise<Account> {
  const stage = await asker.choose({
    message: speaker.say('ask.stage'),
    choices: STAGES.map((value) => ({ value, name: speaker.say(`stage.${value}`) })),
    fallback: account.stage,
  });
  return stage === BACK ? account : { ...account, stage };
}

async function askSignedOn(account: Account, asker: Asker, { speaker, now }: Session): Promise<Account> {
  const read = (typed: string): string | undefined => readSignedOn(typed, now, speaker.language);
  const complain = (typed: string): string | undefined => {
    try {
      read(typed);
      return undefined;
    } catch (error) {
      const sentence = sentenceForKnown(error, speaker);
      if (sentence === undefined) throw error;
      return sentence;
    }
  };
  const typed = await asker.text({
    message: speaker.say('account.ask-signed'),
    prefilled: account.signedOn,
    complain,
  });
  return typed === BACK ? account : { ...account, signedOn: read(typed) };
}

/** @param contact the one that is changed; nothing for a new one */
async function askContact(
  account: Account,
  contact: Contact | undefined,
  asker: Asker,
  { speaker }: Session,
): Promise<Account> {
  const complain = (typed: string): string | undefined =>
    typed.trim() === '' || parseContact(typed) !== undefined
      ? undefined
      : speaker.say('account.contact-wrong', { given: typed });
  const typed = await asker.text({
    message: speaker.say(contact === undefined ? 'account.ask-contact-new' : 'account.ask-contact'),
    prefilled: contact && contactText(contact),
    complain,
  });
  if (typed === BACK) return account;
  const after = parseContact(typed);
  if (contact !== undefined) return replaceContact(account, contact, after);
  return after === undefined ? account : { ...account, contacts: [...(account.contacts ?? []), after] };
}
