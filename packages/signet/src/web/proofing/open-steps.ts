import { type CaseView, type StepName, stepNames } from '../../modules/proofing/index.ts';
import { pathOf } from './step/index.ts';
import { stepPages } from './step-pages.ts';

/** Whether this is the name of a step that is open now. A page that asks nothing is open only while the case stands there. */
export function isOpen(view: CaseView, named: string | undefined): named is StepName {
  const step = stepNames.find((name) => name === named);
  if (!step) return false;
  return step === view.step || (stepPages[step].take !== undefined && view.open.includes(step));
}

/** Where a person goes on. */
export const placeOf = (view: CaseView | undefined): string => (view ? pathOf(view.step) : '/verify');
