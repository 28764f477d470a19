import * as fs from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes, fixesFor } from '../../src/lint/fix.ts';
import type { OfferedFix } from '../../src/lint/fix.ts';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import { judgeReport } from '../../src/rules/judge-report.ts';
import { LANGUAGES, STAGES } from '../../src/rules/rule.ts';
import type { Stage } from '../../src/rules/rule.ts';
import { ROOT } from '../support/folders.ts';
import { rulebook } from '../support/rulebook.ts';

interface Judged {
  findings: Finding[];
  offered: readonly OfferedFix[];
  fixed: string;
}

function judge(source: string, stage?: Stage, stoodBy?: string): Judged {
  const { sections } = readMarkdownReport(source);
  const report = { source, stage, sections };
  const findings = judgeReport(report, rulebook);
  const offered = fixesFor(
    report,
    findings.filter(({ rule }) => rule !== stoodBy),
    rulebook,
  );
  return {
    findings,
    offered,
    fixed: applyFixes(
      source,
      offered.map(({ fix }) => fix),
    ),
  };
}

const AFTER = '\n\n## Discussion\nAll is well.\n';
const fixedPurpose = (purpose: string): string =>
  judge(`## Purpose\n${purpose}${AFTER}`).fixed.slice('## Purpose\n'.length, -AFTER.length);

describe('a label is dropped', () => {
  test.each([
    ['Courtesy visit to agree the start date of the pilot', 'Agree the start date of the pilot'],
    ['Courtesy call: get sign-off on drawing C!', 'Get sign-off on drawing C!'],
    ['- courtesy call - get sign-off on drawing C', '- Get sign-off on drawing C'],
    ['Get sign-off on drawing C (courtesy call)', 'Get sign-off on drawing C'],
    ['Get sign-off on drawing C.\nCourtesy call.', 'Get sign-off on drawing C'],
    [
      'Courtesy call.\nGet sign-off on drawing C <!-- ask Ana -->\n> said Ana',
      'Get sign-off on drawing C <!-- ask Ana -->\n> said Ana',
    ],
    ['Ghé thăm xã giao để chốt lịch giao 200 lọc dầu', 'Chốt lịch giao 200 lọc dầu'],
    ['Vizită de curtoazie pentru a stabili data livrării presei 2', 'Stabili data livrării presei 2'],
    ['Courtesy call: eMAG signs the contract for 40 filters', 'eMAG signs the contract for 40 filters'],
  ])('%j', (purpose, fixed) => {
    expect(fixedPurpose(purpose)).toBe(fixed);
  });

  test('behind the heading on its line', () => {
    expect(judge('Purpose: Courtesy call to get sign-off on drawing C\nNotes: none\n').fixed).toBe(
      'Purpose: Get sign-off on drawing C\nNotes: none\n',
    );
  });

  test('in each purpose that there is', () => {
    const source = '# Purpose\nCourtesy call: get sign-off on drawing C\n# Notes\nx\n';
    expect(judge(source + source).fixed).toBe('# Purpose\nGet sign-off on drawing C\n# Notes\nx\n'.repeat(2));
  });

  test('as check suggests it', () => {
    const purpose = 'Courtesy visit to agree the start date of the pilot';
    const { findings, offered } = judge(`# Purpose\n${purpose}\n`);
    const [planned] = judgePurpose({ purpose }, rulebook);
    expect(findings.find(({ rule }) => rule === planned?.rule)?.suggestion).toBe(planned?.suggestion);
    expect(offered).toEqual([
      {
        finding: expect.objectContaining({ rule: 'courtesy-call', start: 10, end: 24 }),
        fix: { start: 10, end: 29, text: 'A' },
      },
    ]);
  });
});

describe('left to the writer', () => {
  test.each([
    ['nothing but a label', 'Courtesy call'],
    ['no real purpose behind it', 'Courtesy call and a chat'],
    ['a label that is part of a phrase', 'Courtesy call with Ana, get sign-off on drawing C'],
    ['more than a label', 'Say hello to the team, get sign-off on drawing C'],
    ['emphasis that would lose its half', '**Courtesy call to get sign-off on drawing C**'],
    ['a bracket that would lose its half', '(Courtesy call to get sign-off on drawing C)'],
    ['a label in a block of its own', '- Courtesy call\n- Get sign-off on drawing C'],
    ['a rest that would be a heading', 'Courtesy call: benefit: get sign-off on drawing C'],
    ['a rest that would be a list', 'Courtesy call: 1. get sign-off on drawing C'],
  ])('%s: %j', (_, purpose) => {
    expect(fixedPurpose(purpose)).toBe(purpose);
  });

  test('what somebody stands by', () => {
    const source = '# Purpose\nCourtesy call to get sign-off on drawing C\n';
    expect(judge(source).offered).toHaveLength(1);
    expect(judge(source, undefined, 'courtesy-call').offered).toEqual([]);
  });
});

test('of fixes that overlap the first is made, and the order in which they are given is no matter', () => {
  const fixes = [
    { start: 4, end: 6, text: 'Z' },
    { start: 0, end: 2, text: 'X' },
    { start: 1, end: 4, text: 'Y' },
    { start: 2, end: 3, text: '' },
  ];
  expect(applyFixes('abcdefg', fixes)).toBe('XdZg');
  expect(applyFixes('abc', [])).toBe('abc');
});

/** What has to hold of a report, whatever is in it. */
function expectSafe(source: string, stage?: Stage): number {
  const { findings, offered, fixed } = judge(source, stage);
  const [first, last] = [offered[0]?.fix, offered.at(-1)?.fix];
  if (first === undefined || last === undefined) {
    expect(fixed).toBe(source);
    return 0;
  }
  expect(fixed.slice(0, first.start)).toBe(source.slice(0, first.start));
  expect(fixed.endsWith(source.slice(last.end))).toBe(true);
  const again = judge(fixed, stage);
  expect(again.offered).toEqual([]);
  expect(again.findings.filter(({ place, level }) => place === 'purpose' && level === 'error')).toEqual(
    findings.filter(
      ({ place, level, replacement }) =>
        place === 'purpose' && level === 'error' && replacement === undefined,
    ),
  );
  const told = findings.map(({ rule, place, text }) => `${rule} ${place} ${text}`);
  for (const { rule, place, text } of again.findings) {
    const at = told.indexOf(`${rule} ${place} ${text}`);
    expect(at, `${rule} in ${fixed}`).toBeGreaterThanOrEqual(0);
    told.splice(at, 1);
  }
  expect(told.length).toBeGreaterThan(0);
  return offered.length;
}

test('the fixtures with labels before every purpose', () => {
  const folder = join(ROOT, 'test', 'fixtures', 'reports');
  for (const name of fs.readdirSync(folder)) {
    const source = fs.readFileSync(join(folder, name), 'utf8');
    expect(expectSafe(source)).toBe(0);
    const labelled = source.replace('Get sign-off', 'Courtesy call to get sign-off');
    expect(expectSafe(labelled)).toBe(labelled === source ? 0 : 1);
    if (labelled !== source) expect(judge(labelled).fixed).toBe(source);
  }
});

interface Labelled {
  text: string;
  stage: Stage;
  verdict: string;
}

const purposes: Labelled[] = LANGUAGES.flatMap((language) => {
  const folder = join(ROOT, 'data', 'training', language);
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('purposes'))
    .flatMap((name) => fs.readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);
});

describe('the labelled purposes in a report', () => {
  const template = fs
    .readFileSync(join(ROOT, 'test', 'fixtures', 'reports', 'clean.md'), 'utf8')
    .replace('Get sign-off on drawing C.', '{purpose}');

  test('those that name a label', () => {
    const labelled = purposes.filter(({ text }) =>
      /courtesy|social|goodwill|xã giao|xa giao|curtoazie|polite/i.test(text),
    );
    let fixes = 0;
    for (const { text, stage } of labelled)
      fixes += expectSafe(
        template.replace('{purpose}', () => text),
        stage,
      );
    expect(fixes).toBeGreaterThanOrEqual(5);
  });

  test('any, with a label before or behind it, however the file is written', () => {
    const accepted = purposes.filter(({ verdict }) => verdict === 'accept');
    let fixes = 0;
    const runs = 400;
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...accepted), fc.constantFrom(...purposes)),
        fc.constantFrom(
          'Courtesy call to {}',
          'courtesy visit: {}',
          '{} (social call)',
          '{}. Goodwill visit.',
          'Gặp xã giao, {}',
          'Ghé thăm xã giao để {}',
          'Vizită de curtoazie, {}',
          '{}; apel de curtoazie',
          '- Courtesy call: {}',
          '**Courtesy call**: {}',
          'Courtesy call\n{}',
          '{}\n\nCourtesy call',
          '{}',
        ),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('NFC', 'NFD'),
        fc.constantFrom('', '\uFEFF'),
        fc.constantFrom(undefined, ...STAGES),
        ({ text }, form, lineEnd, normal, bom, stage) => {
          const purpose = form.replace('{}', () => text);
          const source = template.replace('{purpose}', () => purpose).normalize(normal);
          fixes += expectSafe(bom + source.replaceAll('\n', lineEnd), stage);
        },
      ),
      { numRuns: runs },
    );
    expect(fixes).toBeGreaterThan(runs / 20);
  });
});
