export { type Agency, type ReleaseItem, releaseItems } from './agency.ts';
export { type Agencies, registerAgencies } from './registry.ts';
