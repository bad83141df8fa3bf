import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { assetsFolder } from '../../../../test/support/repository.ts';
import { AppError, markDriverError, newId, type PersonId, Redacted } from '../kernel/index.ts';
import type { Presence, Sessions } from '../modules/authentication/index.ts';
import type { WebEnv } from '../web/request/index.ts';
import { collectRoutes, form, type Guards, page, photo } from '../web/routes/index.ts';
import { createApp } from './index.ts';
import { securityHeaders } from './security-headers.ts';

const table = {
  'GET /hello': page('open'),
  'POST /hello': form('open'),
  'POST /photo': photo('signed-in'),
  'GET /fault': page('open'),
  'GET /database-away': page('open'),
  'GET /mail-away': page('open'),
} as const;

const guards = {
  open: () => undefined,
  'signed-in': ({ var: { visit } }) =>
    visit.presence?.session.person ? undefined : { instead: '/continue' },
} satisfies Partial<Guards> as unknown as Guards;

const origin = 'http://localhost:8080';
const faults: unknown[] = [];
const lines: { path: string; reference: string }[] = [];
let app: Hono<WebEnv>;

const onTheWay: Presence = {
  cookie: new Redacted('id.secret'),
  session: {
    id: 'hash',
    ref: 'ref',
    events: [],
    aal: 0,
    phishingResistant: false,
    recent: false,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 60_000),
    opensVault: false,
    pending: {
      request: {
        uid: 'u',
        agency: 'a',
        agencyName: { en: 'A', es: 'A' },
        origin: 'https://agency.example',
      },
    },
  },
};

const signedIn: Presence = {
  ...onTheWay,
  session: { ...onTheWay.session, person: newId<PersonId>(), aal: 2, pending: {} },
};

beforeAll(() => {
  const routes = collectRoutes<typeof table>();
  routes.get('/hello', (c) => c.text(c.var.visit.formToken));
  routes.post('/hello', (c) => c.text('done'));
  routes.post('/photo', (c) => c.text('done'));
  routes.get('/fault', () => {
    throw new AppError('broken', { message: 'the inner truth' });
  });
  const refused = { code: 'ECONNREFUSED' };
  routes.get('/mail-away', () => {
    throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:587'), refused);
  });
  routes.get('/database-away', () => {
    throw markDriverError(Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), refused));
  });
  const load = async (cookie: string) => {
    if (cookie === 'signed.in') return signedIn;
    return cookie === 'id.secret' ? onTheWay : undefined;
  };
  app = createApp({
    assets: assetsFolder,
    pages: { table, routes: [routes], guards },
    sessions: { load } as unknown as Sessions,
    origin,
    sandbox: true,
    trustedProxies: 0,
    mostPhotoMegabytes: 256,
    onRequest: (line) => lines.push(line),
    onFault: (error) => faults.push(error),
  });
});

/** As the server calls the app: with the connection it came on. */
const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const ask = (path: string, init: RequestInit) => app.request(origin + path, init, connection);

const get = (path: string, headers: Record<string, string> = {}) => ask(path, { headers });

async function visitor(): Promise<{ cookie: string; token: string }> {
  const page = await get('/hello');
  return { cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '', token: await page.text() };
}

const post = (fields: Record<string, string>, headers: Record<string, string>) =>
  ask('/hello', { method: 'POST', body: new URLSearchParams(fields), headers });

describe('attack, cross-site request forgery (B12)', () => {
  it('takes a post from our own page in this browser', async () => {
    const { cookie, token } = await visitor();
    const answer = await post({ csrf: token }, { cookie, origin, 'sec-fetch-site': 'same-origin' });
    expect(await answer.text()).toBe('done');
  });

  it.each([
    ['another site says where it is from', { origin: 'https://evil.example' }, true],
    ['the browser says it is cross-site', { 'sec-fetch-site': 'cross-site' }, true],
    ['a sibling origin on the same site', { 'sec-fetch-site': 'same-site' }, true],
    ['an opaque origin', { origin: 'null' }, true],
    ['no token', {}, false],
  ])('refuses when %s', async (_why, headers, withToken) => {
    const { cookie, token } = await visitor();
    const answer = await post(withToken ? { csrf: token } : {}, { cookie, ...headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toBe('done');
  });

  it('refuses a token of another browser', async () => {
    const [mine, theirs] = [await visitor(), await visitor()];
    expect((await post({ csrf: theirs.token }, { cookie: mine.cookie })).status).toBe(403);
  });
});

describe('headers', () => {
  it('let nothing run, load or frame that is not ours', async () => {
    const { headers } = await get('/hello');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('let a page of the sandbox alone ask the sandbox’s own pages, whose cameras visitors borrow', async () => {
    const ask = "connect-src 'self' http://localhost:8083;";
    const policyOf = async (home?: string) => {
      const app = new Hono<WebEnv>().use(securityHeaders(false, home)).get('/', (c) => c.text('page'));
      return (await app.request('/')).headers.get('content-security-policy');
    };
    expect(await policyOf('http://localhost:8083/people')).toContain(ask);
    expect(await policyOf()).toContain("connect-src 'self';");
  });

  it('allow a form to end at the agency that the person is on the way to, and at no other', async () => {
    const policyFor = async (cookie: string) =>
      (await get('/hello', { cookie })).headers.get('content-security-policy');
    const away = await policyFor('signet=id.secret; signet_request=u');
    expect(away).toContain("form-action 'self' https://agency.example;");
    expect(await policyFor('signet=id.secret')).toContain("form-action 'self';"); // waits, and was left
    const home = (await get('/hello')).headers.get('content-security-policy');
    expect(home).toContain("form-action 'self';");
  });
});

describe('when something is wrong', () => {
  it('says so in the person’s language, with a reference and without the inner truth', async () => {
    const answer = await get('/fault', { 'accept-language': 'es' });
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).toContain('<html lang="es">');
    expect(page).not.toContain('the inner truth');
    expect(faults).toHaveLength(1);
  });

  it('shows on every error page, and in every error as JSON, the reference of its log line', async () => {
    const { cookie, token } = await visitor();
    const answers = [
      () => get('/nowhere'),
      () => get('/fault'),
      () => get('/database-away'),
      () => post({}, { cookie }),
      () => post({ csrf: token, much: 'x'.repeat(300_000) }, { cookie }),
      () => get('/nowhere', { accept: 'application/json' }),
    ];
    for (const answer of answers) {
      const said = await (await answer()).text();
      expect(said).toContain(lines.at(-1)?.reference);
    }
  });

  it('tells a database that is away from a fault of our own, and from another server that is', async () => {
    expect((await get('/database-away')).status).toBe(503);
    expect((await get('/mail-away')).status).toBe(500);
  });

  it('has an icon, and tells crawlers what is for everybody', async () => {
    const icon = (await get('/favicon.ico')).headers.get('location') ?? '';
    const picture = await get(icon);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    const touch = await get((await get('/apple-touch-icon.png')).headers.get('location') ?? '');
    expect([touch.status, touch.headers.get('content-type')]).toEqual([200, 'image/png']);
    const manifest = await get('/site.webmanifest');
    expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
    const { name, icons } = (await manifest.json()) as {
      name: string;
      icons: { src: string; type: string }[];
    };
    expect(name).toBe('Signet');
    for (const { src, type } of icons) expect((await get(src)).headers.get('content-type')).toBe(type);
    const rules = await (await get('/robots.txt')).text();
    expect(rules).toMatch(/^User-agent: \*\n(?:Allow: \/\S+\n)+Disallow: \/\n$/);
    for (const open of rules.matchAll(/Allow: (\/[^\s$]*)/g))
      expect(open[1]).not.toMatch(/account|sign|verify|recover|interaction/);
  });

  it('answers 404 and 413 with pages', async () => {
    expect((await get('/nowhere')).status).toBe(404);
    const { cookie, token } = await visitor();
    const answer = await post({ csrf: token, much: 'x'.repeat(300_000) }, { cookie });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('</html>');
  });

  it('attack, memory: only somebody signed in may send a file of a photo’s size; anybody else signs in first', async () => {
    const big = (headers: Record<string, string>, path = '/photo') => {
      const body = new FormData();
      body.set('photo', new Blob([new Uint8Array(1_000_000)]), 'photo.jpg');
      const length = { 'content-length': '1000200' };
      return ask(path, { method: 'POST', body, headers: { ...headers, ...length } });
    };
    const stranger = await big({});
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/continue']);
    const { cookie, token } = await visitor();
    const person = await big({ cookie: `${cookie}; signet=signed.in`, 'x-csrf-token': token });
    expect(await person.text()).toBe('done');
    const form = await big({ cookie: `${cookie}; signet=signed.in`, 'x-csrf-token': token }, '/hello');
    expect(form.status).toBe(413); // where no photo is asked for
  });

  it('attack, header and HTML injection: what came in a path or query is never markup or a header', async () => {
    const page = await (
      await get('/%3Cscript%3Ealert(1)%3C/script%3E?lang=%22%3E%3Cscript%3E%0d%0aset-cookie:x=y')
    ).text();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('"><script>');
  });

  it('keeps identifiers, which are keys, out of the request log', async () => {
    await get('/interaction/0Jq8ZVb7mVtZl0nL2h3u5');
    expect(lines.at(-1)?.path).toBe('/interaction/:id');
  });
});
