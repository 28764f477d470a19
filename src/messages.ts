import en from '../data/locales/en.json' with { type: 'json' };
import ro from '../data/locales/ro.json' with { type: 'json' };
import vi from '../data/locales/vi.json' with { type: 'json' };
import { LANGUAGES } from './rules/rule.ts';
import type { Language } from './rules/rule.ts';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;

/** A message with a number in it has a form for each plural of its language. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
type Catalog = Readonly<Record<MessageKey, string | Forms>>;

const catalogs: Readonly<Record<Language, Catalog>> = { en, vi, ro };

/** Says things in one language. */
export interface Speaker {
  readonly language: Language;
  /**
   * A message of `data/locales`, with `{name}` replaced by the value of that name. Where the message has plural forms,
   * the value `n` chooses.
   */
  say(key: MessageKey, values?: MessageValues): string;
}

export function speakerOf(language: Language): Speaker {
  return {
    language,
    say(key, values = {}) {
      const message = catalogs[language][key];
      const text = typeof message === 'string' ? message : formFor(message, language, Number(values['n']));
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    },
  };
}

/** Intl costs milliseconds at its first use, so it is asked only where a message has forms. */
function formFor(forms: Forms, language: Language, n: number): string {
  return forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
}

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
