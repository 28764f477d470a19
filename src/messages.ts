import type en from '../data/locales/en.json';
import { LANGUAGES } from './rules/rule.ts';
import type { Language } from './rules/rule.ts';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;

/** A message with a number in it has a form for each plural of its language. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
type Catalog = Readonly<Record<MessageKey, string | Forms>>;

/** Most runs speak one language, so the others are not loaded. */
const LOADS: Readonly<Record<Language, () => Promise<{ readonly default: Catalog }>>> = {
  en: () => import('../data/locales/en.json', { with: { type: 'json' } }),
  vi: () => import('../data/locales/vi.json', { with: { type: 'json' } }),
  ro: () => import('../data/locales/ro.json', { with: { type: 'json' } }),
};
const catalogs = new Map<Language, Catalog>();

/** Loads what is said in some languages. */
export async function loadMessages(languages: readonly Language[]): Promise<void> {
  for (const language of languages) {
    if (!catalogs.has(language)) catalogs.set(language, (await LOADS[language]()).default);
  }
}

/** Says things in one language. */
export interface Speaker {
  readonly language: Language;
  /**
   * A message of `data/locales`, with `{name}` replaced by the value of that name. Where the message has plural forms,
   * the value `n` chooses.
   */
  say(key: MessageKey, values?: MessageValues): string;
}

/**
 * A speaker of a language whose messages are loaded.
 * @throws RangeError when they are not
 */
export function speakerOf(language: Language): Speaker {
  const catalog = catalogs.get(language);
  if (catalog === undefined) throw new RangeError(`the messages in ${language} are not loaded`);
  return {
    language,
    say(key, values = {}) {
      const message = catalog[key];
      const text = typeof message === 'string' ? message : formFor(message, language, Number(values['n']));
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    },
  };
}

const plurals = new Map<Language, Intl.PluralRules>();

/** Intl costs milliseconds at its first use, so it is asked only where a message has forms, and each time the same one. */
function formFor(forms: Forms, language: Language, n: number): string {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return forms[rules.select(n)] ?? forms.other;
}

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
