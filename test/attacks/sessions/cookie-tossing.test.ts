import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';

/** Behind a proxy with TLS, as in production: what tests send goes to its address. */
let world: TestSignet;
beforeAll(async () => {
  world = await startSignet({ environment: { SIGNET_ORIGIN: 'https://signet.example' } });
});
afterAll(() => world.close());

interface Raw {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly location: string | undefined;
  readonly body: string;
}

function send(path: string, cookie: string, form?: Record<string, string>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const headers = { cookie, host: 'signet.example', ...type };
    const call = request(world.address + path, { method: form ? 'POST' : 'GET', headers }, async (answer) =>
      resolve({
        status: answer.statusCode ?? 0,
        cookies: answer.headers['set-cookie'] ?? [],
        location: answer.headers.location,
        body: await text(answer),
      }),
    );
    call.once('error', reject);
    call.end(form ? new URLSearchParams(form).toString() : undefined);
  });
}

const valueIn = ({ cookies }: Raw, name: string): string =>
  cookies.find((line) => line.startsWith(`${name}=`))?.split(/[=;]/)[1] ?? '';

/** Somebody on the way through sign-up: their two cookies, and the token of their page. */
async function visitor() {
  const page = await send('/sign-up', '');
  const formCookie = valueIn(page, '__Host-signet_form');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const email = `tossed-${Math.random().toString(36).slice(2)}@mail.example`;
  const sent = await send('/sign-up', `__Host-signet_form=${formCookie}`, { email, csrf });
  return { formCookie, csrf, email, session: valueIn(sent, '__Host-signet') };
}

describe('attack, cookie tossing', () => {
  it('B12: every cookie that opens something carries the prefix that no other host can set', async () => {
    const page = await send('/sign-up', '');
    const { formCookie, csrf } = await visitor();
    const sent = await send('/sign-up', `__Host-signet_form=${formCookie}`, {
      email: 'a@mail.example',
      csrf,
    });
    const lines = [...page.cookies, ...sent.cookies];
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toMatch(/; Secure/);
      expect(line).not.toMatch(/Domain=/i);
    }
  });

  it('B12: a session of the attacker’s, set from a sibling host under the plain name, is not looked at', async () => {
    const [victim, attacker] = [await visitor(), await visitor()];
    const tossed = `signet=${attacker.session}; signet_form=${attacker.formCookie}`;
    const alone = await send('/sign-up/code', tossed);
    expect([alone.status, alone.location]).toEqual([303, '/continue']);
    const own = `__Host-signet=${victim.session}; __Host-signet_form=${victim.formCookie}`;
    for (const cookie of [`${tossed}; ${own}`, `${own}; ${tossed}`]) {
      const page = await send('/sign-up/code', cookie);
      expect(page.body.replaceAll('<wbr/>', '')).toContain(victim.email);
      expect(page.body.replaceAll('<wbr/>', '')).not.toContain(attacker.email);
    }
  });

  it('B12: the attacker’s form token does not pass with the attacker’s form cookie under the plain name', async () => {
    const [victim, attacker] = [await visitor(), await visitor()];
    const cookie = `signet_form=${attacker.formCookie}; __Host-signet=${victim.session}; __Host-signet_form=${victim.formCookie}`;
    const refused = await send('/sign-up/code', cookie, { code: '000000', csrf: attacker.csrf });
    expect(refused.status).toBe(403);
  });

  it('a name that leads to an agency’s request opens nothing without the cookie that the request gave', async () => {
    const page = await send('/continue', 'signet_request=somebody-elses-request');
    expect(page.location).toBe('/interaction/somebody-elses-request');
    const request = await send(
      '/interaction/somebody-elses-request',
      'signet_request=somebody-elses-request',
    );
    expect(request.status).toBe(400);
    expect(request.cookies.find((line) => line.startsWith('signet_request='))).toMatch(/Max-Age=0/);
  });

  it('many cookies, long ones and more than a request may carry are no fault, and the next visitor is served', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `c${n}=${'v'.repeat(20)}`).join('; ');
    const long = `__Host-signet=${'A'.repeat(8000)}; __Host-signet_form=${'B'.repeat(4000)}; signet_lang=${'C'.repeat(2000)}`;
    for (const cookie of [many, long, '__Host-signet=; ;;=;=x', '__Host-signet=%00.%ff']) {
      expect((await send('/sign-in', cookie)).status).toBe(200);
    }
    const over = await send('/sign-in', `x=${'y'.repeat(40_000)}`);
    expect(over.status).toBe(431);
    expect((await send('/sign-in', '')).status).toBe(200);
  });
});
