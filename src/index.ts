/*
 * plan-call as a library:
 *
 *     import { judgePurpose, lintReport, openStore } from 'plan-call';
 */
export { judgePurpose } from './library/judge-purpose.ts';
export type { Circumstances, Judgement } from './library/judge-purpose.ts';
export { lintReport } from './library/lint-report.ts';
export type { LintedReport, ReportMessage } from './library/lint-report.ts';
export type { Message } from './library/message.ts';
export { openStore } from './library/open-store.ts';
export type { CallStore } from './library/open-store.ts';
export type { Account, Contact } from './calls/account.ts';
export type { Call } from './calls/call.ts';
export type { Problem } from './calls/problem.ts';
export type { Promised } from './calls/promise.ts';
export type { Calls, Days, LatestCalls } from './calls/asked.ts';
export type { Language, Stage } from './rules/rule.ts';
export type { IsoWeek } from './time/iso-week.ts';
