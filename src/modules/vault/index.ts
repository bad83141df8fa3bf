export { lookupUnder, openUnder, sealUnder } from './artefact.ts';
export { createVault } from './create-vault.ts';
export { createEscrow, type Escrow } from './escrow.ts';
export { digestingLikeness, isLike, type Likeness, type LikenessDigests } from './likeness.ts';
export type { Auditing } from './ports.ts';
export { postgresSsnIndexStore } from './postgres-ssn-index.ts';
export { postgresVaultStore } from './postgres-store.ts';
export { createSsnIndex, type SsnIndex } from './ssn-index.ts';
export type { Vault, VaultKey, WayIn } from './vault.ts';
