import * as fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openRules } from '../open-rules.ts';
import { isNoCompany, withCompanyRules } from '../rules/company.ts';
import type { CompanyRules } from '../rules/company.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { judgeTask } from './task.ts';
import type { Answer, CompanyTask, WorkerStart } from './worker-pool.ts';

/** The program of a thread that judges: it is sent tasks and answers with what is found in them. */
// Sent by `startWorkers`.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { programFolder, configFolder } = workerData as WorkerStart;
const rules = openRules(fs, programFolder, configFolder);
/** By what a company has added, as text: a message brings a copy of it each time. */
const rulebooks = new Map<string, Rulebook>();

function rulebookFor(company: CompanyRules): Rulebook {
  if (isNoCompany(company)) return rules.rulebook;
  const key = JSON.stringify(company);
  const known = rulebooks.get(key) ?? withCompanyRules(rules.rulebook, company, rules);
  rulebooks.set(key, known);
  return known;
}

parentPort?.on('message', (tasks: readonly CompanyTask[]) => {
  const answer: Answer = tasks.map(({ task, company }) => judgeTask(task, rulebookFor(company)));
  // A thread has no origin, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer);
});
