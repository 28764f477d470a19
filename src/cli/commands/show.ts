import { join } from 'node:path';
import { openStore } from '../../calls/store.ts';
import { readChoice } from '../../read-option.ts';
import { sheetOf } from '../../sheet/sheet.ts';
import { dateOf } from '../../time/wall.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import { readOnFile } from '../on-file.ts';
import type { Session } from '../session.ts';
import { pageAsMarkdown } from '../show/as-markdown.ts';
import { pageAsText } from '../show/as-text.ts';
import { pageOf } from '../show/sections.ts';
import { whichCall } from '../which-call.ts';

const FORMATS = ['text', 'md', 'json'] as const;

interface Options {
  readonly format?: string;
  readonly json?: boolean;
}

/** `plan-call show [ID]`: the sheet of a call, to be read before it. Reads only. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { world, speaker, now, print } = session;
  const format = formatFrom(options);
  const store = openStore(world.fs, session.dataFolder);
  const call = await whichCall(session, store, words[0], {
    question: 'show.which',
    isOffered: ({ status }) => status !== 'moved',
  });
  const { onFile, problems } = await readOnFile(store, session.settings, call.startsAt);
  const sheet = sheetOf(call, onFile);

  if (format === 'json') print(JSON.stringify(sheet, undefined, 2));
  else {
    const page = pageOf(sheet, dateOf(now), speaker, (report) => join(store.dir, report));
    print(format === 'md' ? pageAsMarkdown(page) : pageAsText(page, call.id, session));
  }
  noteProblems(session, problems);
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}

function formatFrom({ format, json }: Options): (typeof FORMATS)[number] {
  if (json === true && format !== undefined && format !== 'json')
    throw new UserError('error.json-and-format', { format });
  if (json === true) return 'json';
  return format === undefined ? 'text' : readChoice('--format', format, FORMATS);
}
