import stringWidth from 'fast-string-width';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { speakerOf } from '../../src/messages.ts';
import type { Language } from '../../src/rules/rule.ts';
import { openProgress } from '../../src/terminal/progress.ts';
import type { ProgressSetting } from '../../src/terminal/progress.ts';

const ERASE = '\r\u001b[2K';

/** Work whose clock stands still until it is moved, on a terminal that tells what was written to it. */
function work(changes: Partial<ProgressSetting> = {}, columns: number | undefined = 80) {
  let time = 500;
  const output = Object.assign(new PassThrough(), { isTTY: true, columns });
  const progress = openProgress({
    output,
    env: { TERM: 'xterm' },
    speaker: speakerOf('en'),
    unit: 'files',
    total: 5000,
    now: () => time,
    ...changes,
  });
  return {
    ...progress,
    output,
    wait: (milliseconds: number) => void (time += milliseconds),
    written: () => String(output.read() ?? ''),
  };
}

function said(language: Language, unit: 'files' | 'rows', done: number, total?: number): string {
  const { wait, tick, written } = work({ speaker: speakerOf(language), unit, total });
  wait(1000);
  tick(done);
  return written().slice(ERASE.length);
}

test('work that takes less than a second shows nothing', () => {
  const { tick, wait, clear, end, written } = work();
  for (let done = 0; done < 999; done += 1) {
    wait(1);
    tick(done);
  }
  clear();
  end();
  expect(written()).toBe('');
});

test('longer work shows how far it is, at most five times a second', () => {
  const { tick, wait, written } = work();
  wait(1000);
  tick(1234);
  expect(written()).toBe(`${ERASE}1,234 of 5,000 files`);
  wait(199);
  tick(1300);
  expect(written()).toBe('');
  wait(1);
  tick(1301);
  expect(written()).toBe(`${ERASE}1,301 of 5,000 files`);
});

test('it gives way to what else is written, and comes back', () => {
  const { tick, wait, clear, written } = work();
  clear();
  expect(written()).toBe('');
  wait(1000);
  tick(1);
  written();
  clear();
  clear();
  expect(written()).toBe(ERASE);
  tick(2);
  expect(written()).toBe('');
  wait(200);
  tick(3);
  expect(written()).toBe(`${ERASE}3 of 5,000 files`);
});

test('when it has ended nothing is left, and nothing comes', () => {
  const { tick, wait, end, clear, written } = work();
  wait(1000);
  tick(1);
  written();
  end();
  wait(10_000);
  tick(2);
  clear();
  end();
  expect(written()).toBe(ERASE);
});

test('it counts in the language of the user, with its plural', () => {
  expect(said('en', 'files', 0, 1)).toBe('0 of 1 file');
  expect(said('en', 'rows', 12_000)).toBe('12,000 rows');
  expect(said('en', 'rows', 1)).toBe('1 row');
  expect(said('vi', 'files', 1234, 5000)).toBe('1.234/5.000 tệp');
  expect(said('vi', 'rows', 12_000)).toBe('12.000 dòng');
  expect(said('ro', 'files', 1234, 5000)).toBe('1.234 din 5.000 de fișiere');
  expect(said('ro', 'files', 1, 7)).toBe('1 din 7 fișiere');
  expect(said('ro', 'rows', 1)).toBe('1 rând');
  expect(said('ro', 'rows', 12_000)).toBe('12.000 de rânduri');
});

test.each([1, 2, 5, 12, 20, 21])('on %i columns it does not reach the last one', (columns) => {
  const { tick, wait, written } = work({}, columns);
  wait(1000);
  tick(1234);
  const text = written().slice(ERASE.length);
  expect('1,234 of 5,000 files'.startsWith(text)).toBe(true);
  expect(stringWidth(text)).toBe(Math.min(20, columns - 1));
});

describe('nothing is shown', () => {
  test.each([
    ['to a file or a pipe', { output: new PassThrough() }],
    ['in CI', { env: { CI: 'true' } }],
    ['in any other CI', { env: { CI: '1' } }],
    ['where nothing can be erased', { env: { TERM: 'dumb' } }],
  ])('%s', (_where, changes) => {
    const { tick, wait, clear, end, output } = work(changes);
    wait(5000);
    tick(1);
    clear();
    end();
    expect(output.read()).toBeNull();
    expect('output' in changes ? changes.output.read() : null).toBeNull();
  });

  test.each(['', 'false', '0'])('but CI=%s is no CI', (CI) => {
    const { tick, wait, written } = work({ env: { CI } });
    wait(1000);
    tick(1);
    expect(written()).not.toBe('');
  });
});
