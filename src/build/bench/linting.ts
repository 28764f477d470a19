import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../../data/read-rulebook.ts';
import { literalPhrases } from './literal-phrases.ts';
import { race, timeOf } from './measure.ts';
import type { Contender } from './measure.ts';
import { findTool, modulesBeside } from './other-tools.ts';
import { ratioFigure } from './row.ts';
import type { Bench, Figure, Row } from './row.ts';
import { writeReports } from './work-set.ts';

const REPORTS = 5000;
/** More of them make ripgrep slow out of all proportion; with all of them it gives up. */
const MOST_FOR_RIPGREP = 454;
/** textlint's rule tries one phrase after the other in every line, and would take hours for all of them. */
const MOST_FOR_TEXTLINT = 200;

/** 5,000 reports by all rules, against tools that look for the same phrases, or for other things, in the same files. */
export const lint: Row = {
  name: 'lint',
  measure(bench) {
    const dir = join(bench.folder, 'reports');
    const reports = bench.isQuick ? REPORTS / 10 : REPORTS;
    const size = writeReports(dir, reports, bench.texts);
    const phrases = literalPhrases(readRulebook(fs, join(process.cwd(), 'data')));
    const what = `\`lint\`, ${reports.toLocaleString('en')} reports, ${(size / 1e6).toFixed(1)} MB`;
    const ours = bench.program('lint', '--no-config', '--format', 'ndjson', dir);
    const alone: Contender = {
      command: [bench.node, join(process.cwd(), 'dist-tools', 'bench-phrases-alone.cjs'), dir],
    };
    const runs = bench.isQuick ? 1 : 3;
    const figures: Figure[] = [];

    const grep = findTool('rg');
    if (grep === undefined) bench.note('lint: ripgrep is not there, so it is not held against it');
    else {
      const list = join(bench.folder, 'phrases.txt');
      const some = evenly(phrases, MOST_FOR_RIPGREP);
      fs.writeFileSync(list, `${some.join('\n')}\n`);
      const [grepped = 0, linted = 0, byPhrases = 0] = race(
        [{ command: [grep, '-i', '-F', '-f', list, dir] }, ours, alone],
        runs,
        bench.env,
      );
      const against = `\`rg -i -F -f\`, ${some.length} of the phrases`;
      figures.push(
        ratioFigure(`${what}, with the model`, runs, [linted, grepped], against, 2),
        ratioFigure(`${what}, phrases and structure alone`, runs, [byPhrases, grepped], against, 1),
      );
    }
    const took = timeOf(ours, bench.env);
    for (const { name, goal, contender } of others(bench, dir, phrases)) {
      bench.note(`lint: against ${name} …`);
      figures.push(
        ratioFigure(`${what}, with the model`, 1, [took, timeOf(contender, bench.env)], name, goal),
      );
    }
    return figures;
  },
};

interface Other {
  readonly name: string;
  readonly goal: number;
  readonly contender: Contender;
}

/** The tools that are there. */
function others(bench: Bench, dir: string, phrases: readonly string[]): Other[] {
  const found: Other[] = [];
  const add = (tool: string, goal: number, make: (path: string) => Omit<Other, 'goal'>): void => {
    const path = findTool(tool);
    if (path === undefined) bench.note(`lint: ${tool} is not there, so it is not held against it`);
    else found.push({ goal, ...make(path) });
  };
  add('codespell', 1, (path) => {
    const dictionary = join(bench.folder, 'phrases.dictionary');
    fs.writeFileSync(dictionary, phrases.map((phrase) => `${phrase}->?\n`).join(''));
    return {
      name: `codespell, ${phrases.length.toLocaleString('en')} phrases`,
      contender: { command: [path, '-D', dictionary, dir], found: 65 },
    };
  });
  add('markdownlint-cli2', 1 / 15, (path) => ({
    name: 'markdownlint-cli2, its rules',
    contender: { command: [bench.node, fs.realpathSync(path), '**/*.md'], cwd: dir },
  }));
  add('textlint', 1 / 80, (path) => {
    const some = evenly(phrases, MOST_FOR_TEXTLINT);
    const rules = some.map((phrase) => ({ expected: '?', pattern: phrase }));
    fs.writeFileSync(join(bench.folder, 'prh.yml'), JSON.stringify({ version: 1, rules }));
    const config = join(bench.folder, 'textlintrc.json');
    const rulePaths = [join(bench.folder, 'prh.yml')];
    fs.writeFileSync(config, JSON.stringify({ rules: { prh: { rulePaths } } }));
    const words = ['--config', config, '--rules-base-directory', modulesBeside(path), `${dir}/**/*.md`];
    return {
      name: `textlint, ${some.length} of the phrases`,
      contender: { command: [bench.node, fs.realpathSync(path), ...words] },
    };
  });
  return found;
}

/** So many of some texts, from all parts of them. */
function evenly(texts: readonly string[], most: number): string[] {
  return texts.filter(
    (_, at) => Math.floor((at * most) / texts.length) !== Math.floor(((at - 1) * most) / texts.length),
  );
}
