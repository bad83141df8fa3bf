import { type DocumentKind, slotsOf } from '../../../packages/signet/src/modules/evidence/index.ts';
import {
  type PhotoRole,
  photoRoles,
  type StepName,
  stepNames,
} from '../../../packages/signet/src/modules/proofing/index.ts';

/** Whether this document, or the face, is photographed at this step. */
export const isPhotoOf = (document: DocumentKind, step: StepName): step is PhotoRole =>
  step === 'selfie' || slotsOf(document).some((slot) => slot === step);

/** The steps of somebody with this document, in their order. */
export function stepsWith(document: DocumentKind): readonly StepName[] {
  const others = photoRoles.filter((role) => !isPhotoOf(document, role));
  return stepNames.filter((name) => !others.some((other) => other === name));
}
