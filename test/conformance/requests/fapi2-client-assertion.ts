import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, UnsecuredJWT } from 'jose';
import { expect } from 'vitest';
import { clientAssertion, newFlow, postForm, withAssertion } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Only the agency's own key, for this issuer, now, and once. */
export const fapi2ClientAssertion: Module = async ({ world }) => {
  const { permits, origin } = world;
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const push = async (client_assertion: string | undefined) =>
    postForm(`${origin}/oauth/par`, {
      ...newFlow(permits).params,
      ...(client_assertion ? { client_assertion, client_assertion_type: type } : {}),
    });
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const stolenName = { ...permits, privateKey: { ...(await exportJWK(privateKey)), kid: 'permits-1' } };
  const past = Math.floor(Date.now() / 1000) - 600;
  const claims = { iss: 'permits', sub: 'permits', aud: origin, jti: randomUUID() };
  const refused: Record<string, string | undefined> = {
    none: undefined,
    unsigned: new UnsecuredJWT(claims).setExpirationTime('1m').encode(),
    'of another key': await clientAssertion(world, stolenName),
    'for the token endpoint': await clientAssertion(world, permits, { aud: `${origin}/oauth/token` }),
    'for another server': await clientAssertion(world, permits, { aud: 'https://evil.example' }),
    'for two servers': await clientAssertion(world, permits, { aud: [origin, 'https://evil.example'] }),
    expired: await clientAssertion(world, permits, { iat: past, exp: past + 60 }),
    'in another name': await clientAssertion(world, permits, { iss: 'records', sub: 'records' }),
  };
  for (const [what, assertion] of Object.entries(refused)) {
    const answer = await push(assertion);
    expect([what, answer.json.request_uri]).toEqual([what, undefined]);
    expect([400, 401]).toContain(answer.status);
  }
  const { client_assertion } = await withAssertion(world, permits);
  expect((await push(client_assertion)).status).toBe(201);
  expect((await push(client_assertion)).status).toBe(401);
};
