import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineStarts, positionAt } from '../../src/lint/positions.ts';
import { applySuppressions, suppressionsIn } from '../../src/lint/suppressions.ts';
import type { Suppressible } from '../../src/lint/suppressions.ts';
import { speakerOf } from '../../src/messages.ts';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';

const RULES = new Set(['courtesy-call', 'vague-purpose', 'missing-benefit']);

/** What comes of a source in which each `RULE!` is a finding of that rule; `top!` is one about the whole report. */
function suppress(source: string, top: readonly string[] = []) {
  const findings: Suppressible[] = top.map((rule) => ({ rule, start: 0, end: 0 }));
  for (const { 0: found, index } of source.matchAll(/[a-z-]+!/g))
    findings.push({ rule: found.slice(0, -1), start: index, end: index + found.length });
  const { kept, suppressed, problems } = applySuppressions(
    findings,
    suppressionsIn(readMarkdownReport(source), RULES),
  );
  const show = ({ rule, start }: Suppressible): string =>
    `${rule} ${positionAt(lineStarts(source), start).line}`;
  return {
    kept: kept.map(show),
    suppressed: suppressed.map(({ finding, reason }) => `${show(finding)}: ${reason}`),
    problems: problems.map((problem) => `${problem.rule}: ${source.slice(problem.start, problem.end)}`),
  };
}

const WHY = '-- they asked for it';

describe('a comment for the next line', () => {
  test.each([
    ['rules by spaces', 'courtesy-call vague-purpose'],
    ['rules by commas', 'courtesy-call, vague-purpose,'],
    ['in capitals', 'Courtesy-Call VAGUE-PURPOSE'],
    ['no rule', ''],
  ])('%s', (_, rules) => {
    const source = `# Purpose\n<!-- plan-call-disable-next-line ${rules} ${WHY} -->\ncourtesy-call! vague-purpose!\nvague-purpose!`;
    expect(suppress(source)).toEqual({
      kept: ['vague-purpose 4'],
      suppressed: ['courtesy-call 3: they asked for it', 'vague-purpose 3: they asked for it'],
      problems: [],
    });
  });

  test('leaves other rules alone', () => {
    const source = `<!-- plan-call-disable-next-line courtesy-call ${WHY} -->\ncourtesy-call! vague-purpose!`;
    expect(suppress(source)).toMatchObject({ kept: ['vague-purpose 2'], problems: [] });
  });

  test('passes over blank lines and comments, and comments add up', () => {
    const source = [
      '## Purpose',
      `<!-- plan-call-disable-next-line courtesy-call ${WHY} -->`,
      '',
      '<!-- a comment over',
      'two lines --> <!-- and one more -->',
      '\t<!-- plan-call-disable-next-line vague-purpose -- nothing better -->  ',
      '- courtesy-call! vague-purpose!',
      'courtesy-call!',
    ];
    expect(suppress(source.join('\n'))).toEqual({
      kept: ['courtesy-call 8'],
      suppressed: ['courtesy-call 7: they asked for it', 'vague-purpose 7: nothing better'],
      problems: [],
    });
  });

  test('does not count for what stands behind it on its own line', () => {
    const source = `<!-- plan-call-disable-next-line ${WHY} --> courtesy-call!\nvague-purpose!`;
    expect(suppress(source)).toMatchObject({ kept: ['courtesy-call 1'] });
  });

  test('suppresses what is missing at a heading', () => {
    const source = `# Notes\n<!-- plan-call-disable-next-line missing-benefit ${WHY} -->\n## missing-benefit!\n`;
    expect(suppress(source)).toMatchObject({ kept: [], problems: [] });
  });

  test('at the very end has nothing to count for', () => {
    const comment = `<!-- plan-call-disable-next-line ${WHY} -->`;
    expect(suppress(`courtesy-call!\n${comment}\n\n`)).toEqual({
      kept: ['courtesy-call 1'],
      suppressed: [],
      problems: [`unused-suppression: ${comment}`],
    });
  });
});

test.each(['\n', '\r\n', '\r'])('lines end with %j', (lineEnd) => {
  const source = ['\uFEFF---', 'account: A', '---', `<!-- plan-call-disable-next-line ${WHY} -->`, 'Chào'];
  const text = `${source.join(lineEnd)} courtesy-call!${lineEnd}vague-purpose!`.normalize('NFD');
  expect(suppress(text)).toMatchObject({ kept: ['vague-purpose 6'], problems: [] });
});

describe('a comment for its own line', () => {
  test('counts for what stands before and behind it', () => {
    const source = `courtesy-call! <!-- plan-call-disable-line courtesy-call ${WHY} --> courtesy-call!\ncourtesy-call!`;
    expect(suppress(source)).toMatchObject({ kept: ['courtesy-call 2'], problems: [] });
  });

  test('may give its reason over two lines', () => {
    const source =
      'courtesy-call! <!-- plan-call-disable-line -- they\n  asked --> vague-purpose!\ncourtesy-call!';
    expect(suppress(source)).toMatchObject({
      kept: ['courtesy-call 3'],
      suppressed: ['courtesy-call 1: they asked', 'vague-purpose 2: they asked'],
    });
  });

  test('comes before one that counts for more', () => {
    const source = [
      '<!-- plan-call-disable -- block -->',
      'courtesy-call! <!-- plan-call-disable-line -- line -->',
      'courtesy-call!',
    ];
    expect(suppress(source.join('\n')).suppressed).toEqual([
      'courtesy-call 2: line',
      'courtesy-call 3: block',
    ]);
  });
});

describe('a block', () => {
  test('lasts until its rule is enabled', () => {
    const source = [
      'courtesy-call!',
      `<!-- plan-call-disable courtesy-call vague-purpose ${WHY} -->`,
      'courtesy-call! vague-purpose! missing-benefit!',
      '<!-- plan-call-enable courtesy-call -->',
      'courtesy-call! vague-purpose!',
      '<!-- plan-call-enable -->',
      'vague-purpose!',
    ];
    expect(suppress(source.join('\n'))).toMatchObject({
      kept: ['courtesy-call 1', 'missing-benefit 3', 'courtesy-call 5', 'vague-purpose 7'],
      problems: [],
    });
  });

  test('of all rules goes on without the one that is enabled, to the end', () => {
    const source = [
      `<!-- plan-call-disable ${WHY} -->`,
      'courtesy-call! vague-purpose!',
      '<!-- plan-call-enable courtesy-call -->',
      'courtesy-call! vague-purpose!',
      'some-rule-of-tomorrow!',
    ];
    expect(suppress(source.join('\n'))).toMatchObject({ kept: ['courtesy-call 4'], problems: [] });
  });

  test('before all text suppresses what is missing from the report as a whole', () => {
    const block = `<!-- plan-call-disable missing-benefit ${WHY} -->`;
    const top = ['missing-benefit', 'vague-purpose'];
    for (const before of ['', '\uFEFF', '---\naccount: A\n---\n\n', '<!-- a comment -->\n'])
      expect(suppress(`${before}${block}\n# Purpose\n`, top)).toMatchObject({
        kept: ['vague-purpose 1'],
        problems: [],
      });
    expect(suppress(`# Purpose\n${block}\n`, top).kept).toHaveLength(2);
    expect(suppress(`${block}<!-- plan-call-enable -->\n# Purpose\n`, top).kept).toHaveLength(2);
  });
});

describe('what is wrong with a comment is told', () => {
  test.each([
    ['<!-- plan-call-disable-next-line courtesy-call -->'],
    ['<!-- plan-call-disable-next-line courtesy-call -- -->'],
    ['<!-- plan-call-disable-next-line courtesy-call -- … -->'],
    ['<!-- plan-call-disable-line -->'],
    ['<!--plan-call-disable-->'],
  ])('no reason: %s', (comment) => {
    expect(suppress(`${comment}\ncourtesy-call!\n<!-- plan-call-enable -->`)).toMatchObject({
      kept: ['courtesy-call 2'],
      problems: [`suppression-without-reason: ${comment}`].concat(
        comment.includes('line') ? ['unused-suppression: <!-- plan-call-enable -->'] : [],
      ),
    });
  });

  test('a rule that there is not, and the rest of the comment counts', () => {
    const source = `<!-- plan-call-disable-next-line courtsey-call vague-purpose ${WHY} -->\ncourtesy-call! vague-purpose!`;
    expect(suppress(source)).toMatchObject({
      kept: ['courtesy-call 2'],
      problems: ['unknown-rule-in-suppression: courtsey-call'],
    });
  });

  test('nothing but a rule that there is not is not meant for all', () => {
    const source = `<!-- plan-call-disable no-such ${WHY} -->\ncourtesy-call!\n<!-- plan-call-enable no-such -->`;
    expect(suppress(source)).toEqual({
      kept: ['courtesy-call 2'],
      suppressed: [],
      problems: ['unknown-rule-in-suppression: no-such', 'unknown-rule-in-suppression: no-such'],
    });
  });

  test.each([
    'plan-call-disabled',
    'plan-call-disable-file',
    'plan-call-',
    'PLAN-CALL-ENABLED',
    'plan-call: disable-line',
    'plan-call disable',
  ])('a word that is none: %s', (word) => {
    expect(suppress(`<!-- ${word} ${WHY} -->\ncourtesy-call!`)).toEqual({
      kept: ['courtesy-call 2'],
      suppressed: [],
      problems: [`unknown-directive: ${word}`],
    });
  });

  test('rules that do not occur, and comments that nothing comes of', () => {
    const named = `<!-- plan-call-disable-next-line courtesy-call vague-purpose ${WHY} -->`;
    const all = `<!-- plan-call-disable-line ${WHY} -->`;
    expect(suppress(`${named}\ncourtesy-call!\nText ${all}\n<!-- plan-call-enable -->`).problems).toEqual([
      `unused-suppression: ${named}`,
      `unused-suppression: ${all}`,
      'unused-suppression: <!-- plan-call-enable -->',
    ]);
  });

  test('in each language, with the words it is about', () => {
    const source = `<!-- plan-call-disabled -->\n<!-- plan-call-disable courtsey-call xyz courtesy-call -->\n<!-- plan-call-disable-line vague-purpose missing-benefit ${WHY} --> courtesy-call!`;
    const suppressions = suppressionsIn(readMarkdownReport(source), RULES);
    const { problems } = applySuppressions([], suppressions);
    const words = [
      'plan-call-disabled',
      'plan-call-disable',
      'courtesy-call',
      'xyz',
      'vague-purpose, missing-benefit',
    ];
    for (const language of LANGUAGES) {
      const said = problems.map(({ key, values }) => speakerOf(language).say(key, values));
      expect(said).toEqual(words.map((word) => expect.stringContaining(word)));
      expect(said.join('')).not.toMatch(/\{\w+\}/);
    }
    expect(problems.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'error', 'warn']);
  });
});

test('what is not meant for plan-call, or stands in code, is text', () => {
  const source = [
    '<!-- courtesy-call -->',
    '<!-- plan-caller -->',
    '<!-->',
    '```',
    `<!-- plan-call-disable ${WHY} -->`,
    '```',
    'courtesy-call!',
    `<!-- plan-call-disable ${WHY}`,
  ];
  expect(suppress(source.join('\n'))).toEqual({ kept: ['courtesy-call 7'], suppressed: [], problems: [] });
});

const anyPiece = fc.constantFrom(
  'courtesy-call!',
  'vague-purpose!',
  'text',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '```',
  '> ',
  '# Purpose\n',
  '<!--',
  '-->',
  '<!-- x -->',
  '\uFEFF',
  'e\u0301',
  '---\na: b\n---\n',
  '🙂',
  ...['disable', 'enable', 'disable-line', 'disable-next-line', 'disabled'].flatMap((name) =>
    ['', ' courtesy-call', ' courtesy-call,vague-purpose', ' no-such'].flatMap((rules) =>
      ['', ` ${WHY}`, '\n--\nwhy\n'].map((reason) => `<!-- plan-call-${name}${rules}${reason} -->`),
    ),
  ),
);
const anySource = fc.oneof(
  fc.array(anyPiece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
);
const anyFindings = (length: number): fc.Arbitrary<Suppressible[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...RULES), fc.nat(length), fc.nat(length))
      .map(([rule, a, b]) => ({ rule, start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 10 },
  );

describe('any report whatever', () => {
  const anyCase = anySource.chain((source) => fc.tuple(fc.constant(source), anyFindings(source.length)));

  test('what is kept and what is suppressed is all there was, in order', () => {
    fc.assert(
      fc.property(anyCase, ([source, findings]) => {
        const { kept, suppressed, problems } = applySuppressions(
          findings,
          suppressionsIn(readMarkdownReport(source), RULES),
        );
        const taken = new Set(suppressed.map(({ finding }) => finding));
        expect(kept).toEqual(findings.filter((finding) => !taken.has(finding)));
        expect(kept.length + suppressed.length).toBe(findings.length);
        for (const { start, end } of problems) expect(source.slice(start, end)).toMatch(/plan-call|no-such/i);
        expect(problems.map(({ start }) => start)).toEqual(
          problems.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('one comment for one line hides nothing on another', () => {
    fc.assert(
      fc.property(
        anySource.filter((source) => !source.includes('plan-call')),
        fc.constantFrom({ name: 'disable-line', below: 0 }, { name: 'disable-next-line', below: 2 }),
        (before, { name, below }) => {
          const report = `${before}\nText <!-- plan-call-${name} -- why -->\n\nA line.\nAnother.\n`;
          const starts = lineStarts(report);
          const findings = starts.map((start) => ({ rule: 'courtesy-call', start, end: start + 1 }));
          const suppressions = suppressionsIn(readMarkdownReport(report), RULES);
          const line = positionAt(starts, report.lastIndexOf('<!--')).line + below;
          const isInCode = suppressions.disabling.length === 0;
          const lines = applySuppressions(findings, suppressions).suppressed.map(
            ({ finding }) => positionAt(starts, finding.start).line,
          );
          expect(lines).toEqual(isInCode ? [] : [line]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('a megabyte of comments, each with a finding, is gone through in good time', { timeout: 8_000 }, () => {
  for (const comment of [
    `<!-- plan-call-disable-next-line courtesy-call ${WHY} -->`,
    `<!-- plan-call-disable ${WHY} --><!-- plan-call-enable vague-purpose -->`,
    '<!-- plan-call-disabled -->',
  ]) {
    const source = `${comment}\n`.repeat(1_000_000 / comment.length);
    const findings = lineStarts(source).map((start) => ({ rule: 'courtesy-call', start, end: start + 1 }));
    const { kept, suppressed } = applySuppressions(
      findings,
      suppressionsIn(readMarkdownReport(source), RULES),
    );
    expect(kept.length + suppressed.length).toBe(findings.length);
  }
});
