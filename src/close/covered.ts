import { accountKey } from '../calls/account.ts';
import { UserError } from '../user-error.ts';
import { cleanLine } from '../text/clean.ts';

/**
 * The items of the agenda that are named, by their text however it is typed, or by their number.
 * @throws UserError naming the items there are
 */
export function coveredOf(given: readonly string[], agenda: readonly string[]): string[] {
  if (agenda.length === 0) throw new UserError('close.no-agenda');
  const named = new Set(given.map((one) => itemNamed(one, agenda)));
  return agenda.filter((topic) => named.has(topic));
}

function itemNamed(given: string, agenda: readonly string[]): string {
  const key = accountKey(given);
  const byText = agenda.find((topic) => accountKey(topic) === key);
  const found = byText ?? (/^\d+$/.test(given.trim()) ? agenda[Number(given) - 1] : undefined);
  if (found !== undefined) return found;
  const items = agenda.map((topic, at) => `  ${at + 1}  ${cleanLine(topic)}`).join('\n');
  throw new UserError('close.unknown-topic', { given, items });
}
