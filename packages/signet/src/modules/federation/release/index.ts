export type { Consent, Consents } from './consents.ts';
export { cutClaims } from './cut-claims.ts';
export { holdingsFor, needsVault, type ReleaseNeeds } from './holdings.ts';
export { consentStore } from './postgres-consents.ts';
export { type ItemPreview, previewOf } from './preview.ts';
