import { accountKey } from '../calls/account.ts';
import { readDay } from '../read-day.ts';
import type { Language } from '../rules/rule.ts';
import { formatDay } from '../time/format.ts';
import { dateOf } from '../time/wall.ts';
import type { WallDate, WallTime } from '../time/wall.ts';
import { UserError } from '../user-error.ts';

/** “Never”, “not yet” and “no” in all languages, without marks. */
const NEVER = new Set(['never', 'no', 'khong', 'chua', 'niciodata', 'nu']);

/**
 * Reads the day on which a contract was signed.
 * @param language in which the day is told when it is a wrong one
 * @returns nothing for `never`, `chưa` or `niciodată`: it was not signed
 * @throws UserError for what is no day, or one that is still to come
 */
export function readSignedOn(text: string, now: WallTime, language: Language): WallDate | undefined {
  if (NEVER.has(accountKey(text))) return undefined;
  const day = readDay(text, now);
  if (day > dateOf(now)) {
    throw new UserError('account.signed-later', { day: formatDay(day, language, 'short') });
  }
  return day;
}
