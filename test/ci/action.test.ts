import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, freshFolder } from '../support/folders.ts';
import { openActionParser } from './action-problems.ts';
import { ACTION, ACTION_TEXT, recordingAction, runStep } from './composite-action.ts';

const FIXTURES = join('test', 'fixtures', 'reports');

describe('the description of the action', () => {
  test('is what GitHub wants it to be', async () => {
    const problemsOf = await openActionParser();
    expect(problemsOf(ACTION_TEXT)).toEqual([]);
    expect(problemsOf(ACTION_TEXT.replace('shell: bash', 'shel: bash'))).not.toEqual([]);
    expect(problemsOf(ACTION_TEXT.replace('using: composite', 'using: compost'))).not.toEqual([]);
  });

  test('puts nothing that a user gives into the text of a script', () => {
    const scripts = ACTION.runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts).toHaveLength(2);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  test('uses every input, and has every output that a step has', () => {
    for (const name of Object.keys(ACTION.inputs)) {
      expect(ACTION_TEXT).toMatch(new RegExp(`inputs\\.${name}\\b`));
    }
    const { outputs } = runStep('lint', { files: 'a.md' }, freshFolder(), recordingAction().folder);
    expect(Object.keys(ACTION.outputs)).toEqual(Object.keys(outputs));
  });

  test('needs no newer bash than macOS has, and scripts that parse', () => {
    for (const name of fs.readdirSync(join(ROOT, 'scripts')).filter((file) => file.endsWith('.sh'))) {
      const script = join(ROOT, 'scripts', name);
      expect(spawnSync('bash', ['-n', script]).status, name).toBe(0);
      expect(fs.readFileSync(script, 'utf8'), name).not.toMatch(
        /\b(?:mapfile|readarray|declare -A)\b|\$\{\w+(?:,,|\^\^|@Q)/,
      );
    }
  });
});

describe('linting in the action', () => {
  test('judges what the files are, and fails when something is found', () => {
    const files = `${FIXTURES}/en-bad.md\n${FIXTURES}/clean.md`;
    const { code, log, outputs } = runStep('lint', { files, format: 'text' }, ROOT);
    expect(log).toContain('“Was in the area”');
    expect(log).toContain('2 reports: 1 error');
    expect(code).toBe(1);
    expect(outputs['exit-code']).toBe('1');
    expect(fs.readFileSync(outputs['report'] ?? '', 'utf8')).toContain('2 reports: 1 error');
  });

  test('passes what nothing is to be said against', () => {
    const { code, outputs } = runStep(
      'lint',
      { files: 'clean.md', format: 'json', 'working-directory': FIXTURES },
      ROOT,
    );
    expect(code).toBe(0);
    expect(outputs['exit-code']).toBe('0');
  });

  test('fails otherwise when a file is not there', () => {
    const { code, outputs } = runStep('lint', { files: 'no such file.md', format: 'text' }, freshFolder());
    expect(code).toBe(2);
    expect(outputs['exit-code']).toBe('2');
  });
});

describe('what the program is called with', () => {
  function argumentsFor(inputs: Readonly<Record<string, string>>): string[] {
    const action = recordingAction();
    expect(runStep('lint', inputs, freshFolder(), action.folder).code).toBe(0);
    return action.arguments();
  }

  test('nothing but the files if no more is given', () => {
    expect(argumentsFor({ files: 'reports' })).toEqual(['lint', '--format=github', '--', 'reports']);
  });

  test('all that is given', () => {
    const inputs = {
      files: '\n  reports/\r\n\n*.md\nHòa Phát/my report.md\n',
      format: 'sarif',
      config: 'my config.yaml',
      baseline: 'baseline.json',
      'max-warnings': '0',
      args: '--no-color\n\n  --lang=vi\n',
    };
    expect(argumentsFor(inputs)).toEqual([
      'lint',
      '--format=sarif',
      '--config=my config.yaml',
      '--baseline=baseline.json',
      '--max-warnings=0',
      '--no-color',
      '--lang=vi',
      '--',
      'reports/',
      '*.md',
      'Hòa Phát/my report.md',
    ]);
  });

  test.each([
    '$(touch touched)',
    '`touch touched`',
    '"; touch touched; "',
    "'; touch touched; '",
    '| touch touched',
    '${IFS}touch${IFS}touched',
    '\\',
    '-rf',
    '--help',
    '*',
    '~',
    'a\\nb',
    '${{ github.token }}',
    '%0A::error::x',
  ])('%j, as it is, whatever input it comes in', (hostile) => {
    const action = recordingAction();
    const workspace = freshFolder();
    fs.writeFileSync(join(workspace, 'a.md'), '');
    const inputs = {
      files: hostile,
      format: hostile,
      config: hostile,
      baseline: hostile,
      'max-warnings': hostile,
      args: hostile,
    };
    const { code, outputs } = runStep('lint', inputs, workspace, action.folder);
    expect(code).toBe(0);
    expect(action.arguments()).toEqual([
      'lint',
      `--format=${hostile}`,
      `--config=${hostile}`,
      `--baseline=${hostile}`,
      `--max-warnings=${hostile}`,
      hostile,
      '--',
      hostile,
    ]);
    expect(fs.readdirSync(workspace)).toEqual(['a.md']);
    expect(Object.keys(outputs)).toEqual(['exit-code', 'report']);
  });

  test('a line end in what has to be one value makes no second output and no second argument', () => {
    const hostile = 'text\nexit-code=0\nreport=/etc/passwd';
    const action = recordingAction(1);
    const { outputs, code } = runStep(
      'lint',
      { files: 'a.md', format: hostile, config: hostile },
      freshFolder(),
      action.folder,
    );
    expect(action.arguments()).toEqual(['lint', `--format=${hostile}`, `--config=${hostile}`, '--', 'a.md']);
    expect(code).toBe(1);
    expect(outputs['exit-code']).toBe('1');
    expect(outputs['report']).not.toBe('/etc/passwd');
  });
});

describe('what the runner sees', () => {
  const OBEYED = '::add-mask::e\n';

  test('of a report that gives it commands, is put where it obeys none', () => {
    const action = recordingAction(1, OBEYED);
    const { log } = runStep('lint', { files: 'a.md', format: 'text' }, freshFolder(), action.folder);
    expect(obeyed(log)).toEqual([]);
    expect(log.match(/::add-mask::e/g)).toHaveLength(2);
    const words = [...log.matchAll(/^::stop-commands::(.*)$/gm)].map(([, word]) => word);
    expect(words).toHaveLength(2);
    for (const word of words) expect(word).toMatch(/^[0-9a-f]{32}$/);
    expect(words[0]).not.toBe(words[1]);
  });

  test('in GitHub’s own format are the results, but not what is said beside them', () => {
    const action = recordingAction(1, OBEYED);
    const { log } = runStep('lint', { files: 'a.md' }, freshFolder(), action.folder);
    expect(obeyed(log)).toEqual(['::add-mask::e']);
  });

  test('for programs is where the results are', () => {
    const action = recordingAction(0, OBEYED);
    const { log, outputs } = runStep(
      'lint',
      { files: 'a.md', format: 'sarif' },
      freshFolder(),
      action.folder,
    );
    expect(log).toContain(`Results: ${outputs['report']}\n`);
    expect(obeyed(log)).toEqual([]);
  });

  /** The lines that the runner takes for commands. */
  function obeyed(log: string): string[] {
    let until: string | undefined;
    return log.split('\n').filter((line) => {
      const text = line.trim();
      if (until !== undefined) {
        if (text === `::${until}::`) until = undefined;
        return false;
      }
      until = /^::stop-commands::(.*)$/.exec(text)?.[1];
      return until === undefined && text.startsWith('::');
    });
  }
});

describe('building in the action', () => {
  /** A folder of the action, and npm that writes down what it is asked. */
  function build(isBuilt: boolean): string[] {
    const folder = freshFolder();
    fs.cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    if (isBuilt) {
      fs.mkdirSync(join(folder, 'dist'));
      fs.writeFileSync(join(folder, 'dist', 'main.cjs'), '');
    }
    fs.writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$PWD: npm $*"\n', { mode: 0o755 });
    const path = process.env['PATH'] ?? '';
    process.env['PATH'] = `${folder}:${path}`;
    try {
      const { code, log } = runStep('build', {}, freshFolder(), folder);
      expect(code).toBe(0);
      return log.split('\n').flatMap((line) => line.split(`${fs.realpathSync(folder)}: `)[1] ?? []);
    } finally {
      process.env['PATH'] = path;
    }
  }

  test('takes what the lock file says, also where only what runs is installed, and runs no scripts of others', () => {
    expect(build(false)).toEqual([
      'npm ci --include=dev --ignore-scripts --no-audit --no-fund',
      'npm run build',
    ]);
  });

  test('is done once in a job', () => {
    expect(build(true)).toEqual([]);
  });
});
