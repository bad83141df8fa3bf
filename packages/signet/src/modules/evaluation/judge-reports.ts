import { type Algorithm, type MeasuredAlgorithms, nothingMeasured } from '../assurance/index.ts';
import { faceAlgorithm, movementAlgorithm } from '../biometrics/index.ts';
import { documentAlgorithm } from '../evidence/index.ts';
import { type Shortcoming, shortcomingsOf } from './judge-report.ts';
import type { AlgorithmName, Report } from './report.ts';

export type RunningAlgorithms = Readonly<Record<AlgorithmName, Algorithm>>;

/** What decides here. Reads the models' files. */
export const runningAlgorithms = async (): Promise<RunningAlgorithms> => ({
  face: faceAlgorithm(),
  liveness: movementAlgorithm(),
  document: await documentAlgorithm(),
});

export const algorithmNames = Object.keys(nothingMeasured) as readonly AlgorithmName[];

/** Which checks some report lets count, and what each report lacks for each. */
export interface Judged {
  readonly measured: MeasuredAlgorithms;
  readonly shortcomings: readonly Readonly<Record<AlgorithmName, readonly Shortcoming[]>>[];
}

export function judgeReports(reports: readonly Report[], running: RunningAlgorithms): Judged {
  const shortcomings = reports.map((one) => shortcomingsOf(one, running));
  const counts = (name: AlgorithmName) => shortcomings.some((of) => of[name].length === 0);
  return {
    measured: { face: counts('face'), liveness: counts('liveness'), document: counts('document') },
    shortcomings,
  };
}
