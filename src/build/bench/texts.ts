import type * as Fs from 'node:fs';
import headings from '../../../data/headings.json' with { type: 'json' };
import { LANGUAGES, SECTIONS, STAGES } from '../../rules/rule.ts';
import type { Language, Section, Stage } from '../../rules/rule.ts';
import { languageOf, readAccountNames, readExamples } from '../../train/examples.ts';
import type { AccountNames } from '../../train/named.ts';
import { randomFrom } from '../../train/random.ts';
import type { Random } from '../../train/random.ts';

/** Texts as people write them, put together from the labelled ones; the same in every run. */
export interface Texts {
  readonly account: (language: Language) => string;
  readonly purpose: (language: Language) => string;
  readonly language: () => Language;
  readonly stage: () => Stage;
  /** A call report in Markdown with all sections. */
  readonly report: () => string;
  /** A number from 0 up to, not including, the given one. */
  readonly below: (number: number) => number;
}

/** In a report of 1.2 kB, which is what people write, there are so many lines a section. */
const LINES = 2;

export function openTexts(fs: typeof Fs, dataDir: string, seed: number): Texts {
  const random = randomFrom(seed);
  const purposes = new Map<Language, string[]>();
  const lines = new Map<string, string[]>();
  for (const example of readExamples(fs, dataDir)) {
    if (example.text.trim() === '') continue;
    const language = languageOf(example);
    if (example.section === undefined) listIn(purposes, language).push(example.text);
    else listIn(lines, `${language}/${example.section}`).push(example.text);
  }
  const names = readAccountNames(fs, dataDir);
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? '';
  const language = (): Language => LANGUAGES[Math.floor(random() * LANGUAGES.length)] ?? 'en';
  const stage = (): Stage => STAGES[Math.floor(random() * STAGES.length)] ?? 'prospect';
  const account = (of: Language): string => nameIn(names, of, pick);

  const section = (name: Section, of: Language): string => {
    const own = lines.get(`${of}/${name}`) ?? [];
    const body = Array.from({ length: LINES }, () => pick(own));
    return `## ${headings[name][of][0] ?? name}\n\n${body.map((line) => `- ${line}`).join('\n')}\n`;
  };
  return {
    language,
    stage,
    account,
    purpose: (of) => pick(purposes.get(of) ?? []),
    report() {
      const of = language();
      const head = `---\naccount: ${account(of)}\nstage: ${stage()}\ndate: ${dayBefore2027(random)}\n---\n`;
      return [head, ...SECTIONS.map((name) => section(name, of))].join('\n');
    },
    below: (number) => Math.floor(random() * number),
  };
}

function nameIn(names: AccountNames, language: Language, pick: (items: readonly string[]) => string): string {
  const parts = names[language];
  return parts === undefined ? 'Delta Print' : `${pick(parts.first)} ${pick(parts.second)}`;
}

function dayBefore2027(random: Random): string {
  const two = (number: number): string => String(Math.floor(number) + 1).padStart(2, '0');
  return `2026-${two(random() * 12)}-${two(random() * 28)}`;
}

function listIn<Key>(lists: Map<Key, string[]>, key: Key): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
