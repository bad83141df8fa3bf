export { issuerName } from './issuer-name.ts';
export { license } from './license.ts';
