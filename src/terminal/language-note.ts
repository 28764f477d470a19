import type { Speaker } from '../messages.ts';
import { unknownLanguageOf } from '../rules/judge-purpose.ts';

/** Says of a text in a language that is not known that only its structure was judged; nothing of any other text. */
export function languageNote(text: string, speaker: Speaker): string | undefined {
  const language = unknownLanguageOf(text);
  if (language === undefined) return undefined;
  const names = new Intl.DisplayNames(speaker.language, { type: 'language' });
  return speaker.say('language.unknown', { language: names.of(language) ?? language });
}
