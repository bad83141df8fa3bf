import { type ChildProcess, fork } from 'node:child_process';

/** A part of the measurement in a process of its own, so that nobody's garbage is collected on another's time. */
export interface Child {
  ask<T>(what: string, input?: unknown): Promise<T>;
  /** Stands still, or goes on: so that one run is measured with its work and without. */
  pause(): void;
  goOn(): void;
  stop(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly what: string;
  readonly input: unknown;
}

type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly fault: string });

/** Starts a program that calls `answerParent`. Its logs go nowhere; what it writes as errors is shown. */
export function startChild(program: string, nodeOptions: readonly string[] = []): Child {
  const process = fork(program, [], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...nodeOptions],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  process.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('fault' in answer) asked?.reject(new Error(answer.fault));
    else asked?.resolve(answer.value);
  });
  process.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${program} ended with ${code}`));
  });
  let asked = 0;
  return {
    ask<T>(what: string, input?: unknown): Promise<T> {
      const question: Question = { id: asked++, what, input };
      return new Promise<T>((resolve, reject) => {
        waiting.set(question.id, { resolve: resolve as (value: unknown) => void, reject });
        process.send(question);
      });
    },
    pause: () => void process.kill('SIGSTOP'),
    goOn: () => void process.kill('SIGCONT'),
    stop: () => ended(process),
  };
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  process.kill('SIGCONT'); // one that stands still hears nothing
  await gone;
}

/** The child's side: answers each question with what its handler returns, or with the fault. */
export function answerParent(handlers: Readonly<Record<string, (input: never) => unknown>>): void {
  const answer = async ({ id, what, input }: Question): Promise<Answer> => {
    try {
      return { id, value: await handlers[what]?.(input as never) };
    } catch (error) {
      return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (question: Question) => void answer(question).then((it) => process.send?.(it)));
  const end = () => process.exit(0); // an orderly end, so that --cpu-prof writes its file
  process.on('disconnect', end);
  process.on('SIGTERM', end);
}
