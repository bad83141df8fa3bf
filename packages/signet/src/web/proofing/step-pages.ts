import type { StepName } from '../../modules/proofing/index.ts';
import { checkAnswersStep } from './answers/check-answers-step.tsx';
import { chooseStep } from './answers/choose-step.tsx';
import { consentStep } from './answers/consent-step.tsx';
import { ssnStep } from './answers/ssn-step.tsx';
import { photoStep } from './capture/photo-step.tsx';
import { decisionStep } from './outcome/decision-step.tsx';
import { phoneCodeStep } from './phone/phone-code-step.tsx';
import { phoneStep } from './phone/phone-step.tsx';
import { checkingStep } from './progress/checking-step.tsx';
import type { StepPage } from './step/step.ts';

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
