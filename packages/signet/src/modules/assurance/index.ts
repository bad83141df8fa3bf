export type { AskedLevels, Demand } from './acr.ts';
export { decideAal } from './authenticator-assurance.ts';
export { type AttributeSource, attributeSources, type CoreAttributes } from './core-attributes.ts';
export {
  type EvidenceKind,
  ratedKinds,
  type ValidationMethod,
  validationMethods,
} from './evidence-strength.ts';
export { decideIal, type Evidence, type IdentityFacts } from './identity-assurance.ts';
export { type Levels, levelsAt } from './levels.ts';
export { type Algorithm, type MeasuredAlgorithms, nothingMeasured } from './measured.ts';
export { type Pathway, pathways } from './ownership.ts';
