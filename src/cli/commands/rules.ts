import stringWidth from 'fast-string-width';
import { openConfigs } from '../../config/configs.ts';
import { SUPPRESSION_PROBLEMS } from '../../lint/suppression-problem.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { wrap } from '../../terminal/layout.ts';
import { readRules } from '../session.ts';
import type { Session } from '../session.ts';
import { exampleText } from '../../rules/example-text.ts';
import { LANGUAGES } from '../../rules/rule.ts';
import type { RuleFile } from '../../rules/rule-file.ts';
import { UserError } from '../../user-error.ts';

interface Options {
  readonly json?: boolean;
}

/** `plan-call rules`: all rules in a table; `plan-call rules ID`: one of them explained. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const rules = await rulesHere(session);
  const [id] = words;
  if (id === undefined) {
    session.print(
      options.json === true ? JSON.stringify(rules.map(summaryOf), undefined, 2) : table(session, rules),
    );
    return EXIT.fine;
  }
  const rule = rules.find((one) => one.id === id.toLowerCase());
  if (rule === undefined && id in SUPPRESSION_PROBLEMS) {
    session.print(wrap(session.speaker.say('rules.suppression', { id }), session.width));
    return EXIT.fine;
  }
  if (rule === undefined) throw new UserError('rules.unknown', { id });
  session.print(options.json === true ? JSON.stringify(rule, undefined, 2) : explanation(session, rule));
  return EXIT.fine;
}

/** Ours, and those that the configuration of the working folder adds. */
async function rulesHere({ world }: Session): Promise<readonly RuleFile[]> {
  const rulebook = readRules(world);
  const { ownRules } = await openConfigs({
    fs: world.fs,
    cwd: world.cwd,
    use: 'nearest',
    rulebook,
  }).runConfig();
  return [...rulebook.rules, ...ownRules.map(({ rule }) => rule)];
}

function summaryOf({ id, level, applies, title }: RuleFile) {
  return { id, level, applies, title };
}

function table({ speaker, ink }: Session, rules: readonly RuleFile[]): string {
  const idWidth = Math.max(...rules.map((rule) => rule.id.length));
  const levelOf = (rule: RuleFile): string =>
    speaker.say(rule.level === 'error' ? 'level.error' : 'level.warn');
  const levelWidth = Math.max(...rules.map((rule) => stringWidth(levelOf(rule))));
  const rows = rules.map((rule) => {
    const level = levelOf(rule) + ' '.repeat(levelWidth - stringWidth(levelOf(rule)));
    return `${ink.bold(rule.id.padEnd(idWidth))}  ${rule.level === 'error' ? ink.red(level) : ink.yellow(level)}  ${rule.title[speaker.language]}`;
  });
  return [...rows, '', speaker.say('rules.more')].join('\n');
}

function explanation({ speaker, ink, width }: Session, rule: RuleFile): string {
  const language = speaker.language;
  const places = {
    purpose: speaker.say('rules.purpose'),
    report: speaker.say('rules.report'),
    store: speaker.say('rules.store'),
  };
  const level = speaker.say(rule.level === 'error' ? 'rules.level-error' : 'rules.level-warn');
  const lines = [
    `${ink.bold(rule.title[language])}  ${ink.dim(rule.id)}`,
    '',
    wrap(rule.advice[language], width),
    '',
    wrap(
      `${level} ${speaker.say('rules.looked-for', { places: rule.applies.map((place) => places[place]).join(', ') })}`,
      width,
    ),
    wrap(speaker.say('rules.source', { file: rule.source }), width),
  ];
  for (const example of LANGUAGES.toSorted((a, b) => Number(b === language) - Number(a === language))) {
    lines.push('', ink.bold(speaker.say(`language.${example}`)));
    for (const text of rule.examples[example].fires)
      lines.push(wrap(`${ink.red('✗')} ${exampleText(text)}`, width, '  '));
    for (const text of rule.examples[example].passes)
      lines.push(wrap(`${ink.green('✓')} ${exampleText(text)}`, width, '  '));
  }
  return lines.join('\n');
}
