export { ageOn, documentDay, isExpired } from './document-dates.ts';
export { intakePhoto } from './intake-photo.ts';
export { createLicenceReader } from './licence-reader.ts';
export { measurePhoto } from './measure-photo.ts';
export type * from './reading.ts';
