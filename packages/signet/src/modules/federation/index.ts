export { createFederation } from './create-federation.ts';
export type { Federation, ItemPreview } from './federation.ts';
export { freshSince, type Need } from './need.ts';
export type { AuthorizationRequest } from './oidc/request.ts';
export { federationPersonalData } from './personal-data.ts';
export type { Levels, ProviderPages } from './ports.ts';
export { tellOfEndJob } from './sign-out/end-everywhere.ts';
