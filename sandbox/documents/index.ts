export { type LicenseOptions, type LicensePhotos, renderLicense, renderLicenseFor } from './license.ts';
export { type PassportOptions, renderPassport } from './passport.ts';
export { renderPassportCard } from './passport-card.ts';
export { asPrinted } from './transliterate.ts';
