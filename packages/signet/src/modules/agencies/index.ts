export type { Agency } from './agency.ts';
export {
  type AttributeName,
  attributeNames,
  attributes,
  attributesByScope,
  claimsByScope,
  type HeldNow,
  isAttributeName,
  type Shown,
} from './attributes/index.ts';
export { type Agencies, originsOf, registerAgencies } from './registry.ts';
