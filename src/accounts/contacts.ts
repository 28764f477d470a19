import { accountKey } from '../calls/account.ts';
import type { Contact } from '../calls/account.ts';
import { cleanText } from '../calls/clean-text.ts';

const PHONE = /^\+?[\d ()./-]+(?: ?(?:ext|int|x)\.? ?\d+)?$/i;
/** Fewer digits are the number of a room or a machine. */
const LEAST_DIGITS = 5;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Reads a contact as people write it: `Ana Pop, buyer, +40 721 000 000, ana@example.com`. The name comes first; of the
 * rest anything may be left out, in any order.
 * @returns nothing when there is no name, or two phone numbers or addresses
 */
export function parseContact(text: string): Contact | undefined {
  const [name = '', ...rest] = cleanText(text)
    .replace(/\s+/g, ' ')
    .split(',')
    .map((part) => part.trim());
  const parts = rest.filter((part) => part !== '');
  const [email, otherEmail] = parts.filter((part) => EMAIL.test(part));
  const [phone, otherPhone] = parts.filter(isPhone);
  const role = parts.filter((part) => !EMAIL.test(part) && !isPhone(part)).join(', ');
  if (name === '' || EMAIL.test(name) || isPhone(name)) return undefined;
  if (otherEmail !== undefined || otherPhone !== undefined) return undefined;
  return {
    name,
    ...(role !== '' && { role }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  };
}

function isPhone(text: string): boolean {
  return PHONE.test(text) && text.replace(/\D/g, '').length >= LEAST_DIGITS;
}

/** A contact as it is written, and read again. */
export function contactText({ name, role, phone, email }: Contact): string {
  return [name, role, phone, email].filter((part) => part !== undefined && part !== '').join(', ');
}

/**
 * The contacts that a typed name can mean, whatever its case and spaces. Marks that are typed have to agree: `Hoa` means
 * Hòa and Hoa, `Hòa` means Hòa alone; and a name that stands there just as it was typed means nobody else.
 */
export function contactsNamed(typed: string, contacts: readonly Contact[]): Contact[] {
  const exact = contacts.filter(({ name }) => withMarks(name) === withMarks(typed));
  if (exact.length > 0 || withMarks(typed) !== accountKey(typed)) return exact;
  return contacts.filter(({ name }) => accountKey(name) === accountKey(typed));
}

function withMarks(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}
