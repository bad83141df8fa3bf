import type { Database, PersonalData } from '../../kernel/index.ts';
import type { Agencies } from '../agencies/index.ts';
import { endSubject } from './oidc/index.ts';
import { type Consents, consentStore } from './release/index.ts';

/** Which agency was given what, and everything issued to agencies about the person. */
export function federationPersonalData(db: Database, agencies: Agencies): PersonalData {
  const consents: Consents = consentStore(db);
  return {
    tables: ['consents', 'openid_artifacts'],
    async about(person) {
      const all = await consents.all(person);
      return {
        agencies: all.map(({ agency, items, refused, givenAt, lastUsedAt }) => ({
          agency,
          name: agencies.find(agency)?.name ?? null,
          maySee: items,
          refused,
          agreedAt: givenAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
        })),
      };
    },
    async forget(tx, person) {
      await consents.revokeAll(tx, person);
      await endSubject(tx, person);
    },
  };
}
