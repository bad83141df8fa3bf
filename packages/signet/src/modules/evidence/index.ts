export { ageOn, documentDay, isExpired } from './document/document-dates.ts';
export type * from './document/document-reading.ts';
export { createLicenseReader } from './license/license-reader.ts';
export { intakePhoto } from './photo/intake-photo.ts';
export { measurePhoto } from './photo/measure-photo.ts';
