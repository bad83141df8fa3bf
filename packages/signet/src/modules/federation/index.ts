export type { AuthorizationRequest } from './authorization-request.ts';
export { createFederation } from './create-federation.ts';
export type { Federation } from './federation.ts';
export type { HttpPair } from './http-pair.ts';
export { federationJobs } from './jobs.ts';
export type { Need } from './need.ts';
export type { Leads, Onward, ProviderPages } from './oidc/index.ts';
export { federationPersonalData } from './personal-data.ts';
export type { ItemPreview } from './release/index.ts';
