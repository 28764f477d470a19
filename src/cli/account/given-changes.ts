import { replaceContact, withContact } from '../../accounts/change-account.ts';
import { contactText, contactsNamed, parseContact } from '../../accounts/contacts.ts';
import { readSignedOn } from '../../accounts/signed-on.ts';
import type { Account, Contact } from '../../calls/account.ts';
import { readChoice } from '../../read-option.ts';
import { STAGES } from '../../rules/rule.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';

/** What is to be changed of an account, as it was typed. */
export interface EditOptions {
  readonly stage?: string;
  readonly signed?: string;
  readonly contact?: readonly string[];
  readonly removeContact?: readonly string[];
}

/**
 * Reads what is to be changed of an account.
 * @returns the change; nothing when none was given
 * @throws UserError naming what cannot be understood; the change itself throws one for a contact that is not there
 */
export function givenChanges(
  { stage, signed, contact = [], removeContact = [] }: EditOptions,
  { now, speaker }: Session,
): ((account: Account) => Account) | undefined {
  const changes: ((account: Account) => Account)[] = [];
  if (stage !== undefined) {
    const read = readChoice('--stage', stage, STAGES);
    changes.push((account) => ({ ...account, stage: read }));
  }
  if (signed !== undefined) {
    const signedOn = readSignedOn(signed, now, speaker.language);
    changes.push((account) => ({ ...account, signedOn }));
  }
  for (const name of removeContact) changes.push((account) => withoutContact(account, name));
  for (const given of contact) {
    const read = readContact(given);
    changes.push((account) => {
      if (contactsNamed(read.name, account.contacts ?? []).length > 1) throw whichContact(account, read.name);
      return withContact(account, read);
    });
  }
  if (changes.length === 0) return undefined;
  return (account) => changes.reduce((changed, change) => change(changed), account);
}

/** @throws UserError when it is none */
function readContact(given: string): Contact {
  const contact = parseContact(given);
  if (contact === undefined) throw new UserError('account.contact-wrong', { given });
  return contact;
}

function withoutContact(account: Account, name: string): Account {
  const contacts = account.contacts ?? [];
  const [contact, another] = contactsNamed(name, contacts);
  if (contact !== undefined && another === undefined) return replaceContact(account, contact, undefined);
  if (contacts.length === 0) throw new UserError('account.no-contacts', { account: account.name, name });
  throw whichContact(account, name);
}

function whichContact({ name: account, contacts = [] }: Account, name: string): UserError {
  return new UserError('account.contact-unknown', {
    account,
    name,
    contacts: contacts.map(contactText).join('; '),
  });
}
