import { expect, it } from 'vitest';
import type { Identity } from '../../../modules/vault/index.ts';
import { identityRows } from './identity-rows.ts';

const identity: Identity = {
  givenName: 'LUCIA',
  familyName: 'VEGA MONTERO',
  birthDate: '1991-07-19',
  ssn: '912934471',
  document: { type: 'license', number: 'U2290417', issuerId: '636999' },
};

it('finding T6: the page of verified information calls an ITIN what it is, and an SSN what that is', () => {
  const labels = (held: Identity) => identityRows(held, 'en', 'masked').map(({ label }) => label);
  expect(labels(identity)).toContain('Social Security number');
  expect(labels({ ...identity, numberKind: 'itin' })).toContain('Taxpayer number (ITIN)');
  expect(labels({ ...identity, numberKind: 'itin' })).not.toContain('Social Security number');
});
