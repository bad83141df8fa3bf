import { expect } from 'vitest';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { provenPerson } from '../../support/visitors/verified-visitor.ts';
import type { Module } from '../bench.ts';

/** OpenID Identity Assurance: what was proven, how, and under which rules; the sandbox says that it is one. */
export const ekycServerHappyFlow: Module = async ({ world, ana }) => {
  const { accessToken } = await signInAt(world, world.records, ana.browser, { scope: 'openid identity' });
  const { json } = await userinfo(world, accessToken);
  expect(json.verified_claims).toMatchObject({
    verification: {
      trust_framework: expect.stringMatching(`^${world.origin}/trust-framework/.*sandbox`),
      assurance_level: 'ial2',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      evidence: [
        {
          type: 'document',
          kind: 'drivers-license',
          check_details: expect.arrayContaining([
            expect.objectContaining({ check_method: 'face-comparison' }),
          ]),
        },
        { type: expect.any(String), kind: 'financial-account' },
      ],
    },
    claims: { family_name: provenPerson.familyName, birthdate: provenPerson.birthDate },
  });
  expect(JSON.stringify(json)).not.toContain(ana.ssn);
};
