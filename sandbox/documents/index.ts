export { type LicenceOptions, type LicencePhotos, renderLicence, renderLicenceFor } from './licence.ts';
export { renderPassport } from './passport.ts';
export { asPrinted } from './transliterate.ts';
