import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRulebook } from '../src/data/read-rulebook.ts';
import { ROOT, freshFolder } from './support/folders.ts';
import { run } from './support/program.ts';

/**
 * What the README shows is what the program does: blocks below `<!-- run -->` are run, one after the other in one folder,
 * and the table of rules is made from the rules. `npm run readme` brings it up to date.
 */
const README = join(ROOT, 'README.md');
const UPDATE = process.env['UPDATE_README'] === '1';

const REPORT = `---
account: Delta Print
stage: service
---

## Purpose
Was in the area, so I dropped in.

## Customer benefit
Knows before the audit which filters are due.

## Preparation
Filter list

## What we did for the customer
Changed the two filters of line 1 on 12 November.

## Customer requests
They asked for the night shift to be served as well. I told them no.
`;

test('the README shows what the program prints', async () => {
  const folder = freshFolder();
  fs.mkdirSync(join(folder, 'reports'));
  fs.writeFileSync(join(folder, 'reports', '2026-11-24-delta-print.md'), REPORT);
  const shown = fs.readFileSync(README, 'utf8');
  const made = withRuleTable(await withOutput(shown, folder));
  if (UPDATE) fs.writeFileSync(README, made);
  else expect(shown).toBe(made);
});

async function withOutput(text: string, folder: string): Promise<string> {
  let made = '';
  let end = 0;
  for (const block of text.matchAll(/<!-- run -->\n```text\n\$ plan-call (.*)\n(?:[^`]*\n)?```\n/g)) {
    const command = block[1] ?? '';
    const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const { stdout, stderr } = await run(folder, argv);
    const output = `${stdout}${stderr}`
      .replaceAll(join(folder, 'data'), '~/.local/share')
      .replaceAll(join(folder, 'config'), '~/.config')
      .replace(/\b01[0-9a-z]{24}\b/g, '01m80j6ac1kbwmfgvefcfr1ecv');
    made += `${text.slice(end, block.index)}<!-- run -->\n\`\`\`text\n$ plan-call ${command}\n${anonymous(output).trimEnd()}\n\`\`\`\n`;
    end = block.index + block[0].length;
  }
  return made + text.slice(end);
}

/** Ids are new in every run. */
function anonymous(output: string): string {
  return output.replace(/(?<=min {2})\w{6}$/gm, 'fr1ecv').replace(/(?<=^✓ )\w{6}(?= {2})/gm, 'rq987r');
}

function withRuleTable(text: string): string {
  const { rules } = readRulebook(fs, join(ROOT, 'data'));
  const rows = rules.map(
    ({ id, level, applies, title }) => `| \`${id}\` | ${level} | ${applies.join(', ')} | ${title.en} |`,
  );
  const table = ['| rule | level | looked for in | what it is |', '|---|---|---|---|', ...rows].join('\n');
  return text.replace(
    /<!-- rules -->[^]*<!-- \/rules -->/,
    () => `<!-- rules -->\n\n${table}\n\n<!-- /rules -->`,
  );
}
