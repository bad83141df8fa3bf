export { intakePhoto } from './intake-photo.ts';
export type * from './reading.ts';
export type { IntakeLimits } from './settings.ts';
