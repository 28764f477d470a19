import { accountKey } from '../calls/account.ts';
import { isCalledLike } from '../calls/account-book.ts';
import type { AccountBook } from '../calls/account-book.ts';
import type { Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import type { Asker, Back, Choice } from './asker.ts';

/** How many accounts are offered at a time. */
const OFFERS = 20;

/**
 * One of the accounts on file, or the name of a new one.
 * @param before what was answered before she went back
 */
export function askAccountName(
  asker: Asker,
  speaker: Speaker,
  book: AccountBook,
  before: string | undefined,
): Promise<string | Back> {
  const { accounts } = book;
  const message = speaker.say('ask.account');
  if (accounts.length === 0) {
    return asker.text({
      message,
      prefilled: before,
      complain: (typed) => (typed.trim() === '' ? speaker.say('ask.account-empty') : undefined),
    });
  }
  return asker.search({
    message,
    offers(typed) {
      const isLike = isCalledLike(typed, book);
      const known: Choice<string>[] = accounts
        .filter(({ name }) => isLike(name))
        .slice(0, OFFERS)
        .map(({ name }) => ({ name: cleanLine(name), value: name }));
      const isNew = accountKey(typed) !== '' && book.find(typed) === undefined;
      const name = typed.trim();
      return isNew ? [...known, { name: speaker.say('ask.account-new', { name }), value: name }] : known;
    },
  });
}
