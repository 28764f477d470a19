import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/reports/front-matter.ts';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import { readReport } from '../../src/reports/read-report.ts';
import { readYaml } from '../../src/reports/yaml-front-matter.ts';
import { fieldsOf, notesOn, outlineOf, textAt } from './reading.ts';

const report = (...lines: string[]): string => ['---', ...lines, '---', '# Notes', 'Text'].join('\n');

/** Fails the test that comes to it. */
const noYaml = (): never => {
  throw new Error('plain lines were given to the YAML reader');
};

describe('front matter of plain lines', () => {
  it('gives each value and where it stands', () => {
    const source = report(
      'account:  Vestri & Co: north ',
      '# a remark',
      '',
      'contact: "Trần Quốc Huy, quản lý"',
      "Ngày: '2025-12-09' # Tuesday",
      'canal: visit # by car',
      'giai_doan: đã ký',
      'Limbă:ro',
      'weather: rain',
      'stage: prospect',
    );
    const { fields } = readMarkdownReport(source, noYaml);
    const values = Object.entries(fields).map(([name, field]) => [
      name,
      textAt(readMarkdownReport(source), field),
    ]);
    expect(Object.fromEntries(values)).toEqual({
      account: 'Vestri & Co: north',
      contact: 'Trần Quốc Huy, quản lý',
      date: '2025-12-09',
      channel: 'visit',
      stage: 'đã ký',
      language: 'ro',
    });
    expect(fieldsOf(source)).toEqual(Object.fromEntries(values));
  });

  it('gives no field for an empty value', () => {
    expect(fieldsOf(report('account:', "contact: ''", 'date: # later', 'stage: signed'))).toEqual({
      stage: 'signed',
    });
  });

  it('may end with three dots', () => {
    expect(fieldsOf('---\naccount: Acme\n...\n# Notes\nText')).toEqual({ account: 'Acme' });
  });
});

describe('front matter that takes YAML', () => {
  const source = report(
    'account: >-',
    '  Công ty',
    '  Mây',
    'contact:',
    '  - Siv Halden',
    '  - "Ole \\"OB\\" Brekke"',
    'date: 2025-08-21',
    'stage: "signed\\u0021"',
    "channel: 'o''clock'",
    'lang: [vi, en]',
    'extra: {a: 1}',
  );

  it('gives each value and where it stands', () => {
    expect(fieldsOf(source)).toEqual({
      account: 'Công ty Mây',
      contact: 'Siv Halden, Ole "OB" Brekke',
      date: '2025-08-21',
      stage: 'signed!',
      channel: "o'clock",
      language: 'vi, en',
    });
    const read = readMarkdownReport(source, readYaml);
    const slices = Object.entries(read.fields).map(([name, field]) => [name, textAt(read, field)]);
    expect(Object.fromEntries(slices)).toEqual({
      account: '>-\n  Công ty\n  Mây',
      contact: '- Siv Halden\n  - "Ole \\"OB\\" Brekke"',
      date: '2025-08-21',
      stage: 'signed\\u0021',
      channel: "o''clock",
      language: '[vi, en]',
    });
  });

  it('is read in full by readReport, and line by line without a YAML reader', async () => {
    expect((await readReport(source)).fields.contact?.value).toBe('Siv Halden, Ole "OB" Brekke');
    const start = source.indexOf('2025');
    expect(readMarkdownReport(source).fields).toEqual({
      date: { value: '2025-08-21', start, end: start + 10 },
    });
    expect((await readReport(report('account: Acme'))).fields.account?.value).toBe('Acme');
  });

  it('may end its lines with a lone CR', () => {
    expect(fieldsOf(source.replaceAll('\n', '\r'))).toEqual({
      ...fieldsOf(source),
      account: 'Công ty Mây',
    });
  });
});

describe('front matter that is none', () => {
  it('is told, and read as far as can be, when its YAML is wrong', () => {
    const source = report('account: Acme', 'contact: {a', 'stage: signed');
    expect(fieldsOf(source)).toEqual({ account: 'Acme', stage: 'signed' });
    expect(notesOn(source)).toEqual(['bad-front-matter: stage: signed']);
    expect(outlineOf(source)).toEqual([['discussion | Notes', 'Text']]);
  });

  it('is told when it is never closed, and its fields are read as those above the text', () => {
    const source = '---\naccount: Acme\nstage: signed\n\n# Notes\nText';
    expect(fieldsOf(source)).toEqual({ account: 'Acme', stage: 'signed' });
    expect(notesOn(source)).toEqual(['bad-front-matter: ---']);
    expect(outlineOf(source)).toEqual([['discussion | Notes', 'Text']]);
  });

  it.each([
    [
      'two rules across the page',
      '---\nWas in the area.\n---\nSaid hello.',
      ['Was in the area.', 'Said hello.'],
    ],
    ['a rule further down', 'Said hello.\n\n---\naccount: Acme\n---', ['Said hello.', 'account: Acme']],
    ['four dashes', '----\nSaid hello.\n----\n', ['Said hello.']],
  ])('%s', (_, source, blocks) => {
    const { fields, body } = readFrontMatter(source);
    expect(fields).toEqual({});
    expect(body).toBe(0);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('is survived when nobody could have meant it', () => {
    const deep = `---\naccount: ${'['.repeat(60_000)}\n---\nText`;
    expect(notesOn(deep)[0]).toContain('bad-front-matter: account: [[[');
    const long = `---\na: "\n${'b: c\n'.repeat(20_000)}---\nText`;
    expect(notesOn(long)[0]).toBe('bad-front-matter: a: "');
    expect(fieldsOf('---\n? [a, b]\n: c\n---\nText')).toEqual({});
    expect(fieldsOf('---\naccount: *nobody\nstage: signed\n---\nText')).toEqual({ stage: 'signed' });
  });
});
