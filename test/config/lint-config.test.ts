import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_CONFIG, mergeConfigs } from '../../src/config/lint-config.ts';
import { DATE_ORDERS } from '../../src/tables/date-order.ts';
import { OUR_NAMES } from '../../src/tables/our-names.ts';
import type { LintConfig } from '../../src/config/lint-config.ts';
import { LEVEL_SETTINGS } from '../../src/rules/levels.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { readRule } from '../../src/data/read-rulebook.ts';
import { GOLF, rulebookSource } from './company-folder.ts';

const golf = readRule(GOLF, 'golf-round.yaml', rulebookSource.words).value;
const ids = fc.constantFrom<string[]>('a', 'b', 'c', 'd');
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const lists = { maxLength: 3 };

const configs: fc.Arbitrary<LintConfig> = fc.record({
  levels: fc.array(fc.tuple(ids, fc.constantFrom(...LEVEL_SETTINGS)), lists).map((pairs) => new Map(pairs)),
  phrases: fc.uniqueArray(fc.record({ owner: ids, language: fc.constantFrom(...LANGUAGES), text: ids }), {
    ...lists,
    selector: (phrase) => JSON.stringify(phrase),
  }),
  ownRules: fc.uniqueArray(ids, lists).map((files) => files.map((file) => ({ file, rule: golf }))),
  ignore: fc.array(fc.record({ pattern: ids, base: ids, file: ids, key: ids }), lists),
  gitignore: maybe(fc.boolean()),
  language: maybe(fc.constantFrom(...LANGUAGES)),
  columns: fc.dictionary(fc.constantFrom(...OUR_NAMES), ids, { maxKeys: 3 }),
  dateOrder: maybe(fc.constantFrom(...DATE_ORDERS)),
  maxWarnings: maybe(fc.nat()),
  baseline: maybe(ids),
  from: fc.uniqueArray(ids, lists),
});

test('it does not matter which of three are merged first', () => {
  fc.assert(
    fc.property(configs, configs, configs, (a, b, c) => {
      const left = mergeConfigs(mergeConfigs(a, b), c);
      const right = mergeConfigs(a, mergeConfigs(b, c));
      expect(left).toEqual(right);
      expect([...left.levels.keys()]).toEqual([...right.levels.keys()]);
    }),
  );
});

test('nothing changes by what says nothing', () => {
  fc.assert(
    fc.property(configs, (one) => {
      expect(mergeConfigs(NO_CONFIG, one)).toEqual(one);
      expect(mergeConfigs(one, NO_CONFIG)).toEqual(one);
    }),
  );
});

test('the later one wins, and what it does not say stays', () => {
  fc.assert(
    fc.property(configs, configs, (earlier, later) => {
      const merged = mergeConfigs(earlier, later);
      for (const id of [...earlier.levels.keys(), ...later.levels.keys()])
        expect(merged.levels.get(id)).toBe(later.levels.get(id) ?? earlier.levels.get(id));
      for (const field of OUR_NAMES)
        expect(merged.columns[field]).toBe(later.columns[field] ?? earlier.columns[field]);
      for (const key of ['gitignore', 'language', 'dateOrder', 'maxWarnings', 'baseline'] as const)
        expect(merged[key]).toBe(later[key] === undefined ? earlier[key] : later[key]);
      expect(merged.ignore).toEqual([...earlier.ignore, ...later.ignore]);
      for (const key of ['phrases', 'ownRules', 'from'] as const)
        expect(merged[key]).toEqual(expect.arrayContaining([...earlier[key], ...later[key]]));
    }),
  );
});
