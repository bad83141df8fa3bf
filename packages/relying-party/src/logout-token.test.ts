import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSignet, startFakeSignet } from '../../../test/support/sites/fake-signet.ts';
import { logoutTokenVerifier } from './logout-token.ts';

const CLIENT = 'test-agency';

let signet: FakeSignet;
let check: ReturnType<typeof logoutTokenVerifier>;
const verify = (jwt: string) => check(jwt, `${signet.issuer}/jwks`, () => undefined);

beforeAll(async () => {
  signet = await startFakeSignet();
  check = logoutTokenVerifier(signet.issuer, CLIENT);
});
afterAll(() => signet.close());

describe('P4: a back-channel logout token', () => {
  const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
  const now = () => Math.floor(Date.now() / 1000);

  const tokenWith = (
    change: Record<string, unknown> = {},
    header: { typ?: string } = { typ: 'logout+jwt' },
  ): Promise<string> =>
    new SignJWT({
      iss: signet.issuer,
      aud: CLIENT,
      iat: now(),
      exp: now() + 120,
      jti: 'one',
      sid: 'session',
      sub: 'pairwise-ana',
      events: { [EVENT]: {} },
      ...change,
    })
      .setProtectedHeader({ alg: 'ES256', kid: signet.signingKeyId, ...header })
      .sign(signet.signingKey);

  it('names whose session ends', async () => {
    expect(await verify(await tokenWith())).toMatchObject({
      ok: true,
      value: { sid: 'session', sub: 'pairwise-ana', jti: 'one' },
    });
  });

  it.each([
    ['a nonce: an ID token passed off as a logout token', { nonce: 'n' }],
    ['another audience', { aud: 'another-agency' }],
    ['another issuer', { iss: 'https://attacker.example' }],
    ['no event', { events: {} }],
    ['no jti', { jti: undefined }],
    ['nobody named', { sid: undefined, sub: undefined }],
    ['an old date', { iat: now() - 3600 }],
    ['an expired date', { exp: now() - 60 }],
  ])('is refused with %s', async (_name, change) => {
    const result = await verify(await tokenWith(change));
    expect(result).toEqual({ ok: false, error: 'invalid-logout-token' });
  });

  it('is refused without its own type', async () => {
    const result = await verify(await tokenWith({}, {}));
    expect(result).toEqual({ ok: false, error: 'invalid-logout-token' });
  });

  it.each(['', 'not.a.jwt', 'eyJhbGciOiJub25lIn0.e30.'])(
    'is refused when it is no token: %j',
    async (jwt) => {
      expect(await verify(jwt)).toEqual({ ok: false, error: 'invalid-logout-token' });
    },
  );
});
