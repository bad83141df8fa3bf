export type { ProvenStore } from './ports.ts';
export { postgresProven } from './postgres-proven.ts';
export type { ProofingFacts } from './proofing-facts.ts';
export { type Deployment, levelOf, type ProvenIdentity, provenIdentity } from './proven-identity.ts';
export { factsOf } from './record-facts.ts';
export { phoneToTell, validatedIdentity } from './validated-identity.ts';
