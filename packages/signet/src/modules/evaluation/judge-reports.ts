import { type Algorithm, type MeasuredAlgorithms, nothingMeasured } from '../assurance/index.ts';
import { faceAlgorithm, movementAlgorithm } from '../biometrics/index.ts';
import { documentAlgorithm } from '../evidence/index.ts';
import { movementsAsked, unreadFields } from '../proofing/index.ts';
import { type Shortcoming, shortcomingsOf } from './judge-report.ts';
import type { AlgorithmName, Report } from './report.ts';

export type RunningAlgorithms = Readonly<Record<AlgorithmName, Algorithm>>;

/** What decides here. Reads the models' files. */
export const runningAlgorithms = async (): Promise<RunningAlgorithms> => ({
  face: faceAlgorithm(),
  liveness: withSettings(movementAlgorithm(), { movementsAsked }),
  document: withSettings(await documentAlgorithm(), { unreadFields }),
});

/** What the rules of proofing add to it. */
const withSettings = ({ models, settings }: Algorithm, more: Algorithm['settings']): Algorithm => ({
  models,
  settings: { ...settings, ...more },
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
