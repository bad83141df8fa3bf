export { checkAnswersStep } from './check-answers-step.tsx';
export { chooseStep } from './choose-step.tsx';
export { consentStep } from './consent-step.tsx';
export { DocumentQuestion, documentPosted } from './document-question.tsx';
export { ssnStep } from './ssn-step.tsx';
