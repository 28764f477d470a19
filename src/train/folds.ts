import type { TrainingSet } from './train.ts';

/** What to train with, and the texts to judge afterwards, which it has none of. */
export interface Fold {
  readonly set: TrainingSet;
  readonly leftOut: TrainingSet['fresh'];
}

/**
 * Cuts the fresh texts so that each is left out once; the known ones, which the phrases have seen, always train.
 * @param count how many folds; each has its share of every language, as every `count`-th text is left out
 */
export function foldsOf(set: TrainingSet, count: number): Fold[] {
  return Array.from({ length: count }, (_, fold) => {
    const isLeftOut = (_text: unknown, i: number): boolean => i % count === fold;
    const isKept = (_text: unknown, i: number): boolean => i % count !== fold;
    const { purposes, sentences } = set.fresh;
    return {
      set: { ...set, fresh: { purposes: purposes.filter(isKept), sentences: sentences.filter(isKept) } },
      leftOut: { purposes: purposes.filter(isLeftOut), sentences: sentences.filter(isLeftOut) },
    };
  });
}
