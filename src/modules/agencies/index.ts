export type { Agency, ReleaseItem } from './agency.ts';
export { type Agencies, registerAgencies } from './registry.ts';
