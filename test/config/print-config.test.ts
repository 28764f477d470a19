import { expect, test } from 'vitest';
import { printedConfig } from '../../src/config/print-config.ts';
import { GOLF, companyFolder, rulebookSource } from './company-folder.ts';

test('what holds for a file is shown with all defaults, as plain JSON', async () => {
  const { open, at, from, folder } = companyFolder({
    'plan-call.config.json': {
      rules: { 'courtesy-call': 'off' },
      phrases: { 'courtesy-call': { en: ['blue binder'], ro: ['caietul albastru'] } },
      ruleFiles: 'golf-round.yaml',
      ignore: 'drafts/',
      columns: { purpose: 'Subject' },
      maxWarnings: 0,
      overrides: [{ files: '*.csv', rules: { 'golf-round': 'warn' }, dateOrder: 'dmy' }],
    },
    'golf-round.yaml': GOLF,
  });
  const configs = open();
  const path = at('drafts/a.csv');
  const printed = printedConfig(
    await configs.configFor(path),
    await configs.isIgnored(path, 'file'),
    rulebookSource.rules,
  );
  expect(JSON.parse(JSON.stringify(printed))).toEqual(printed);
  expect(printed).toMatchObject({
    isIgnored: true,
    rules: { 'courtesy-call': 'off', 'elapsed-time': 'error', appeasement: 'warn', 'golf-round': 'warn' },
    phrases: { 'courtesy-call': { en: ['blue binder'], ro: ['caietul albastru'] } },
    ignore: [{ pattern: 'drafts/', base: folder }],
    gitignore: false,
    language: null,
    columns: { purpose: 'Subject' },
    dateOrder: 'dmy',
    maxWarnings: 0,
    baseline: null,
  });
  expect(from(printed.from)).toEqual(['plan-call.config.json']);
  expect(from(printed.ruleFiles)).toEqual(['golf-round.yaml']);
  expect(Object.keys(printed.rules)).toHaveLength(rulebookSource.rules.length + 1);
});
