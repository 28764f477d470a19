import { openStore } from '../../calls/store.ts';
import { readWholeNumber } from '../../read-option.ts';
import { byAccount } from '../../suggest/by-account.ts';
import type { AboutAccount } from '../../suggest/by-account.ts';
import { questionText } from '../../suggest/question-text.ts';
import { questionsOf } from '../../suggest/questions.ts';
import type { Question } from '../../suggest/questions.ts';
import { reasonText } from '../../suggest/reason-text.ts';
import { reasonsToCall } from '../../suggest/reasons.ts';
import type { Reason } from '../../suggest/reasons.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { dateOf } from '../../time/wall.ts';
import type { WallTime } from '../../time/wall.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import { readOnFile } from '../on-file.ts';
import type { Session } from '../session.ts';
import { planCommand } from '../suggest/command.ts';

interface Options {
  readonly limit?: string;
  readonly json?: boolean;
}

/** Accounts that are shown under each heading unless more are asked for. */
const SHOWN = 10;

/** `plan-call suggest`: whom to call on, with the reasons that are on file, and about whom to ask what they would gain. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { speaker, now, world, print } = session;
  const limit = readWholeNumber('--limit', options.limit, 1);
  const { onFile, problems } = await readOnFile(openStore(world.fs, session.dataFolder), session.settings);
  const reasons = reasonsToCall(onFile, now);
  const whom = byAccount(reasons, onFile.book);
  const asked = byAccount(questionsOf(onFile, now, reasons), onFile.book);

  if (options.json === true) print(JSON.stringify(asObject(whom, asked, now, limit), undefined, 2));
  else if (whom.length === 0 && asked.length === 0) print(wrap(speaker.say('suggest.none'), session.width));
  else {
    const most = limit ?? SHOWN;
    const parts = [
      section(
        'suggest.title',
        whom.map((one) => reasonLines(one, session)),
        most,
        session,
      ),
      section(
        'suggest.questions',
        asked.map((one) => questionLines(one, session)),
        most,
        session,
      ),
    ];
    print(parts.filter((part) => part !== '').join('\n\n'));
  }
  noteProblems(session, problems);
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}

/** A heading, and the accounts below it; nothing where there are none. */
function section(
  title: 'suggest.title' | 'suggest.questions',
  blocks: readonly string[],
  most: number,
  { speaker, ink, width }: Session,
): string {
  if (blocks.length === 0) return '';
  const more = blocks.length - most;
  return [
    ink.bold(wrap(speaker.say(title), width)),
    ...blocks.slice(0, most),
    ...(more > 0
      ? [ink.dim(wrap(speaker.say('suggest.more', { n: more, limit: blocks.length }), width))]
      : []),
  ].join('\n\n');
}

function reasonLines({ account, found }: AboutAccount<Reason>, session: Session): string {
  const { speaker, ink, width } = session;
  return [
    ink.bold(wrap(cleanLine(account), width)),
    ...found.map((reason) => {
      const mark = reason.kind === 'late' ? ink.red('!') : '·';
      return wrap(`${mark} ${reasonText(reason, speaker)}`, width, '  ');
    }),
    commandLine(planCommand(account), session),
  ].join('\n');
}

function questionLines({ account, found }: AboutAccount<Question>, session: Session): string {
  const { speaker, ink, width, now } = session;
  return [
    ink.bold(wrap(cleanLine(account), width)),
    ...found.map((question) => wrap(`? ${questionText(question, dateOf(now), speaker)}`, width, '  ')),
    commandLine(commandFor(account, found, now), session),
  ].join('\n');
}

/** Not broken into lines, so that it can be pasted. */
function commandLine(command: string, { ink }: Session): string {
  return `  ${ink.dim(command)}`;
}

/** Where a call would recur, its time is known, unless that has passed. */
function commandFor(account: string, questions: readonly Question[], now: WallTime): string {
  const recurring = questions.find((question) => question.kind === 'recurring');
  const isToCome = recurring !== undefined && recurring.next >= now.slice(0, recurring.next.length);
  return planCommand(account, isToCome ? recurring.next : undefined);
}

function asObject(
  whom: readonly AboutAccount<Reason>[],
  asked: readonly AboutAccount<Question>[],
  now: WallTime,
  limit = Infinity,
) {
  return {
    suggestions: whom.slice(0, limit).map(({ account, found }) => ({
      account,
      reasons: found,
      command: planCommand(account),
    })),
    questions: asked.slice(0, limit).map(({ account, found }) => ({
      account,
      questions: found,
      command: commandFor(account, found, now),
    })),
  };
}
