export { phoneCodeStep } from './phone-code-step.tsx';
export { phoneStep } from './phone-step.tsx';
export { hoursUntil } from './resend-wait.ts';
