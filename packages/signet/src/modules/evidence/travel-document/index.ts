export { lookAtDataPage } from './look-at-data-page.ts';
export { readDataPage } from './read-data-page.ts';
export { dataPage } from './settings.ts';
