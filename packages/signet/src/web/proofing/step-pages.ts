import type { StepName } from '../../modules/proofing/index.ts';
import { checkAnswersStep, chooseStep, consentStep, ssnStep } from './answers/index.ts';
import { photoStep } from './capture/index.ts';
import { letterStep } from './letter/index.ts';
import { decisionStep } from './outcome/index.ts';
import { phoneCodeStep, phoneStep } from './phone/index.ts';
import { checkingStep } from './progress/index.ts';
import type { StepPage } from './step/index.ts';

/** Which page each step has. Their order, and who may enter them, is the proofing module's. */
export const stepPages: Readonly<Record<StepName, StepPage>> = {
  choose: chooseStep,
  consent: consentStep,
  front: photoStep('front', 'document'),
  back: photoStep('back', 'document'),
  'data-page': photoStep('data-page', 'document'),
  selfie: photoStep('selfie', 'face'),
  ssn: ssnStep,
  phone: phoneStep,
  'phone-code': phoneCodeStep,
  'check-answers': checkAnswersStep,
  checking: checkingStep,
  letter: letterStep,
  decision: decisionStep,
};
