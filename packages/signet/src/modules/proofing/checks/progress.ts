import type { StoredCase } from '../cases/case-store.ts';
import { flowState } from '../cases/case-view.ts';
import { currentFindings } from '../findings/findings.ts';
import { currentStep } from '../flow/flow.ts';
import type { Deps } from '../ports.ts';
import type { Progress } from '../proofing.ts';

const recordChecks = ['motor-vehicles', 'social-security', 'phone-carrier'] as const;

/** How far the checks are, from the findings kept: it survives a reload, a new tab and a new worker. */
export async function progressOf(deps: Deps, of: StoredCase): Promise<Progress> {
  const finished = currentStep(flowState(of)) === 'decision';
  const kept = of.contents ? await deps.stores.findings.ofCase(of) : [];
  const found = of.contents ? currentFindings(kept, of.contents.answers) : {};
  const done = {
    document: found.document !== undefined,
    face: found.face !== undefined,
    records: recordChecks.every((check) => found[check] !== undefined),
    decision: false,
  };
  const stages = ['document', 'face', 'records', 'decision'] as const;
  const first = stages.find((stage) => !done[stage]);
  return {
    finished,
    stages: stages.map((stage) => ({
      stage,
      state: finished || done[stage] ? 'done' : stage === first ? 'now' : 'waiting',
    })),
  };
}
