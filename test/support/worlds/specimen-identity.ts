import type { Identity } from '../../../packages/signet/src/modules/vault/index.ts';

/** Nobody's proven identity, whole, for tests that only need one to be in a vault. */
export const specimenIdentity: Identity = {
  givenName: 'Avery',
  familyName: 'Specimen',
  birthDate: '1990-04-05',
  ssn: '900123456',
  document: { type: 'license', number: 'S5550123', issuerId: '636999' },
};
