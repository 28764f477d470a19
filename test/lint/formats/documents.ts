import { Chalk } from 'chalk';
import type { JudgedDocument, LintMessage, SuppressedMessage, Tally } from '../../../src/lint/document.ts';
import type { Format } from '../../../src/lint/format.ts';
import type { FormatLook } from '../../../src/lint/formats/look.ts';
import { reportMessages } from '../../../src/lint/report-messages.ts';
import { speakerOf } from '../../../src/messages.ts';
import type { Language } from '../../../src/rules/rule.ts';
import { phrasesAlone } from '../../support/rulebook.ts';

export const CWD = '/home/ann/project';

/** What formats are given in tests: the rules that we ship, no colour, 80 columns. */
export function look(language: Language = 'en', changes: Partial<FormatLook> = {}): FormatLook {
  return {
    rulebook: phrasesAlone,
    speaker: speakerOf(language),
    ink: new Chalk({ level: 0 }),
    width: 80,
    cwd: CWD,
    version: '1.2.3',
    ...changes,
  };
}

/** A message of `courtesy-call`; what is not given is as for the words at the beginning of a report's seventh line. */
export function message(words: string, changes: Partial<LintMessage> = {}): LintMessage {
  return {
    rule: 'courtesy-call',
    level: 'error',
    message: `“${words}” is a courtesy, not a reason.`,
    from: { line: 7, column: 1 },
    to: { line: 7, column: words.length + 1 },
    excerpt: { text: `${words}.`, start: 0, end: words.length },
    ...changes,
  };
}

export function report(name: string, messages: readonly LintMessage[]): JudgedDocument {
  return { path: `${CWD}/${name}`, about: {}, messages, suppressed: [] };
}

/** What is really said of a text that is a finding of `courtesy-call` from `start` to `end`. */
export function judgedReport(
  name: string,
  source: string,
  words: string,
  language: Language,
): JudgedDocument {
  const start = source.indexOf(words);
  const finding = {
    rule: 'courtesy-call',
    level: 'error',
    place: 'purpose',
    start,
    end: start + words.length,
    text: words,
  } as const;
  return report(name, reportMessages(source, [finding], phrasesAlone, speakerOf(language)));
}

/** A row of `calls.csv`; its messages are in the cell “Subject”. */
export function row(
  number: number,
  messages: readonly LintMessage[],
  changes: Partial<JudgedDocument> = {},
): JudgedDocument {
  return {
    path: `${CWD}/calls.csv`,
    row: number,
    id: `A-${1000 + number}`,
    about: { account: 'Delta Print', owner: 'Ann Lee', date: '2026-11-24' },
    messages: messages.map((one) => ({ ...one, cell: one.cell ?? { column: 'Subject', start: 0, end: 13 } })),
    suppressed: [],
    ...changes,
  };
}

export function suppressed(one: LintMessage, because: SuppressedMessage['because']): SuppressedMessage {
  return { ...one, because };
}

/** What a run may meet. */
export type Step =
  | { readonly documents: readonly [JudgedDocument, ...JudgedDocument[]] }
  | { readonly unread: string; readonly problem: string };

/** A file with its documents in it. */
export const file = (first: JudgedDocument, ...others: JudgedDocument[]): Step => ({
  documents: [first, ...others],
});

/** Everything that a format writes, asked for in the order of a run. */
export function written(format: Format, steps: readonly Step[], skipped = NONE_SKIPPED): string {
  let text = format.begin();
  for (const step of steps) {
    if ('unread' in step) {
      text += format.unread(step.unread, step.problem);
      continue;
    }
    const [{ path }] = step.documents;
    text += format.beginFile(path);
    for (const document of step.documents) text += format.document(document);
    text += format.endFile(path, tallyOf(step.documents));
  }
  const documents = steps.flatMap((step) => ('documents' in step ? step.documents : []));
  const unread = steps.filter((step) => 'unread' in step).length;
  return text + format.end({ ...tallyOf(documents), unread, skipped });
}

const NONE_SKIPPED: Tally['skipped'] = { empty: 0, broken: 0, header: 0 };

function tallyOf(documents: readonly JudgedDocument[]): Tally {
  const levels = documents.flatMap(({ messages }) => messages.map(({ level }) => level));
  return {
    judged: documents.length,
    errors: levels.filter((level) => level === 'error').length,
    warnings: levels.filter((level) => level === 'warn').length,
    suppressed: documents.flatMap((document) => document.suppressed).length,
    unread: 0,
    skipped: NONE_SKIPPED,
  };
}

/** Texts that were written to do harm, or that programs trip over. */
export const HOSTILE = [
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007',
  'nul \u0000 bell \u0007 csi \u009b2J del \u007f',
  '"quoted" \'single\' `tick` <b>&amp;</b> ]]> <![CDATA[',
  '=HYPERLINK("http://example.invalid")',
  '+1-2@x\t,;',
  '\r\n::error::injected\r::set-output name=x::y',
  'lone \ud800 surrogates \udfff',
  'emoji 😀 👨‍👩‍👧 and ghé thăm'.normalize('NFD'),
  'right \u202e to left \u2069 \u2028 line \u2029',
  '[click](https://example.invalid) [[ATTACHMENT|/etc/passwd]] {0} {text}',
  '%0A%3A,:',
  '__proto__',
  'x'.repeat(20_000),
  'courtesy '.repeat(3_000),
  '\ufffe\uffff',
] as const;

/** A run in which every text is hostile. */
export function hostileSteps(texts: readonly string[] = HOSTILE): Step[] {
  const documents = texts.flatMap((text, i) => {
    const bad = message(text, {
      message: text,
      suggestion: text,
      fix: { start: 0, end: 1, text },
      cell: { column: text, start: 0, end: text.length },
      excerpt: { text: `a ${text} b`, start: 2, end: 2 + text.length },
    });
    const about = { account: text, owner: text, date: text };
    return [
      row(i + 2, [bad, { ...bad, level: 'warn', rule: text }], {
        id: text,
        about,
        suppressed: [
          suppressed(bad, { kind: 'comment', reason: text }),
          suppressed(bad, { kind: 'baseline' }),
        ],
      }),
    ];
  });
  const [first, ...others] = documents;
  return [
    ...(first === undefined ? [] : [file(first, ...others)]),
    ...texts.map((text) => ({ unread: `${CWD}/${text}`, problem: text })),
  ];
}

/** What a terminal obeys, or what turns the direction of writing. */
export const OBEYED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
