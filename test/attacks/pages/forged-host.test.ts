import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientAssertion, newFlow } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';

const origin = 'https://signet.example';
let world: TestSignet;
beforeAll(async () => {
  world = await startSignet({ environment: { SIGNET_ORIGIN: origin } });
});
afterAll(() => world.close());

interface Raw {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request under a Host of the sender's choosing, as no browser sends it. */
function send(path: string, headers: Record<string, string>, body?: URLSearchParams): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const form = body ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const call = request(
      world.address + path,
      { method: body ? 'POST' : 'GET', headers: { ...form, ...headers } },
      async (answer) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) }),
    );
    call.once('error', reject);
    call.end(body?.toString());
  });
}

const forged = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  forwarded: 'host=evil.example;proto=http',
};

describe('attack, a forged Host', () => {
  it('P1: changes no address that Signet names, behind a proxy or before one', async () => {
    for (const headers of [forged, { host: 'signet-internal:8080' }, { host: 'evil.example:99999' }]) {
      const { status, body } = await send('/.well-known/openid-configuration', headers);
      expect(status).toBe(200);
      const metadata: Record<string, unknown> = JSON.parse(body);
      expect(metadata.issuer).toBe(origin);
      for (const [name, value] of Object.entries(metadata)) {
        if (/_endpoint$|^jwks_uri$/.test(name)) expect(String(value)).toMatch(`${origin}/oauth/`);
      }
    }
    for (const path of ['/sign-in', '/continue', '/oauth/authorize', '/oauth/sign-out', '/nowhere']) {
      const { status, body, headers } = await send(path, forged);
      expect(status).toBeLessThan(500);
      expect(body + JSON.stringify(headers)).not.toContain('evil.example');
    }
  });

  it('P2, attack, audience injection: an assertion made for another server is not taken under its name', async () => {
    const assertion = await clientAssertion(world, world.permits, { aud: 'http://evil.example/oauth/par' });
    const params = { ...newFlow(world.permits).params, client_assertion: assertion };
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    const body = new URLSearchParams({ ...(params as Record<string, string>), client_assertion_type: type });
    const { status } = await send('/oauth/par', { ...forged, accept: 'application/json' }, body);
    expect(status).toBe(401);
  });

  it('B12: where people see https, every cookie is Secure and the session’s bound to the host', async () => {
    const flow = newFlow(world.permits);
    const { client_assertion_type, ...auth } = {
      client_assertion: await clientAssertion(world, world.permits),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    };
    const body = new URLSearchParams({
      ...(flow.params as Record<string, string>),
      ...auth,
      client_assertion_type,
    });
    const pushed = await send('/oauth/par', { host: 'signet.example', accept: 'application/json' }, body);
    const { request_uri } = JSON.parse(pushed.body);
    const query = new URLSearchParams({ client_id: 'permits', request_uri });
    const began = await send(`/oauth/authorize?${query}`, { host: '127.0.0.1:8080' });
    const location = new URL(String(began.headers.location), origin);
    expect(location.href).toMatch(new RegExp(`^${origin}/interaction/`));
    const cookies = [began.headers['set-cookie'] ?? []].flat();
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    const hub = await send(location.pathname, { host: 'signet.example', cookie });
    const all = [...cookies, hub.headers['set-cookie'] ?? []].flat();
    expect(all.length).toBeGreaterThanOrEqual(4);
    for (const line of all)
      expect([line, /;\s*secure/i.test(line), /;\s*httponly/i.test(line)]).toEqual([line, true, true]);
    expect(all.find((line) => line.startsWith('__Host-signet='))).toMatch(/path=\/(;|$)/i);
    expect(hub.headers['strict-transport-security']).toContain('max-age');
  });
});
