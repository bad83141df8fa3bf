export { lookupUnder, openUnder, sealUnder } from './artefact.ts';
export { createVault } from './create-vault.ts';
export { createEscrow, type Escrow, type EscrowReason } from './escrow.ts';
export type { Auditing, KeyWrapping, SsnDigesting, SubjectOf, VaultStore } from './ports.ts';
export { postgresSsnIndexStore } from './postgres-ssn-index.ts';
export { postgresVaultStore } from './postgres-store.ts';
export { createSsnIndex, type SsnIndex, type SsnIndexStore } from './ssn-index.ts';
export type { ItemKind, Vault, VaultKey, WayIn } from './vault.ts';
