import { evidenceKinds } from '../../evidence/index.ts';
import type { ProofingFacts } from '../identity/index.ts';
import type { Path } from './path.ts';

const at = new Date(0).toISOString();
type Piece = ProofingFacts['evidence'][number];

/**
 * What a case on this path records where all is as its person says. What that amounts to differs by deployment (A15, A16, A18),
 * and `assurance` alone says it.
 */
export const expectedFacts = (
  path: Omit<Path, 'waits' | 'lacks'>,
  second: 'seen' | 'none',
): ProofingFacts => ({
  setting: 'remote-unattended',
  evidence: [document(path), ...(path.phone ? [phone] : second === 'seen' ? [seen] : [])],
  coreAttributes: {
    governmentIdentifier: path.number === 'itin' || !path.namesAgree ? 'credible' : 'authoritative',
    name: path.namesAgree ? 'authoritative' : 'credible',
    birthDate: path.namesAgree ? 'authoritative' : 'credible',
  },
  consent: { version: '', at },
  completedAt: at,
});

const document = ({ course, photos }: Pick<Path, 'course' | 'photos'>): Piece => ({
  kind: evidenceKinds[course.document].ratedAs,
  issuer: 'its issuer',
  validated: [
    { method: 'automated-document', by: 'signet', at },
    { method: 'issuer-record', by: 'its issuer', at },
  ],
  verified: [
    course.withoutFace
      ? { pathway: 'mailed-code', at, destination: 'validated' }
      : { pathway: photos === 'file' ? 'agent-comparison' : 'face-comparison', at },
  ],
});

const phone: Piece = {
  kind: evidenceKinds['phone-account'].ratedAs,
  issuer: 'the carrier',
  validated: [{ method: 'issuer-record', by: 'the carrier', at }],
  verified: [{ pathway: 'phone-code', at, destination: 'validated' }],
};

/** Another ID with a portrait, which an agent inspects in the phone account's place (A3). */
const seen: Piece = {
  kind: 'corporate-id',
  issuer: 'another issuer',
  portrait: true,
  validated: [{ method: 'agent-inspection', by: 'an agent', at }],
  verified: [{ pathway: 'agent-comparison', at }],
};
