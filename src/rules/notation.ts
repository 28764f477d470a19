import { wordsOf } from '../text/words.ts';
import type { Form } from '../text/forms.ts';

/** Word lists that a phrase may name as `<list>`, each a list of phrases. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** A phrase as it is written: its parts one after the other. */
export type Part =
  | { readonly kind: 'word' | 'prefix'; readonly word: Form }
  | { readonly kind: 'number' | 'gap' | 'begin' | 'end' }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly Part[])[] };

/** A phrase that is not written in the notation. The message says what is wrong with it. */
export class NotationError extends Error {
  override name = 'NotationError';
}

const TOKEN = /\.{3}|…|[()[\]|^$#*]|<[^>]*>?|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ.,:/]*/gu;
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/**
 * Reads a phrase as it is written.
 * @throws NotationError when a bracket is left open, a list is unknown or an alternative has no words
 */
export function parsePhrase(source: string, lists: WordLists = {}): Part[] {
  const tokens = source.normalize('NFC').match(TOKEN) ?? [];
  let at = 0;

  const sequence = (close: string | undefined): Part[] => {
    const parts: Part[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) {
        if (close !== undefined) throw new NotationError(`“${source}”: “${close}” is missing`);
        return parts;
      }
      if (close !== undefined && (token === close || token === '|')) return parts;
      at += 1;
      parts.push(...part(token));
    }
  };

  const choice = (open: string): Part => {
    const close = CLOSES[open];
    const ways = [sequence(close)];
    while (tokens[at] === '|') {
      at += 1;
      ways.push(sequence(close));
    }
    at += 1;
    // A sign without letters, such as “%”, is no word.
    if (ways.some(({ length }) => length === 0))
      throw new NotationError(`“${source}”: an alternative without words would match anything`);
    return { kind: 'choice', ways: open === '[' ? [...ways, []] : ways };
  };

  const part = (token: string): readonly Part[] => {
    if (token === '(' || token === '[') return [choice(token)];
    if (token === '...' || token === '…') return [{ kind: 'gap' }];
    if (token === '^') return [{ kind: 'begin' }];
    if (token === '$') return [{ kind: 'end' }];
    if (token === '#') return [numberPart(lists)];
    if (token.startsWith('<')) return [listPart(token, lists, source)];
    if (/^[)\]|*]$/.test(token)) throw new NotationError(`“${source}”: “${token}” stands alone`);
    const prefix = tokens[at] === '*';
    if (prefix) at += 1;
    return wordParts(token, prefix, source);
  };

  return sequence(undefined);
}

function wordParts(token: string, prefix: boolean, source: string): readonly Part[] {
  const parts = partsOfToken(token);
  const last = parts.at(-1);
  if (!prefix || last?.kind !== 'word') return parts;
  if (last.word.key.length < 3)
    throw new NotationError(`“${source}”: “*” needs at least three letters before it`);
  return [...parts.slice(0, -1), { kind: 'prefix', word: last.word }];
}

const knownTokens = new Map<string, readonly Part[]>();

/** Phrases share most of their words, so each is folded once. */
function partsOfToken(token: string): readonly Part[] {
  let parts = knownTokens.get(token);
  if (parts === undefined) {
    parts = wordsOf(token).map(({ form }) => ({ kind: 'word', word: form }));
    knownTokens.set(token, parts);
  }
  return parts;
}

function numberPart(lists: WordLists): Part {
  const digits: Part[] = [{ kind: 'number' }];
  const spelled = lists['number'];
  return {
    kind: 'choice',
    ways: spelled === undefined ? [digits] : [digits, [{ kind: 'list', entries: spelled }]],
  };
}

function listPart(token: string, lists: WordLists, source: string): Part {
  const name = token.replace(/^<|>$/g, '');
  const entries = lists[name];
  if (entries === undefined) throw new NotationError(`“${source}”: there is no word list “${name}”`);
  return { kind: 'list', entries };
}
