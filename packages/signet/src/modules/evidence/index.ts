export { ageOn, documentDay, isExpired } from './document-dates.ts';
export { intakePhoto } from './intake-photo.ts';
export { createLicenseReader } from './license-reader.ts';
export { measurePhoto } from './measure-photo.ts';
export type * from './reading.ts';
