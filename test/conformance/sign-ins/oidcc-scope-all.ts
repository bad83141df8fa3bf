import { expect } from 'vitest';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { provenPerson } from '../../support/visitors/verified-visitor.ts';
import type { Module } from '../bench.ts';

const { givenName: given_name, familyName: family_name, birthDate: birthdate } = provenPerson;
const name = { given_name, family_name };
const address = expect.objectContaining({ street_address: provenPerson.street, country: 'US' });

/** Each scope brings its claims, and only those. */
export const oidccScopeAll: Module = async ({ world, ana }) => {
  const levels = { sub: expect.any(String), ial: 2, aal: 2, fal: 2 };
  const email = { email: ana.email, email_verified: true };
  const verified_claims = expect.any(Object);
  const expected: Record<string, Record<string, unknown>> = {
    openid: levels,
    'openid email': { ...levels, ...email },
    'openid profile': { ...levels, ...name, birthdate },
    'openid address': { ...levels, address },
    'openid identity': { ...levels, ...name, birthdate, address, verified_claims },
    'openid ssn': { ...levels, social_security_number: ana.ssn },
  };
  for (const [scope, claims] of Object.entries(expected)) {
    const { accessToken } = await signInAt(world, world.records, ana.browser, { scope });
    const { json } = await userinfo(world, accessToken);
    expect(json, scope).toEqual(claims);
  }
};
