import stringWidth from 'fast-string-width';
import { openConfigs } from '../../config/configs.ts';
import { companyRulesOf } from '../../config/lint-config.ts';
import { SUPPRESSION_PROBLEMS } from '../../lint/suppression-problem.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { wrap } from '../../terminal/layout.ts';
import { readRules } from '../load-rules.ts';
import type { Session } from '../session.ts';
import { exampleText } from '../../rules/example-text.ts';
import { LANGUAGES } from '../../rules/rule.ts';
import { withCompanyRules } from '../../rules/company.ts';
import type { CompanyRules } from '../../rules/company.ts';
import type { RuleFile } from '../../rules/rule-file.ts';
import { openRulebook } from '../../rules/rulebook.ts';
import type { Rulebook, RulebookData } from '../../rules/rulebook.ts';
import { tryExamples } from '../../rules/try-examples.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';

interface Options {
  readonly json?: boolean;
  readonly test?: boolean;
}

/** `plan-call rules`: all rules in a table; `plan-call rules ID`: one of them explained; `--test`: their examples tried. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const data = readRules(session.world);
  const company = await companyHere(session, data);
  const rules = [...data.rules, ...company.rules];
  const [id] = words;
  if (options.test === true) {
    const tried = id === undefined ? rules : rules.filter((rule) => rule.id === id.toLowerCase());
    if (tried.length === 0) throw new UserError('rules.unknown', { id: id ?? '' });
    return showTried(session, tried, withCompanyRules(openRulebook(data), company, data));
  }
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

/** What the configuration of the working folder adds to our rules. */
async function companyHere({ world }: Session, rulebook: RulebookData): Promise<CompanyRules> {
  const { fs, cwd } = world;
  return companyRulesOf(await openConfigs({ fs, cwd, use: 'nearest', rulebook }).runConfig());
}

/** Tries the examples of rules, and shows those that are not judged as their rule says. */
function showTried(
  { speaker, ink, print, width }: Session,
  rules: readonly RuleFile[],
  rulebook: Rulebook,
): ExitCode {
  let failed = 0;
  for (const rule of rules) {
    for (const { language, example, fires } of tryExamples(rule, rulebook)) {
      failed += 1;
      const text = cleanLine(exampleText(example));
      const sentence = speaker.say(fires ? 'rules.does-not-fire' : 'rules.fires', { text, language });
      print(wrap(`${ink.red('✗')} ${ink.bold(rule.id)}  ${sentence}`, width));
    }
  }
  const n = rules.length;
  print(
    failed === 0
      ? ink.green(`✓ ${speaker.say('rules.tried', { n })}`)
      : speaker.say('rules.failed', { n: failed }),
  );
  return failed === 0 ? EXIT.fine : EXIT.refused;
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
