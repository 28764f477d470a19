import { WantList, knot } from './knots.ts';
import type { Knotted, Want } from './knots.ts';
import { layOut, packed } from './net-arrays.ts';
import type { ListWords } from './net-arrays.ts';
import { ENDS, lettersOf } from './net.ts';
import type { PhraseNet, Wants } from './net.ts';
import type { WordLists } from './notation.ts';
import { compilePhrase } from './phrase.ts';
import type { Language } from './rule.ts';

/** A phrase of a rule file or word list, and whose it is. */
export interface OwnedPhrase<Owner> {
  readonly owner: Owner;
  readonly language: Language;
  readonly text: string;
}

/** Word lists by the language whose phrases name them. */
export type ListsByLanguage = Readonly<Record<Language, WordLists>>;

/**
 * Weaves phrases into a net.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function weave<Owner>(
  phrases: readonly OwnedPhrase<Owner>[],
  lists: ListsByLanguage,
): PhraseNet<Owner> {
  const wants = new WantList();
  const woven = phrases.map(({ text, language }) => knot(compilePhrase(text, lists[language]).first, wants));
  const named = namedLists(wants);
  const owners = [...new Set(phrases.map(({ owner }) => owner))];
  const places = new Map(owners.map((owner, place) => [owner, place]));
  const entries = [...named].flatMap(([list, { longer }]) => longer.map((entry) => ({ list, entry })));
  const order = inOrder(wants.all);
  const placeOf = (number: number): number => order.placeOf[number] ?? 0;
  return {
    owners,
    ownerOf: packed(phrases.map(({ owner }) => places.get(owner) ?? 0)),
    listOf: packed(entries.map(({ list }) => placeOf(list))),
    wants: wantsOf(order.sorted),
    ...layOut([...woven, ...entries.map(({ entry }) => entry)], named, order.placeOf),
  };
}

/** A list that phrases name, with its entries of several words. */
interface NamedList extends ListWords {
  readonly single: Set<number>;
  readonly first: Set<number>;
  readonly longer: Knotted[];
}

/** The lists among the wants. */
function namedLists(wants: WantList): Map<number, NamedList> {
  const named = new Map<number, NamedList>();
  // Entries name no lists, so that there are no more of them afterwards.
  for (const [number, { kind, entries }] of wants.all.entries()) {
    if (kind !== 'list') continue;
    const list: NamedList = { single: new Set(), first: new Set(), longer: [] };
    for (const entry of entries) addEntry(list, knot(entry, wants));
    named.set(number, list);
  }
  return named;
}

function addEntry({ single, first, longer }: NamedList, { knots, begun }: Knotted): void {
  const goingOn = begun.filter(({ knot: { wants, ends, ways }, isFirst }) => {
    const isSingle = !isFirst && (ends & ENDS.here) !== 0;
    if (isSingle) for (const want of wants) single.add(want);
    return !isSingle || ways.length > 0 || ends !== ENDS.here;
  });
  if (goingOn.length === 0) return;
  for (const { knot: begin } of goingOn) for (const want of begin.wants) first.add(want);
  const needed = new Set([
    ...goingOn.map(({ knot: begin }) => begin),
    ...knots.flatMap(({ ways }) => ways.map((way) => way.knot)),
  ]);
  longer.push({ knots: knots.filter((one) => needed.has(one)), begun: goingOn });
}

function wantsOf(all: readonly Want[]): Wants {
  const marked = all.filter(({ kind }) => kind === 'word' || kind === 'prefix');
  const count = (wanted: Want['kind']): number => all.filter(({ kind }) => kind === wanted).length;
  return {
    words: count('word'),
    prefixes: count('prefix'),
    hasNumber: count('number') > 0,
    keys: marked.map(({ form }) => form.key),
    shapes: marked.map(({ form }) => lettersOf(form.shapes)),
    tones: Uint8Array.from(marked, ({ form }) => form.tone),
  };
}

const KINDS: readonly Want['kind'][] = ['word', 'prefix', 'number', 'list'];

/** Wants in the order of `Wants`, and by the number that each had before the place that it has now. */
function inOrder(all: readonly Want[]): { readonly sorted: readonly Want[]; readonly placeOf: Uint16Array } {
  const order = [...all.entries()].toSorted(([, one], [, other]) => compareWants(one, other));
  const placeOf = new Uint16Array(all.length);
  for (const [place, [number]] of order.entries()) placeOf[number] = place;
  return { sorted: order.map(([, want]) => want), placeOf };
}

function compareWants(one: Want, other: Want): number {
  if (one.kind !== other.kind) return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  if (one.form.key === other.form.key) return 0;
  return one.form.key < other.form.key ? -1 : 1;
}
