import type { RulebookSource } from '../../rules/rulebook.ts';
import { ROLES } from '../../rules/rulebook.ts';
import { LANGUAGES } from '../../rules/rule.ts';

/** Shorter pieces would be found in every line. */
const SHORTEST = 4;
const TOKEN = /[()[\]|]|<[^>]*>|\.{3}|…|[^()[\]|<>\s]+/g;
/** Stands for what is no fixed text: a gap, a number, a word of a list. */
const BREAK = '\n';

/**
 * The phrases of all rules written out for tools that look for fixed texts, each in the first way of saying it: some have
 * millions. Where a phrase has a gap, a number or a list in it, its longest piece stands for it.
 */
export function literalPhrases({ rules }: RulebookSource): string[] {
  const texts = new Set<string>();
  for (const rule of rules)
    for (const role of ROLES)
      for (const language of LANGUAGES)
        for (const phrase of rule[role]?.[language] ?? []) {
          const pieces = firstWayOf(phrase)
            .split(BREAK)
            .map((piece) => piece.trim().replace(/\s+/g, ' '));
          const longest = pieces.reduce((a, b) => (b.length > a.length ? b : a));
          if (longest.length >= SHORTEST) texts.add(longest.toLowerCase());
        }
  return [...texts];
}

function firstWayOf(phrase: string): string {
  const tokens = phrase.match(TOKEN) ?? [];
  let at = 0;
  const sequence = (): string => {
    let way = '';
    for (; at < tokens.length; at += 1) {
      const token = tokens[at] ?? '';
      if (token === '|' || token === ')' || token === ']') break;
      way += ` ${token === '(' || token === '[' ? choice(token) : fixed(token)}`;
    }
    return way;
  };
  const choice = (open: string): string => {
    const ways: string[] = [];
    do {
      at += 1;
      ways.push(sequence());
    } while (tokens[at] === '|');
    // What is in square brackets may be missing.
    return open === '[' ? '' : (ways[0] ?? '');
  };
  return sequence();
}

function fixed(token: string): string {
  if (/^[<.…#^$]/.test(token)) return BREAK;
  return token.endsWith('*') ? token.slice(0, -1) + BREAK : token;
}
