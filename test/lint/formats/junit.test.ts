import fc from 'fast-check';
import { expect, test } from 'vitest';
import { junitFormat } from '../../../src/lint/formats/junit.ts';
import {
  CWD,
  HOSTILE,
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
import { valuesAt } from './junit-schema.ts';

const asXml = (steps: readonly Step[]): string => written(junitFormat(look()), steps);

test('the schema finds what is wrong', () => {
  expect(() => valuesAt('<testsuites name="x"><testsuite name="y"/></testsuites>')).toThrow('tests');
});

test('without any file there are no suites', () => {
  expect(valuesAt(asXml([]), '//testsuite')).toEqual([[]]);
});

test('a file is a suite, a document a case; errors fail it, warnings are its output', () => {
  const xml = asXml([
    file(
      report('reports/v1.2/a.md', [
        message('Courtesy call', { suggestion: 'Sign the NDA' }),
        message('Hello'),
      ]),
    ),
    file(
      row(2, []),
      row(3, [message('Hi', { level: 'warn' })]),
      row(4, [message('Hi', { level: 'warn' }), message('Hello')], {
        id: undefined,
        suppressed: [suppressed(message('Hey'), { kind: 'baseline' })],
      }),
    ),
    { unread: `${CWD}/gone.md`, problem: 'There is no such file' },
  ]);
  expect(valuesAt(xml)).toEqual([]);
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plan-call">
  <testsuite name="reports/v1.2/a.md" file="reports/v1.2/a.md" tests="1" failures="1" errors="0">
    <testcase classname="reports/v1_2/a" name="a.md">
      <failure message="“Courtesy call” is a courtesy, not a reason." type="courtesy-call">reports/v1.2/a.md:7:1  “Courtesy call” is a courtesy, not a reason. [courtesy-call]
  → Try: Sign the NDA
reports/v1.2/a.md:7:1  “Hello” is a courtesy, not a reason. [courtesy-call]</failure>
    </testcase>
  </testsuite>
  <testsuite name="calls.csv" file="calls.csv" tests="3" failures="1" errors="0">
    <testcase classname="calls" name="calls.csv, row 2 (A-1002)"/>
    <testcase classname="calls" name="calls.csv, row 3 (A-1003)">
      <system-out>calls.csv:7:1 (row 3, column “Subject”)  “Hi” is a courtesy, not a reason. [courtesy-call]</system-out>
    </testcase>
    <testcase classname="calls" name="calls.csv, row 4">
      <failure message="“Hello” is a courtesy, not a reason." type="courtesy-call">calls.csv:7:1 (row 4, column “Subject”)  “Hello” is a courtesy, not a reason. [courtesy-call]</failure>
      <system-out>calls.csv:7:1 (row 4, column “Subject”)  “Hi” is a courtesy, not a reason. [courtesy-call]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="gone.md" file="gone.md" tests="1" failures="0" errors="1">
    <testcase classname="gone" name="gone.md">
      <error message="There is no such file" type="unread">There is no such file</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('cases of files that differ only in their extension have names of their own', () => {
  const xml = asXml([file(report('a.md', [])), file(report('a.txt', []))]);
  const [names = []] = valuesAt(xml, '//testcase/@name');
  expect(new Set(names).size).toBe(2);
});

test('no text makes Jenkins or GitLab publish a file', () => {
  const said = valuesAt(asXml(hostileSteps()), '//failure', '//system-out', '//error').flat().join('\n');
  expect(said).toContain('ATTACHMENT|/etc/passwd');
  expect(said).not.toContain('[[ATTACHMENT');
});

test('whatever the texts, it is valid, and they are read back but for what XML forbids', () => {
  const check = (texts: readonly string[]): void => {
    const xml = asXml(hostileSteps(texts));
    const [ids = [], outputs = []] = valuesAt(xml, '//testcase/@name', '//system-out');
    texts.forEach((text, i) => {
      // Letters and signs that nobody forbids are all there, in order.
      const kept = text.match(/[\p{L}<>&"'=]/gu)?.join('') ?? '';
      if (/[\u001b\u009b]/.test(text)) return;
      const lettersOf = (value = ''): string => value.match(/[\p{L}<>&"'=]/gu)?.join('') ?? '';
      expect(lettersOf(ids[i])).toBe(`callscsvrow${kept}`);
      expect(lettersOf(outputs[i])).toContain(kept);
    });
  };
  check(HOSTILE);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), check), {
    numRuns: 50,
  });
});
