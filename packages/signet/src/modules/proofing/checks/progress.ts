import { isAtDecision, type StoredCase } from '../cases/index.ts';
import { type CheckName, checksOf, currentFindings, type FindingStore } from '../findings/index.ts';
import { isWithoutFace } from '../flow/index.ts';

export type StageState = 'waiting' | 'now' | 'done';

/** For the page that shows the checks running. `finished`: go to the decision. */
export interface Progress {
  readonly stages: readonly {
    readonly stage: 'document' | 'face' | 'records' | 'decision';
    readonly state: StageState;
  }[];
  readonly finished: boolean;
}

const isRecord = (check: CheckName): boolean =>
  check !== 'document' && check !== 'face' && check !== 'portrait';

/** How far the checks are, from the findings kept: it survives a reload, a new tab and a new worker. */
export async function progressOf(findings: Pick<FindingStore, 'ofCase'>, of: StoredCase): Promise<Progress> {
  const finished = of.stage !== 'checking' || isAtDecision(of);
  const kept = of.contents ? await findings.ofCase(of) : [];
  const found = of.contents ? currentFindings(kept, of.contents.answers) : {};
  const document = of.contents?.answers.document;
  const withoutFace = of.contents !== undefined && isWithoutFace(of.contents.answers);
  const records = document ? checksOf(document, withoutFace).filter(isRecord) : [];
  const done = {
    document: found.document !== undefined,
    face: found.face !== undefined,
    records: records.length > 0 && records.every((check) => found[check] !== undefined),
    decision: false,
  };
  const stages = (['document', 'face', 'records', 'decision'] as const).filter(
    (stage) => stage !== 'face' || !withoutFace,
  );
  const first = stages.find((stage) => !done[stage]);
  return {
    finished,
    stages: stages.map((stage) => ({
      stage,
      state: finished || done[stage] ? 'done' : stage === first ? 'now' : 'waiting',
    })),
  };
}
