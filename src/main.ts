import { EXIT } from './cli/exit.ts';
import type { ExitCode } from './cli/exit.ts';
import { runProgram } from './cli/program.ts';
import { languageAsked, languageFor, readSettings } from './cli/settings.ts';
import type { Settings } from './cli/settings.ts';
import { sentenceForKnown } from './known-error.ts';
import { loadMessages, speakerOf } from './messages.ts';
import type { Speaker } from './messages.ts';
import type { Language } from './rules/rule.ts';
import { Interrupted } from './plan/asker.ts';
import { cleanForTerminal } from './text/clean.ts';
import type { World } from './world.ts';

/**
 * Runs the program in a world.
 * @returns the exit code; nothing is thrown, and the process is never touched
 */
export async function main(world: World): Promise<ExitCode> {
  let language: Language = 'en';
  try {
    language = languageFor(undefined, {}, world.env);
    const settings = readSettings(world);
    language = languageFor(languageAsked(world.argv), settings, world.env);
    return await runProgram(world, settings, await speakerIn(language));
  } catch (error) {
    const speaker = await speakerIn(language);
    if (error instanceof Interrupted) {
      world.stderr.write(`\n${speaker.say('interrupted')}\n`);
      return EXIT.interrupted;
    }
    world.stderr.write(`${cleanForTerminal(sentenceFor(error, speaker)).replaceAll('\t', ' ')}\n`);
    return EXIT.wrong;
  }
}

async function speakerIn(language: Language): Promise<Speaker> {
  await loadMessages([language]);
  return speakerOf(language);
}

/** What to tell the user: one sentence for what she can put right, everything there is for what she cannot. */
function sentenceFor(error: unknown, speaker: Speaker): string {
  return (
    sentenceForKnown(error, speaker) ??
    speaker.say('error.unexpected', {
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  );
}

export type { Settings, World };
