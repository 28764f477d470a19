import type { AccountBook } from '../../calls/account-book.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { PROMISERS } from '../../calls/promise.ts';
import type { Promised } from '../../calls/promise.ts';
import { askAccountName } from '../../plan/ask-account.ts';
import { askDueDay } from '../../plan/ask-day.ts';
import { BACK } from '../../plan/asker.ts';
import type { Back } from '../../plan/asker.ts';
import { interview } from '../../plan/interview.ts';
import { openAsking } from '../ask.ts';
import type { Session } from '../session.ts';

/** What is said of a promise when it is noted. */
export type PromiseSaid = Pick<Promised, 'account' | 'by' | 'what' | 'due'>;

/**
 * Asks for what is not said yet of a promise: on which account, whose it is, what, and by when.
 * @throws Interrupted on Ctrl-C
 */
export async function askPromise(
  session: Session,
  book: AccountBook,
  given: Partial<PromiseSaid>,
): Promise<Partial<PromiseSaid>> {
  const { speaker, now } = session;
  const { asker, show } = await openAsking(session);
  const isLeftOut = (part: keyof PromiseSaid) => (draft: Partial<PromiseSaid>) => draft[part] === undefined;
  const answer = <Part extends keyof PromiseSaid>(part: Part, value: PromiseSaid[Part] | Back) =>
    value === BACK ? BACK : { [part]: value };
  return interview<Partial<PromiseSaid>>(given, [
    {
      isOpen: isLeftOut('account'),
      ask: async (_draft, { account }) =>
        answer('account', await askAccountName(asker, speaker, book, account)),
    },
    {
      isOpen: isLeftOut('by'),
      ask: async (_draft, { by }) =>
        answer(
          'by',
          await asker.choose({
            message: speaker.say('promise.by'),
            choices: PROMISERS.map((value) => ({ value, name: speaker.say(`promise.by-${value}`) })),
            fallback: by,
          }),
        ),
    },
    {
      isOpen: isLeftOut('what'),
      async ask(_draft, { what }) {
        const typed = await asker.text({
          message: speaker.say('promise.what'),
          prefilled: what,
          complain: (text) => (cleanText(text) === '' ? speaker.say('promise.what-empty') : undefined),
        });
        return answer('what', typed === BACK ? BACK : cleanText(typed));
      },
    },
    {
      isOpen: isLeftOut('due'),
      ask: async (_draft, { due }) => answer('due', await askDueDay({ asker, speaker, now, show }, due)),
    },
  ]);
}
