import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Runs where the clocks of the zone below are put forward or back, and prints what was computed. */
const PROGRAM = `
import { addDaysTo, addMinutesTo, daysBetween, wallNow, weekdayOf } from '${join(import.meta.dirname, '../../src/time/wall.ts')}';
import { isoWeekOf, weekDates } from '${join(import.meta.dirname, '../../src/time/week.ts')}';
import { parseWeek } from '${join(import.meta.dirname, '../../src/time/parse-week.ts')}';
import { parseWhen } from '${join(import.meta.dirname, '../../src/time/when.ts')}';
import { formatWhen } from '${join(import.meta.dirname, '../../src/time/format.ts')}';

const computed = [];
for (let day = '2026-01-01'; day < '2027-02-01'; day = addDaysTo(day, 1)) {
  computed.push(
    day, isoWeekOf(day), weekDates(isoWeekOf(day)), weekdayOf(day), daysBetween('2026-01-01', day),
    addMinutesTo(day + 'T00:30', 24 * 60), addMinutesTo(day + 'T23:45', 30), formatWhen(day + 'T02:30', 'vi'),
    parseWhen('mai 2h30', day + 'T00:00'), parseWhen('thu 0:15', day + 'T00:10'), parseWeek('+1', day),
  );
}
const noon = new Date('2026-06-01T12:00:00Z');
console.log(JSON.stringify({ computed, now: wallNow(noon), offset: noon.getTimezoneOffset() }));
`;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'));
  const bundle = await rolldown({
    input: 'program',
    platform: 'node',
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'program' ? id : undefined),
        load: (id) => (id === 'program' ? PROGRAM : undefined),
      },
    ],
  });
  await bundle.write({ file: join(folder, 'program.cjs'), format: 'cjs' });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Printed {
  readonly computed: unknown;
  readonly now: string;
  readonly offset: number;
}

function runIn(zone: string): Printed {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  const { stdout } = spawnSync(process.execPath, [join(folder, 'program.cjs')], {
    env: { ...environment, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

test('no zone moves a day or a time; only the clock on the wall differs', () => {
  const utc = runIn('UTC');
  expect(utc.now).toBe('2026-06-01T12:00');
  const zones: [string, string, number][] = [
    ['Europe/Bucharest', '2026-06-01T15:00', -180],
    ['Asia/Ho_Chi_Minh', '2026-06-01T19:00', -420],
    ['America/Sao_Paulo', '2026-06-01T09:00', 180],
    ['Pacific/Kiritimati', '2026-06-02T02:00', -840],
    ['Australia/Lord_Howe', '2026-06-01T22:30', -630],
  ];
  for (const [zone, now, offset] of zones) {
    const printed = runIn(zone);
    expect(printed.offset).toBe(offset);
    expect(printed.now).toBe(now);
    expect(printed.computed).toEqual(utc.computed);
  }
});
