import { GAP } from '../../src/rules/phrase.ts';
import type { Phrase } from '../../src/rules/phrase.ts';
import type { Step } from '../../src/rules/step.ts';
import { agrees, beginsLike } from '../../src/text/forms.ts';
import type { Word } from '../../src/text/words.ts';

/** One way of reading a phrase: where it ends, and how many words its gaps passed over. */
interface Way {
  readonly to: number;
  readonly passed: number;
}

/**
 * Where a phrase ends when it is tried at word `at` in every way there is: the one with the fewest words passed over, and of
 * those the longest; -1 where it does not match.
 */
export function matchAt({ first }: Phrase, words: readonly Word[], at: number): number {
  const sentence = words[at]?.sentence;
  const inSentence = (i: number): boolean => words[i] !== undefined && words[i].sentence === sentence;

  function* waysFrom(step: Step, to: number, passed: number): Generator<Way> {
    const word = words[to];
    switch (step.kind) {
      case 'done':
        yield { to, passed };
        break;
      case 'either':
        for (const way of step.ways) yield* waysFrom(way, to, passed);
        break;
      case 'list':
        for (const entry of step.entries)
          for (const end of waysFrom(entry, to, passed)) yield* waysFrom(step.next, end.to, end.passed);
        break;
      case 'gap':
        for (let skip = 0; skip <= GAP; skip += 1) {
          yield* waysFrom(step.next, to + skip, passed + skip);
          if (!inSentence(to + skip)) break;
        }
        break;
      case 'begin':
        if (to === 0) yield* waysFrom(step.next, to, passed);
        break;
      case 'end':
        if (to === words.length) yield* waysFrom(step.next, to, passed);
        break;
      default:
        if (word !== undefined && inSentence(to) && fits(step, word))
          yield* waysFrom(step.next, to + 1, passed);
    }
  }

  const [best] = [...waysFrom(first, at, 0)].sort((a, b) => a.passed - b.passed || b.to - a.to);
  return best === undefined ? -1 : best.to;
}

function fits({ kind, word }: Step, { form }: Word): boolean {
  if (kind === 'word') return agrees(form, word);
  return kind === 'prefix' ? beginsLike(form, word) : form.isNumber;
}
