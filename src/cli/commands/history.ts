import { callFile, pathInStore } from '../../calls/layout.ts';
import type { Problem } from '../../calls/read.ts';
import { openStore } from '../../calls/store.ts';
import { pathsOfMoved, storyOf } from '../../history/story.ts';
import type { Episode } from '../../history/story.ts';
import { endingIn } from '../../history/touched.ts';
import { wrap } from '../../terminal/layout.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { showStory } from '../history/show-story.ts';
import { pathsNamed } from '../history/which-record.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';
import { whichCall } from '../which-call.ts';

interface Options {
  readonly json?: boolean;
}

/** `plan-call history`: what happened to a call, a promise or an account. Reads only. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const store = openStore(session.world.fs, session.dataFolder);
  const problems: Problem[] = [];
  const changes = [...store.changes(problems)];
  noteProblems(session, problems);

  const name = words.join(' ');
  let paths;
  if (name === '') {
    const call = await whichCall(session, store, undefined, {
      question: 'history.which',
      isOffered: () => true,
    });
    paths = pathsOfMoved(changes, pathInStore(store.dir, callFile(store.dir, call)));
  } else paths = await pathsNamed(session, store, name, changes);

  const story = storyOf(changes, paths);
  if (options.json === true) session.print(JSON.stringify(story.map(forMachines), undefined, 2));
  else if (story.length === 0) session.print(wrap(session.speaker.say('history.none'), session.width));
  else session.print(showStory(story, session));
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}

function forMachines({ change, undoneAt, differences }: Episode) {
  const { id, at, command, because } = change;
  return {
    id,
    at,
    command,
    ...(because !== undefined && { because }),
    ...endingIn(change),
    ...(undoneAt !== undefined && { undoneAt }),
    // What was not there is null, as JSON knows no other word for it.
    fields: differences.map(({ field, from = null, to = null }) => ({ field, from, to })),
  };
}
