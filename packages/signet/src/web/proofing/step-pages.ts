import type { StepName } from '../../modules/proofing/index.ts';
import { checkAnswersStep } from './check-answers-step.tsx';
import { checkingStep } from './checking-step.tsx';
import { chooseStep } from './choose-step.tsx';
import { consentStep } from './consent-step.tsx';
import { decisionStep } from './decision-step.tsx';
import { phoneCodeStep } from './phone-code-step.tsx';
import { phoneStep } from './phone-step.tsx';
import { photoStep } from './photo-step.tsx';
import { ssnStep } from './ssn-step.tsx';
import type { StepPage } from './step.ts';

/** Which page each step has. Their order, and who may enter them, is the proofing module's. */
export const stepPages: Readonly<Record<StepName, StepPage>> = {
  choose: chooseStep,
  consent: consentStep,
  front: photoStep('front', 'document'),
  back: photoStep('back', 'document'),
  selfie: photoStep('selfie', 'face'),
  ssn: ssnStep,
  phone: phoneStep,
  'phone-code': phoneCodeStep,
  'check-answers': checkAnswersStep,
  checking: checkingStep,
  decision: decisionStep,
};
