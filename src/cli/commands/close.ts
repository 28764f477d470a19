import { openAccountBook } from '../../calls/account-book.ts';
import type { Call } from '../../calls/call.ts';
import { newId } from '../../calls/new-id.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { closingOf } from '../../close/closing.ts';
import { isComplete } from '../../close/draft.ts';
import type { ClosingDraft } from '../../close/draft.ts';
import { closingFrom } from '../../close/given.ts';
import type { CloseOptions } from '../../close/given.ts';
import { keptFrom, openPromisesOn } from '../../close/kept.ts';
import type { PromisesOnFile } from '../../close/kept.ts';
import { isToCome } from '../../close/too-early.ts';
import { openRules } from '../../open-rules.ts';
import { wrap } from '../../terminal/layout.ts';
import { formatWhen } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import { UserError } from '../../user-error.ts';
import { canAsk } from '../ask.ts';
import { brokenOff, closeByAsking } from '../close/by-asking.ts';
import { editorOf } from '../close/editor.ts';
import { finishClosing, showClosing } from '../close/finish.ts';
import { offerNextCall } from '../close/plan-next.ts';
import { checkOpen } from '../close/write-closing.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';
import { configFolder } from '../settings.ts';
import { callText, whichCall } from '../which-call.ts';

interface Options extends CloseOptions {
  readonly editor?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `plan-call close`: writes down what came of a call; asks for it where there is a terminal and no option says it. */
export async function run(session: Session, options: Options, [id]: readonly string[]): Promise<ExitCode> {
  const { world, speaker, now } = session;
  const editor = options.editor === true && options.dryRun !== true ? editorOf(session) : undefined;
  const store = openStore(world.fs, session.dataFolder);
  const call = await whichCall(session, store, id, {
    question: 'close.which',
    isOffered: ({ status }) => status === 'planned',
    comesFirst: (one) => !isToCome(one, now),
  });
  checkOpen(call, store, speaker);
  const onFile = await readPromises(session, store);
  const given = {
    ...closingFrom(options, call, now, speaker.language),
    kept: options.kept && keptFrom(options.kept, call.account, onFile, dateOf(now), speaker),
  };
  checkTime(given, call, session);
  const rules = openRules(world.fs, world.programFolder, configFolder(world));
  const setting = { today: dateOf(now), nextId: () => newId(world.now()), speaker };
  const isAsking = !isComplete(given) && canAsk(session) && options.json !== true;
  if (isAsking && id !== undefined) session.note(wrap(callText(call, session), session.width));
  const about = { call, openPromises: openPromisesOn(call.account, onFile) };
  const answers = isAsking ? await closeByAsking(session, rules, about, given, setting) : given;
  if (typeof answers === 'number') return answers;
  if (!isComplete(answers)) throw new UserError('close.needed', { options: missingIn(answers) });
  const finishing = { session, store, rules, call, closing: closingOf(answers, call, setting) };
  if (options.dryRun === true) {
    await showClosing(finishing, options.json === true);
    return EXIT.fine;
  }
  const closed = await finishClosing(finishing, editor, options.json === true);
  brokenOff(session, call).forget();
  if (!isAsking || closed.status !== 'held') return EXIT.fine;
  return offerNextCall(session, store, closed, answers.signedOn === undefined ? closed.stage : 'signed');
}

async function readPromises(session: Session, store: Store): Promise<PromisesOnFile> {
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems } = await store.promises();
  noteProblems(session, [...inAccounts, ...problems]);
  return { promises, book: openAccountBook(accounts) };
}

/** @throws UserError when what is given says that a call took place that is still to come */
function checkTime({ end }: ClosingDraft, call: Call, { now, speaker }: Session): void {
  if (end === undefined || end === 'cancelled' || !isToCome(call, now)) return;
  throw new UserError('close.too-early', { when: formatWhen(call.startsAt, speaker.language) });
}

function missingIn({ end }: ClosingDraft): string {
  return end === undefined || end === 'held' ? '--outcome' : '--because';
}
