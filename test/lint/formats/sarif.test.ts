import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sarifFormat } from '../../../src/lint/formats/sarif.ts';
import { LANGUAGES } from '../../../src/rules/rule.ts';
import {
  CWD,
  HOSTILE,
  OBEYED,
  file,
  hostileSteps,
  look,
  message,
  report,
  row,
  suppressed,
  written,
} from './documents.ts';
import type { Step } from './documents.ts';
import { isSarif } from './sarif-schema.ts';

interface Rule {
  id: string;
  shortDescription: { text: string };
  help: { text: string; markdown: string };
}
interface Result {
  ruleId: string;
  ruleIndex?: number;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string } };
    logicalLocations: { name: string }[];
  }[];
  fixes: { artifactChanges: { replacements: { insertedContent: { text: string } }[] }[] }[];
  suppressions?: { justification: string }[];
  partialFingerprints: { 'planCall/v1': string };
  properties: { suggestion: string; id: string };
}
interface Run {
  tool: { driver: { rules: Rule[] } };
  results: Result[];
  invocations: {
    executionSuccessful: boolean;
    toolExecutionNotifications?: { message: { text: string } }[];
  }[];
}

/** The run of a log that is as the schema says. */
function runOf(steps: readonly Step[], language: (typeof LANGUAGES)[number] = 'en'): Run {
  const text = written(sarifFormat(look(language)), steps);
  expect(text).not.toMatch(OBEYED);
  const log: { runs: [Run] } = JSON.parse(text);
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log.runs[0];
}

test('the schema finds what is wrong', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});

test('without any file it is a log without results', () => {
  const run = runOf([]);
  expect(run.results).toEqual([]);
  expect(run.invocations).toEqual([{ executionSuccessful: true }]);
});

test('a result has its rule, its place, its fix, and who keeps it from counting', () => {
  const one = message('Courtesy call', {
    fix: { start: 90, end: 103, text: '' },
    suggestion: 'Sign the NDA',
  });
  const run = runOf([
    file({
      ...report('sub folder/ă.md', [one]),
      suppressed: [
        suppressed(message('Hello'), { kind: 'comment', reason: 'agreed with Ann' }),
        suppressed(message('Hi', { level: 'warn' }), { kind: 'comment', reason: '' }),
        suppressed(message('Hi'), { kind: 'baseline' }),
      ],
    }),
  ]);
  const artifactLocation = { uri: 'sub%20folder/%C4%83.md', uriBaseId: '%SRCROOT%' };
  const [first, ...others] = run.results;
  expect(first).toEqual({
    ruleId: 'courtesy-call',
    ruleIndex: run.tool.driver.rules.findIndex(({ id }) => id === 'courtesy-call'),
    level: 'error',
    message: { text: '“Courtesy call” is a courtesy, not a reason.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 14 },
        },
      },
    ],
    partialFingerprints: { 'planCall/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) },
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation,
            replacements: [
              { deletedRegion: { charOffset: 90, charLength: 13 }, insertedContent: { text: '' } },
            ],
          },
        ],
      },
    ],
    properties: { suggestion: 'Sign the NDA' },
  });
  expect(others.map(({ suppressions }) => suppressions)).toEqual([
    [{ kind: 'inSource', justification: 'agreed with Ann' }],
    [{ kind: 'inSource' }],
    [{ kind: 'external', status: 'accepted', justification: 'Known before: it is in the baseline.' }],
  ]);
});

test('a row is named beside the place in the file', () => {
  const missing = { ...row(3, []), messages: [message('', { rule: 'no-such-rule', excerpt: undefined })] };
  const [first, second] = runOf([file(row(2, [message('Courtesy call')]), missing)]).results;
  expect(first?.locations[0]?.logicalLocations).toEqual([
    { name: 'row 2', kind: 'row' },
    { name: 'Subject', fullyQualifiedName: 'row 2/Subject', kind: 'column' },
  ]);
  expect(first?.properties).toEqual({
    row: 2,
    id: 'A-1002',
    columnName: 'Subject',
    cellStart: 0,
    cellEnd: 13,
  });
  expect(second?.locations[0]?.logicalLocations).toEqual([{ name: 'row 3', kind: 'row' }]);
  expect(second).not.toHaveProperty('ruleIndex');
});

test('files outside the folder are named by their whole address', () => {
  const outside = { ...report('a.md', [message('Hello')]), path: '/home/bob/a b.md' };
  const piped = { ...report('a.md', [message('Hello')]), path: 'stdin:1.md' };
  const artifacts = runOf([file(outside), file(piped)]).results.map(
    ({ locations }) => locations[0]?.physicalLocation.artifactLocation,
  );
  expect(artifacts).toEqual([{ uri: 'file:///home/bob/a%20b.md' }, { uri: 'stdin%3A1.md' }]);
});

test('what was not read is a notification', () => {
  const run = runOf([{ unread: `${CWD}/gone.md`, problem: 'There is no such file' }]);
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: { text: 'There is no such file' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'gone.md', uriBaseId: '%SRCROOT%' } } }],
        },
      ],
    },
  ]);
});

test('a fingerprint stays when lines move, and differs from every other', () => {
  const prints = (...steps: Step[]): string[] =>
    runOf(steps).results.map((result) => result.partialFingerprints['planCall/v1']);
  const moved = message('Courtesy call', { from: { line: 9, column: 3 }, to: { line: 9, column: 16 } });
  expect(prints(file(report('a.md', [moved])))).toEqual(
    prints(file(report('a.md', [message('Courtesy call')]))),
  );
  expect(prints(file(row(12, [moved], { id: 'A-1' })))).toEqual(
    prints(file(row(7, [message('Courtesy call')], { id: 'A-1' }))),
  );
  const all = prints(
    file(
      report('a.md', [
        moved,
        message('Courtesy call'),
        message('Hello'),
        message('Hello', { rule: 'vague-purpose' }),
      ]),
    ),
    file(report('b.md', [moved])),
    file(
      row(2, [moved]),
      row(3, [moved]),
      row(4, [moved], { id: undefined }),
      row(5, [moved], { id: undefined, about: {} }),
    ),
  );
  expect(new Set(all).size).toBe(all.length);
});

test.each(LANGUAGES)('every rule is described in %s', (language) => {
  const { rulebook } = look(language);
  const { rules } = runOf([], language).tool.driver;
  expect(rules.map(({ id }) => id)).toEqual([...rulebook.rules.keys()]);
  for (const rule of rules) {
    const { title, advice } = rulebook.rules.get(rule.id) ?? {};
    expect(rule.shortDescription.text).toBe(title?.[language]);
    expect(rule.help.text).toContain(advice?.[language]);
    expect(rule.help.markdown).toMatch(/\n- ✗ .+\n(?:- .+\n)*- ✓ .+/);
  }
});

test('whatever the texts, they are read back the same', () => {
  const check = (texts: readonly string[]): void => {
    const { results, invocations } = runOf(hostileSteps(texts));
    expect(results).toHaveLength(texts.length * 4);
    // What would be a link is told by backslashes that it is none.
    const told = (text: string): string =>
      text.includes('](') ? text.replace(/[\\[\]]/g, String.raw`\$&`) : text;
    texts.forEach((text, i) => {
      const result = results[i * 4];
      expect(result?.message.text).toBe(told(text));
      expect(result?.locations[0]?.logicalLocations[1]?.name).toBe(text);
      expect(result?.fixes[0]?.artifactChanges[0]?.replacements[0]?.insertedContent.text).toBe(text);
      expect(result?.properties).toMatchObject({ suggestion: text, id: text });
      expect(results[i * 4 + 1]?.ruleId).toBe(text);
      expect(results[i * 4 + 2]?.suppressions?.[0]?.justification ?? '').toBe(text);
      expect(invocations[0]?.toolExecutionNotifications?.[i]?.message.text).toBe(told(text));
    });
  };
  check(HOSTILE);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), check), {
    numRuns: 50,
  });
});
