import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/rules/finding.ts';
import { LEVEL_SETTINGS, applyLevels } from '../../src/rules/levels.ts';
import { LEVELS } from '../../src/rules/rule.ts';

const finding = (rule: string, level: Finding['level']): Finding => ({
  rule,
  level,
  place: 'purpose',
  start: 0,
  end: 4,
  text: 'text',
});

test('a rule that is off says nothing, others are told at the level that is set, the rest at their own', () => {
  const findings = [
    finding('one', 'error'),
    finding('two', 'error'),
    finding('three', 'warn'),
    finding('four', 'warn'),
  ];
  const levels = new Map([
    ['one', 'off'],
    ['two', 'warn'],
    ['three', 'error'],
  ] as const);
  expect(applyLevels(findings, levels)).toEqual([
    finding('two', 'warn'),
    finding('three', 'error'),
    finding('four', 'warn'),
  ]);
});

test('where nothing is set nothing is done', () => {
  const findings = [finding('one', 'error')];
  expect(applyLevels(findings, new Map())).toBe(findings);
});

test('only the level ever changes, and the order never', () => {
  const ids = fc.constantFrom<string[]>('a', 'b', 'c');
  const findings = fc.array(
    fc.tuple(ids, fc.constantFrom(...LEVELS)).map(([rule, level]) => finding(rule, level)),
  );
  const levels = fc.array(fc.tuple(ids, fc.constantFrom(...LEVEL_SETTINGS))).map((pairs) => new Map(pairs));
  fc.assert(
    fc.property(findings, levels, (found, set) => {
      const left = found.filter(({ rule }) => set.get(rule) !== 'off');
      const told = applyLevels(found, set);
      expect(told.map(({ rule }) => rule)).toEqual(left.map(({ rule }) => rule));
      for (const [i, { level, ...rest }] of told.entries()) {
        expect(level).toBe(set.get(rest.rule) ?? left[i]?.level);
        expect(left[i]).toMatchObject(rest);
      }
    }),
  );
});
