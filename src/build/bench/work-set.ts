import * as fs from 'node:fs';
import { join } from 'node:path';
import { SCHEMA } from '../../calls/call.ts';
import type { Call } from '../../calls/call.ts';
import { formatRecord } from '../../calls/json.ts';
import { callFile } from '../../calls/layout.ts';
import { addDaysTo } from '../../time/wall.ts';
import { mondayOf } from '../../time/week.ts';
import type { Texts } from './texts.ts';

/* Writes what is measured to a folder: stores, reports, rows. */

/** The week that is listed, as `NOW` says. */
const WEEK = { year: 2026, week: 48 };
export const NOW = '2026-11-25T08:00';
const YEARS = 10;
const WEEKS_A_YEAR = 52;
/** No file system lets a file have many more names. */
const MOST_NAMES = 30_000;

/** A store with so many calls this week. @returns its files */
export function writeStore(dir: string, calls: number, texts: Texts): string[] {
  const monday = mondayOf(WEEK);
  return Array.from({ length: calls }, (_, i) => {
    const hour = 8 + (Math.floor(i / 5) % 10);
    const call = aCall(`${addDaysTo(monday, i % 5)}T${String(hour).padStart(2, '0')}:00`, texts);
    const file = callFile(dir, call);
    fs.mkdirSync(join(file, '..'), { recursive: true });
    fs.writeFileSync(file, formatRecord(call));
    return file;
  });
}

/**
 * Ten years of calls before this week, so many a week. They have names of their own and share their contents: nobody who
 * lists this week may open them.
 */
export function writeHistory(dir: string, callsAWeek: number, texts: Texts): number {
  let written = 0;
  let original = '';
  for (let back = 1; back <= YEARS * WEEKS_A_YEAR; back += 1) {
    const day = addDaysTo(mondayOf(WEEK), -7 * back);
    for (let i = 0; i < callsAWeek; i += 1) {
      const call = aCall(`${day}T09:00`, texts);
      const file = callFile(dir, call);
      if (i === 0) fs.mkdirSync(join(file, '..'), { recursive: true });
      if (written % MOST_NAMES === 0) {
        fs.writeFileSync(file, formatRecord(call));
        original = file;
      } else fs.linkSync(original, file);
      written += 1;
    }
  }
  return written;
}

/** Reports in Markdown, a thousand a folder. @returns their size in bytes */
export function writeReports(dir: string, reports: number, texts: Texts): number {
  let size = 0;
  for (let i = 0; i < reports; i += 1) {
    const folder = join(dir, String(Math.floor(i / 1000)));
    if (i % 1000 === 0) fs.mkdirSync(folder, { recursive: true });
    const report = texts.report();
    size += Buffer.byteLength(report);
    fs.writeFileSync(join(folder, `report-${i}.md`), report);
  }
  return size;
}

/** Rows of JSON as a CRM exports them, so many different ones, again and again. */
export function writeRows(file: string, rows: number, different: number, texts: Texts): void {
  const some = Array.from({ length: different }, () => {
    const language = texts.language();
    return JSON.stringify({
      account: texts.account(language),
      stage: texts.stage(),
      purpose: texts.purpose(language),
    }).slice(1);
  });
  const output = fs.openSync(file, 'w');
  let block = '';
  for (let i = 0; i < rows; i += 1) {
    block += `{"id":"A-${i}",${some[i % some.length] ?? '}'}\n`;
    if (block.length < 1 << 20 && i < rows - 1) continue;
    fs.writeSync(output, block);
    block = '';
  }
  fs.closeSync(output);
}

let calls = 0;

function aCall(startsAt: string, texts: Texts): Call {
  const language = texts.language();
  calls += 1;
  return {
    schema: SCHEMA,
    id: `01kb1ncs${calls.toString(36).padStart(12, '0')}${(texts.below(36 ** 4) + 36 ** 4).toString(36).slice(1)}ab`,
    account: texts.account(language),
    contact: 'Ana Pop',
    startsAt,
    timeZone: 'Europe/Bucharest',
    durationMinutes: 60,
    channel: 'visit',
    stage: texts.stage(),
    status: 'planned',
    purpose: texts.purpose(language),
    customerBenefit: 'their line is back two days earlier',
    agenda: ['the date'],
    preparation: ['print the plan'],
  };
}
