export { phoneCodeStep } from './phone-code-step.tsx';
export { phoneStep } from './phone-step.tsx';
