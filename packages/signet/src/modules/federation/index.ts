export { createFederation } from './create-federation.ts';
export { tellOfEndJob } from './end-everywhere.ts';
export type { Federation, ItemPreview } from './federation.ts';
export { freshSince, type Need } from './need.ts';
export { federationPersonalData } from './personal-data.ts';
export type { Levels, ProviderPages } from './ports.ts';
export type { AuthorizationRequest } from './request.ts';
