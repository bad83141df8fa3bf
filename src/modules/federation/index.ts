export { createFederation } from './create-federation.ts';
export type { Federation, HttpPair, ItemPreview } from './federation.ts';
export type { Demand, Need } from './need.ts';
export type { FederationDeps, Identity, Levels, ProvenHow, ProviderPages } from './ports.ts';
export type { AuthorizationRequest } from './request.ts';
