import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { literalPhrases } from '../../../src/build/bench/literal-phrases.ts';
import { median } from '../../../src/build/bench/measure.ts';
import { openTexts } from '../../../src/build/bench/texts.ts';
import { writeHistory, writeReports, writeRows, writeStore } from '../../../src/build/bench/work-set.ts';
import { openStore } from '../../../src/calls/store.ts';
import { readRulebook } from '../../../src/data/read-rulebook.ts';
import { readReport } from '../../../src/reports/read-report.ts';
import { SECTIONS } from '../../../src/rules/rule.ts';
import { ROOT, freshFolder } from '../../support/folders.ts';

const texts = () => openTexts(fs, join(ROOT, 'data'), 48);

test('the same texts come in every run', () => {
  const [one, other] = [texts(), texts()];
  expect(Array.from({ length: 5 }, one.report)).toEqual(Array.from({ length: 5 }, other.report));
});

test('a report has all sections and is as long as what people write', async () => {
  const { report } = texts();
  const reports = Array.from({ length: 50 }, report);
  for (const source of reports) {
    const { sections, fields, notes } = await readReport(source);
    expect(sections.map(({ name }) => name)).toEqual(SECTIONS);
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['account', 'stage', 'date']));
    expect(notes).toEqual([]);
  }
  const mean = reports.reduce((sum, { length }) => sum + length, 0) / reports.length;
  expect(mean).toBeGreaterThan(800);
  expect(mean).toBeLessThan(1600);
});

test('the calls of a store are in order, those of its history in other weeks', async () => {
  const dir = freshFolder();
  writeStore(dir, 40, texts());
  expect(writeHistory(dir, 1, texts())).toBe(520);
  const store = openStore(fs, dir);
  const { calls, problems } = await store.readWeek({ year: 2026, week: 48 });
  expect(calls).toHaveLength(40);
  expect(problems).toEqual([]);
});

test('reports and rows are as many as were asked for', () => {
  const dir = freshFolder();
  const size = writeReports(join(dir, 'reports'), 3, texts());
  const files = fs.readdirSync(join(dir, 'reports', '0')).map((name) => join(dir, 'reports', '0', name));
  expect(files.reduce((sum, file) => sum + fs.statSync(file).size, 0)).toBe(size);
  writeRows(join(dir, 'rows.ndjson'), 7, 3, texts());
  const rows = fs
    .readFileSync(join(dir, 'rows.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
  expect(rows.map(({ id }) => id)).toEqual(['A-0', 'A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6']);
  expect(new Set(rows.map(({ purpose, account }) => purpose + account)).size).toBe(3);
});

test('a phrase is written out in its first way, up to what has no fixed text', () => {
  const { rules } = readRulebook(fs, join(ROOT, 'data'));
  const [rule] = rules;
  if (rule === undefined) throw new Error('there are rules');
  const phrases = { en: ['[just] (touching|touch) base', 'in the area ... <place>', '^ drop* by'] };
  const lists = { en: {}, vi: {}, ro: {} };
  const roles = { labels: undefined, with: undefined, except: undefined, unless: undefined };
  const literal = literalPhrases({ rules: [{ ...rule, ...roles, phrases }], words: lists });
  expect(literal).toEqual(['touching base', 'in the area', 'drop']);
});

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 2])).toBe(3.5);
});
