export { type Demand, formatAcr, meets, parseAcrValues, type Reached, supportedAcrs } from './acr.ts';
export { type AalDecision, type AuthenticatorUse, amrOf, decideAal } from './authenticator-assurance.ts';
export type { AttributeSource, CoreAttributes } from './core-attributes.ts';
export {
  type EvidenceKind,
  evidenceKinds,
  type Strength,
  strengthOf,
  type ValidationMethod,
} from './evidence-strength.ts';
export { decideFal, type FalDecision, type FederationFacts } from './federation-assurance.ts';
export { decideIal, type Evidence, type IalDecision, type IdentityFacts } from './identity-assurance.ts';
export type { Automation, MeasuredAlgorithms, Setting } from './measured.ts';
export type { Pathway, Verification } from './ownership.ts';
export type { Reason, RuleId } from './reason.ts';
export { trustFramework } from './trust-framework.ts';
