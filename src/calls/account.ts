import type { Stage } from '../rules/rule.ts';
import { isSafeName } from './file-names.ts';

/** A person at the customer's. */
export type Contact = {
  name: string;
  role?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
};

/** A customer; its id is the name of its file. */
export type Account = {
  schema: number;
  id: string;
  name: string;
  /** Names that it had, or that were taken for another account; records that hold them belong to it. */
  otherNames?: string[] | undefined;
  stage?: Stage | undefined;
  /** The day of the signature. */
  signedOn?: string | undefined;
  contacts?: Contact[] | undefined;
  /** The id of the account with which it was merged; then it is no account of its own any more. */
  mergedInto?: string | undefined;
  /** Its adding was undone: it counts as if it were not there. */
  withdrawn?: boolean | undefined;
};

const LONGEST_SLUG = 60;

/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

function withoutMarks(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[đðøłıßæœ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** What two spellings of one account have in common: its letters without case, marks and spaces. */
export function accountKey(name: string): string {
  return withoutMarks(name).replace(/\s+/g, '');
}

/**
 * A file name for an account: `Công ty Hòa Phát` → `cong-ty-hoa-phat`. 1 to 60 of `a-z`, `0-9` and `-`, and one that
 * every system can keep.
 * @param attempt 0 for the plain name; each higher number gives another one, for when that is taken by another account
 */
export function slug(name: string, attempt = 0): string {
  const plain = withoutMarks(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  if (attempt === 0 && isSafeName(plain)) return plain;
  const ending = shortHash(attempt < 2 ? accountKey(name) : `${accountKey(name)}#${attempt}`);
  const start = plain.slice(0, LONGEST_SLUG - 1 - ending.length).replace(/-$/, '');
  return `${start === '' ? 'account' : start}-${ending}`;
}

/** FNV-1a: the same everywhere, and enough to tell a handful of names apart. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
