import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect } from 'vitest';
import { authorize, codeOf, exchange, newFlow } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** A token bound to a key is worth nothing without it, nor with a proof for something else, nor twice with one. */
export const fapi2Dpop: Module = async ({ world, bo }) => {
  const keys = await generateKeyPair('ES256', { extractable: true });
  const proof = async (htm: string, path: string, token?: string, by = keys) =>
    new SignJWT({
      htm,
      htu: world.origin + path,
      jti: randomUUID(),
      ...(token ? { ath: createHash('sha256').update(token).digest('base64url') } : {}),
    })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await exportJWK(by.publicKey) })
      .setIssuedAt()
      .sign(by.privateKey);
  const flow = newFlow(world.permits, {
    dpop_jkt: await calculateJwkThumbprint(await exportJWK(keys.publicKey)),
  });
  const code = codeOf(await authorize(world, flow, bo.browser));
  const tokens = await exchange(world, flow, code, {}, { dpop: await proof('POST', '/oauth/token') });
  expect(tokens.json.token_type).toBe('DPoP');
  const token = String(tokens.json.access_token);
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`${world.origin}/oauth/userinfo`, { headers })).status;
  const good = await proof('GET', '/oauth/userinfo', token);
  expect(await ask({ authorization: `DPoP ${token}`, dpop: good })).toBe(200);
  const refused = [
    { authorization: `DPoP ${token}`, dpop: good },
    { authorization: `Bearer ${token}` },
    { authorization: `DPoP ${token}`, dpop: await proof('POST', '/oauth/userinfo', token) },
    { authorization: `DPoP ${token}`, dpop: await proof('GET', '/oauth/par', token) },
    { authorization: `DPoP ${token}`, dpop: await proof('GET', '/oauth/userinfo') },
    {
      authorization: `DPoP ${token}`,
      dpop: await proof(
        'GET',
        '/oauth/userinfo',
        token,
        await generateKeyPair('ES256', { extractable: true }),
      ),
    },
  ];
  for (const headers of refused) expect([400, 401]).toContain(await ask(headers));
};
