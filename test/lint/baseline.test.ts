import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBaseline } from '../../src/lint/baseline.ts';
import type { Baseline, BaselineRun, Place } from '../../src/lint/baseline.ts';
import { baselineAsText, parseBaseline } from '../../src/lint/baseline-text.ts';

const there = () => true;
const gone = () => false;

type Written = Record<string, Record<string, number>>;

function baselineOf(files: Written, rows: Record<string, Written> = {}): Baseline {
  return parseBaseline(JSON.stringify({ version: 1, files, rows }), 'b.json');
}

function written(baseline: Baseline): unknown {
  return JSON.parse(baselineAsText(baseline));
}

/** What is kept of so many findings of each rule, as `rule rule`. */
function kept(run: BaselineRun, place: Place, ...rules: string[]): string {
  const findings = rules.map((rule) => ({ rule }));
  const held = run.hold(place, findings);
  expect([...held.kept, ...held.known].toSorted((a, b) => findings.indexOf(a) - findings.indexOf(b))).toEqual(
    findings,
  );
  return held.kept.map(({ rule }) => rule).join(' ');
}

describe('a report', () => {
  const baseline = baselineOf({ 'a.md': { 'courtesy-call': 2, 'vague-purpose': 1 } });

  test('with as many findings of a rule as it is allowed, or fewer, has nothing new', () => {
    expect(
      kept(openBaseline(baseline), { file: 'a.md' }, 'courtesy-call', 'vague-purpose', 'courtesy-call'),
    ).toBe('');
    expect(kept(openBaseline(baseline), { file: 'a.md' }, 'courtesy-call')).toBe('');
  });

  test('with more is told all of that rule, and of no other', () => {
    const run = openBaseline(baseline);
    const rules = ['courtesy-call', 'vague-purpose', 'courtesy-call', 'courtesy-call', 'staff-blame'];
    expect(kept(run, { file: 'a.md' }, ...rules)).toBe(
      'courtesy-call courtesy-call courtesy-call staff-blame',
    );
    expect(
      openBaseline(baseline).hold(
        { file: 'a.md' },
        rules.map((rule) => ({ rule })),
      ).exceeded,
    ).toEqual([{ rule: 'courtesy-call', allowed: 2, found: 3 }]);
  });

  test('that is not in the baseline is told everything', () => {
    expect(kept(openBaseline(baseline), { file: 'b.md' }, 'courtesy-call')).toBe('courtesy-call');
    expect(kept(openBaseline(), { file: 'a.md' }, 'courtesy-call')).toBe('courtesy-call');
  });
});

describe('a row of a table', () => {
  const baseline = baselineOf({}, { 'crm.csv': { 'A-1': { 'courtesy-call': 1 }, '17': { x: 1 } } });

  test('is known by its id, wherever it stands and whatever is new around it', () => {
    const run = openBaseline(baseline);
    expect(kept(run, { file: 'crm.csv', row: 'A-9' }, 'courtesy-call')).toBe('courtesy-call');
    expect(kept(run, { file: 'crm.csv', row: '17' }, 'x', 'courtesy-call')).toBe('courtesy-call');
    expect(kept(run, { file: 'crm.csv', row: 'A-1' }, 'courtesy-call')).toBe('');
  });

  test('in another table is another row', () => {
    expect(kept(openBaseline(baseline), { file: 'new.csv', row: 'A-1' }, 'courtesy-call')).toBe(
      'courtesy-call',
    );
    expect(kept(openBaseline(baseline), { file: 'crm.csv' }, 'courtesy-call')).toBe('courtesy-call');
  });

  test('whose id comes twice is allowed once', () => {
    const run = openBaseline(baseline);
    expect(kept(run, { file: 'crm.csv', row: 'A-1' }, 'courtesy-call')).toBe('');
    expect(kept(run, { file: 'crm.csv', row: 'A-1' }, 'courtesy-call')).toBe('courtesy-call');
  });
});

describe('after a run', () => {
  const baseline = baselineOf(
    { 'a.md': { x: 3, y: 1 }, 'b.md': { x: 1 } },
    { 'crm.csv': { 1: { x: 2 }, 2: { x: 1 } } },
  );

  function runOver(): BaselineRun {
    const run = openBaseline(baseline);
    kept(run, { file: 'a.md' }, 'x', 'z');
    run.endFile('a.md');
    kept(run, { file: 'crm.csv', row: '1' }, 'x', 'x', 'y');
    kept(run, { file: 'crm.csv', row: '3' }, 'x');
    run.endFile('crm.csv');
    return run;
  }

  test('it is told where there is less than is allowed', () => {
    expect(runOver().outdated(there)).toEqual([
      { file: 'a.md', rule: 'x', allowed: 3, found: 1 },
      { file: 'a.md', rule: 'y', allowed: 1, found: 0 },
      { file: 'crm.csv', row: '2', rule: 'x', allowed: 1, found: 0 },
    ]);
    expect(runOver().outdated(gone)).toContainEqual({ file: 'b.md', rule: 'x', allowed: 1, found: 0 });
  });

  test('pruning lowers and allows nothing new', () => {
    expect(written(runOver().pruned(there))).toEqual({
      version: 1,
      files: { 'a.md': { x: 1 }, 'b.md': { x: 1 } },
      rows: { 'crm.csv': { 1: { x: 2 } } },
    });
    expect(written(runOver().pruned(gone))).toMatchObject({ files: { 'a.md': { x: 1 } } });
    expect(runOver().pruned(gone).files.has('b.md')).toBe(false);
  });

  test('updating takes what was found, and keeps what was not judged', () => {
    expect(written(runOver().updated(there))).toEqual({
      version: 1,
      files: { 'a.md': { x: 1, z: 1 }, 'b.md': { x: 1 } },
      rows: { 'crm.csv': { 1: { x: 2, y: 1 }, 3: { x: 1 } } },
    });
    expect(runOver().updated(gone).files.has('b.md')).toBe(false);
  });

  test('a file that was not read to its end stays as it was', () => {
    const run = openBaseline(baseline);
    kept(run, { file: 'crm.csv', row: '3' }, 'x');
    expect(run.outdated(there)).toEqual([]);
    expect(run.pruned(there)).toEqual(baseline);
    expect(run.updated(there)).toEqual(baseline);
  });
});

const anyName = fc.oneof(
  fc.constantFrom('a.md', '../ă/b.md', '__proto__', 'constructor', '7', '10', ''),
  fc.string({ unit: 'grapheme' }),
);
const anyRun = fc.array(
  fc.record({
    file: anyName,
    row: fc.option(anyName, { nil: undefined }),
    rules: fc.array(fc.constantFrom('x', 'y', '__proto__'), { maxLength: 4 }),
  }),
  { maxLength: 12 },
);

function runAll(baseline: Baseline | undefined, documents: readonly (Place & { rules: string[] })[]) {
  const run = openBaseline(baseline);
  // A report comes once.
  const seen = new Set<string>();
  const news: string[] = [];
  for (const { file, row, rules } of documents) {
    if (row === undefined && seen.has(file)) continue;
    if (row === undefined) seen.add(file);
    news.push(kept(run, { file, row }, ...rules));
    run.endFile(file);
  }
  return { run, news: news.join('') };
}

describe('any run whatever', () => {
  test('has nothing new after its baseline is written and read, and nothing out of date', () => {
    fc.assert(
      fc.property(anyRun, (documents) => {
        const text = baselineAsText(runAll(undefined, documents).run.updated(there));
        const { run, news } = runAll(parseBaseline(text, 'b.json'), documents);
        expect(news).toBe('');
        expect(run.outdated(there)).toEqual([]);
        expect(baselineAsText(run.updated(there))).toBe(text);
        expect(baselineAsText(run.pruned(there))).toBe(text);
      }),
    );
  });

  test('pruned never allows more than before, and nothing is out of date then', () => {
    fc.assert(
      fc.property(anyRun, anyRun, (before, after) => {
        const baseline = runAll(undefined, before).run.updated(there);
        const { run, news } = runAll(baseline, after);
        const pruned = run.pruned(there);
        const again = runAll(pruned, after);
        expect(again.run.outdated(there)).toEqual([]);
        expect(again.news).toBe(news);
        for (const [file, counts] of pruned.files)
          for (const [rule, count] of counts)
            expect(count).toBeLessThanOrEqual(baseline.files.get(file)?.get(rule) ?? 0);
      }),
    );
  });
});

describe('the text of a baseline', () => {
  test('has its keys in order, whatever the order of the run', () => {
    const text = baselineAsText(baselineOf({ 'ș.md': { b: 1, a: 2 }, 'a.md': { x: 1 } }));
    expect(text).toBe(
      '{\n  "version": 1,\n  "files": {\n    "a.md": {\n      "x": 1\n    },\n    "ș.md": {\n      "a": 2,\n      "b": 1\n    }\n  }\n}\n',
    );
    expect(baselineAsText(parseBaseline(`\uFEFF${text}`, 'b.json'))).toBe(text);
  });

  test.each([
    ['', 'baseline.not-json', {}],
    ['[]', 'baseline.not-json', {}],
    ['<<<<<<< ours', 'baseline.not-json', {}],
    ['{"version":2,"of":{}}', 'baseline.newer', {}],
    ['{"files":{}}', 'baseline.wrong-value', { key: 'version' }],
    ['{"version":"1"}', 'baseline.wrong-value', { key: 'version' }],
    ['{"version":1,"file":{}}', 'baseline.unknown-key', { key: 'file' }],
    ['{"version":1,"files":[]}', 'baseline.wrong-value', { key: 'files' }],
    ['{"version":1,"files":{"a.md":2}}', 'baseline.wrong-value', { key: 'files.a.md' }],
    ['{"version":1,"files":{"a.md":{"x":0}}}', 'baseline.wrong-value', { key: 'files.a.md.x' }],
    ['{"version":1,"files":{"a.md":{"x":1.5}}}', 'baseline.wrong-value', { key: 'files.a.md.x' }],
    ['{"version":1,"rows":{"c.csv":{"7":{"x":"1"}}}}', 'baseline.wrong-value', { key: 'rows.c.csv.7.x' }],
  ])('is refused if it is none: %s', (text, key, values) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(
      expect.objectContaining({ key, values: expect.objectContaining({ file: 'b.json', ...values }) }),
    );
  });
});
