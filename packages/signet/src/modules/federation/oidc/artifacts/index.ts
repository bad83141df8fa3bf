export { ArtifactUnit, type JoinedAgencySession } from './artifact-unit.ts';
export {
  type CarriedInteractions,
  carriedInteractions,
  interactionLasts,
  interactionMark,
  pushedMark,
} from './carried.ts';
export {
  type EndedSession,
  endJoined,
  endSubject,
  revokeSubject,
  sweepExpired,
} from './postgres-artifact-ends.ts';
export { type Artifacts, artifactStore } from './postgres-artifacts.ts';
export { forgetOldSecrets, secretOfDay, sharedKey } from './postgres-keys.ts';
export { type SealedContents, sealedContents } from './sealed-contents.ts';
