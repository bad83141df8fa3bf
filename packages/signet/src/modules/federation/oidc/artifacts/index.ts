export { ArtifactUnit, type JoinedAgencySession } from './artifact-unit.ts';
export {
  type Artifacts,
  artifactStore,
  type EndedSession,
  endJoined,
  endSubject,
  revokeSubject,
  sweepExpired,
} from './postgres-artifacts.ts';
export { sharedKey } from './postgres-keys.ts';
