export { lookupUnder, openUnder, sealUnder } from './artefact.ts';
export { createVault } from './create-vault.ts';
export { createEscrow, type Escrow, type EscrowReason } from './escrow.ts';
export type { Auditing, KeyWrapping, SsnDigesting, SubjectOf, VaultStore } from './ports.ts';
export { postgresVaultStore } from './postgres-store.ts';
export type { ItemKind, Vault, VaultKey, WayIn } from './vault.ts';
