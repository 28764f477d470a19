import { Worker } from 'node:worker_threads';
import type { CompanyRules } from '../rules/company.ts';
import type { PlacedFinding, Task } from './task.ts';

/** A task, and what a company has added to the rules that it is judged by. */
export interface CompanyTask {
  readonly task: Task;
  readonly company: CompanyRules;
}

/** What a worker is told when it starts. */
export interface WorkerStart {
  readonly programFolder: string;
  readonly configFolder: string;
}

/** What a worker answers: what was found in each task, in their order. */
export type Answer = readonly (readonly PlacedFinding[])[];

/** Threads that judge. */
export interface WorkerPool {
  readonly size: number;
  /** Judges tasks together in the thread that has least to do; rejected if the thread ends. */
  judge(tasks: readonly CompanyTask[]): Promise<Answer>;
  /** Ends all threads, whatever they are doing. */
  close(): Promise<void>;
}

/** One thread: it answers in the order in which it was asked. */
interface Thread {
  readonly worker: Worker;
  /** Why it has ended, once it has: it will not answer any more. */
  ended: Error | undefined;
  readonly asked: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }[];
}

/** @param file the program of the threads */
export function startWorkers(file: string, size: number, start: WorkerStart): WorkerPool {
  const threads = Array.from({ length: size }, () => startThread(file, start));
  return {
    size,
    judge(tasks) {
      const [freest] = [...threads].sort((a, b) => a.asked.length - b.asked.length);
      return new Promise((resolve, reject) => {
        if (freest?.ended !== undefined) {
          reject(freest.ended);
          return;
        }
        freest?.asked.push({ resolve, reject });
        // A thread has no origin, unlike a window.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        freest?.worker.postMessage(tasks);
      });
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(file: string, workerData: WorkerStart): Thread {
  const worker = new Worker(file, { workerData });
  const thread: Thread = { worker, ended: undefined, asked: [] };
  const fail = (error: Error): void => {
    thread.ended ??= error;
    for (const { reject } of thread.asked.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => thread.asked.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a thread has ended before its work was done')));
  return thread;
}
