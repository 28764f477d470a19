import type { LintConfig } from '../../config/lint-config.ts';
import { speakerOf } from '../../messages.ts';
import type { Speaker } from '../../messages.ts';
import type { Session } from '../session.ts';
import { languageAsked, languageFor } from '../settings.ts';

/** The language that a configuration names comes after all that the user says herself. */
export function speakerIn({ world, settings, speaker }: Session, config: LintConfig): Speaker {
  const language = languageFor(
    languageAsked(world.argv),
    { language: settings.language ?? config.language },
    world.env,
  );
  return language === speaker.language ? speaker : speakerOf(language);
}
