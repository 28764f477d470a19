import { languageOf } from './examples.ts';
import type { Example } from './examples.ts';

/** Parts of made-up accounts' names for each language, as `data/training/accounts.json` has them. */
export type AccountNames = Readonly<
  Record<string, { readonly first: readonly string[]; readonly second: readonly string[] }>
>;

/** How an account's name is put to a purpose. */
const WAYS: readonly ((text: string, name: string) => string)[] = [
  (text, name) => `${name} - ${text}`,
  (text, name) => `${name}: ${text}`,
  (text, name) => `${text} - ${name}`,
  (text, name) => `${text} (${name})`,
  (text, name) => `${name.toLowerCase()} - ${text}`,
];

/** Purposes with a made-up account's name in front or behind, so that a name is learned to say nothing. */
export function namedExamples(examples: readonly Example[], names: AccountNames): Example[] {
  return examples
    .filter(({ section }) => section === undefined)
    .flatMap((example, i) => {
      const parts = names[languageOf(example)];
      if (parts === undefined) return [];
      const { first, second } = parts;
      const name = `${first[i % first.length] ?? ''} ${second[Math.floor(i / first.length) % second.length] ?? ''}`;
      return [{ ...example, text: WAYS[i % WAYS.length]?.(example.text, name) ?? example.text }];
    });
}
