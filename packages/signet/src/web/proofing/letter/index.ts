export { letterStep } from './letter-step.tsx';
