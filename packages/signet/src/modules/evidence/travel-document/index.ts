export { lookAtDataPage } from './look-at-data-page.ts';
export { acceptsPassportIssuer } from './passport-issuers.ts';
export { readDataPage, readTravelCard } from './read-data-page.ts';
export { dataPage } from './settings.ts';
