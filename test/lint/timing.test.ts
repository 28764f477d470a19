import { expect, test } from 'vitest';
import { openTiming, showTiming } from '../../src/lint/timing.ts';
import { speakerOf } from '../../src/messages.ts';

test('what is timed within something else counts for itself only, also where it fails', () => {
  let now = 0;
  const { timer, times } = openTiming(() => now);
  const spend = (milliseconds: number): void => {
    now += milliseconds;
  };
  timer.time('outer', () => {
    spend(5);
    timer.time('inner', () => spend(20));
    expect(() =>
      timer.time('inner', () => {
        spend(1);
        throw new Error('no');
      }),
    ).toThrow('no');
    spend(2);
  });
  expect([...times()]).toEqual([
    ['inner', 21],
    ['outer', 7],
  ]);
});

test('times are shown with the longest first', () => {
  const times = new Map([
    ['courtesy-call', 10],
    ['phrases', 1230],
    ['model', 60],
  ]);
  expect(showTiming(times, speakerOf('en'))).toBe(
    [
      'Time spent on judging:',
      '  1,230.0 ms  95%  finding phrases, for all rules',
      '     60.0 ms   5%  the trained model, for all rules',
      '     10.0 ms   1%  courtesy-call',
    ].join('\n'),
  );
});
