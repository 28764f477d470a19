import { accountKey } from '../calls/account.ts';
import type { Account, Contact } from '../calls/account.ts';
import { contactsNamed } from './contacts.ts';

/** Puts a contact on an account; of one that is there already, what is given anew is replaced. */
export function withContact(account: Account, contact: Contact): Account {
  const contacts = account.contacts ?? [];
  const [known] = contactsNamed(contact.name, contacts);
  return {
    ...account,
    contacts:
      known === undefined
        ? [...contacts, contact]
        : contacts.map((one) => (one === known ? { ...one, ...contact, name: one.name } : one)),
  };
}

/** Puts another contact in the place of one, or nothing; what the file holds beside the fields of a contact stays. */
export function replaceContact(account: Account, before: Contact, after: Contact | undefined): Account {
  const contacts = (account.contacts ?? []).flatMap((one) => {
    if (one !== before) return [one];
    const { name: _, role: _role, phone: _phone, email: _email, ...unknown } = one;
    return after === undefined ? [] : [{ ...unknown, ...after }];
  });
  return { ...account, contacts: contacts.length > 0 ? contacts : undefined };
}

/** Gives an account another name; the one that it had is kept among its others. */
export function renamed(account: Account, name: string): Account {
  return withOtherNames({ ...account, name }, [account.name]);
}

/**
 * Takes one account into another: its names, and what the other does not know of stage, signature and contacts.
 * @returns both, as they are to be written
 */
export function merged(from: Account, into: Account): { readonly from: Account; readonly into: Account } {
  const known = { stage: into.stage ?? from.stage, signedOn: into.signedOn ?? from.signedOn };
  const contacts = (from.contacts ?? []).reduce(withContactIfNew, into);
  return {
    from: { ...from, mergedInto: into.id },
    into: withOtherNames({ ...contacts, ...known }, [from.name, ...(from.otherNames ?? [])]),
  };
}

function withContactIfNew(account: Account, contact: Contact): Account {
  const isKnown = contactsNamed(contact.name, account.contacts ?? []).length > 0;
  return isKnown ? account : withContact(account, contact);
}

/** Adds other names, each once and none that is only another spelling of the name. */
function withOtherNames(account: Account, names: readonly string[]): Account {
  const kept = new Map([[accountKey(account.name), account.name]]);
  for (const name of [...(account.otherNames ?? []), ...names]) {
    if (!kept.has(accountKey(name))) kept.set(accountKey(name), name);
  }
  kept.delete(accountKey(account.name));
  return { ...account, otherNames: kept.size > 0 ? [...kept.values()] : undefined };
}
