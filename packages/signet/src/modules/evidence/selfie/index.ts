export { selfie } from './selfie.ts';
