export { formatAcr, meets, parseAcrValues, supportedAcrs } from './acr.ts';
export { type AuthenticatorUse, amrOf, decideAal } from './authenticator-assurance.ts';
export type { AttributeSource, CoreAttributes } from './core-attributes.ts';
export {
  type EvidenceKind,
  evidenceKinds,
  type ValidationMethod,
} from './evidence-strength.ts';
export { decideFal, type FederationFacts } from './federation-assurance.ts';
export { decideIal, type Evidence, type IdentityFacts } from './identity-assurance.ts';
export type { MeasuredAlgorithms } from './measured.ts';
export type { Pathway } from './ownership.ts';

export { trustFramework } from './trust-framework.ts';
