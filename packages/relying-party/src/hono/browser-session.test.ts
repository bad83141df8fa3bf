import { Hono } from 'hono';
import { beforeEach, expect, it } from 'vitest';
import { browserSessions } from './browser-session.ts';
import { hashOf, newSessionSecret, sealSession } from './sealed.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

const now = new Date('2026-06-03T14:00:00Z');
const rows = new Map<string, StoredSession>();
const keyOf = (idHash: Uint8Array): string => Buffer.from(idHash).toString('hex');
const find = async (idHash: Uint8Array) => rows.get(keyOf(idHash));
const store: SessionStore = {
  async add(row) {
    rows.set(keyOf(row.idHash), row);
    return true;
  },
  touch: find,
  find,
  hasLapsed: async () => false,
  async remove(idHash) {
    rows.delete(keyOf(idHash));
  },
  end: async () => undefined,
};

const sessions = browserSessions<{ account: string }>({
  cookieName: 'agency',
  secure: false,
  limits: { idleMs: 900_000, absoluteMs: 3_600_000 },
  store,
  now: () => now,
});

const signIn = {
  sub: 'pairwise-ana',
  sid: undefined,
  ial: 2,
  aal: 2,
  fal: 2,
  acr: undefined,
  amr: ['pwd', 'otp'],
  authTime: new Date('2026-06-03T13:59:00Z'),
  idToken: 'an.id.token',
} as unknown as Parameters<typeof sessions.begin>[1];

const site = new Hono()
  .get('/begin', async (c) => c.json(await sessions.begin(c, signIn, { account: 'A-1' }, now)))
  .get('/read', async (c) => c.json((await sessions.read(c)) ?? 'none'))
  .get('/lapsed', async (c) => c.json((await sessions.readLapsed(c)) ?? 'none'));

const ask = async (path: string, secret: string): Promise<unknown> =>
  (await site.request(path, { headers: { cookie: `agency=${secret}` } })).json();

beforeEach(() => rows.clear());

it('reads a session back as it was begun', async () => {
  const begun = await site.request('/begin');
  const [, secret = ''] = /^agency=([\w-]+)/.exec(begun.headers.get('set-cookie') ?? '') ?? [];
  const session = {
    subject: 'pairwise-ana',
    data: { account: 'A-1' },
    levels: { ial: 2, aal: 2, fal: 2, amr: ['pwd', 'otp'] },
    authTime: '2026-06-03T13:59:00.000Z',
    confirmedAt: now.toISOString(),
    idToken: 'an.id.token',
    formToken: expect.stringMatching(/^[\w-]{22}$/),
  };
  expect(await ask('/read', secret)).toMatchObject(session);
  expect(await ask('/lapsed', secret)).toMatchObject(session);
});

const whole = {
  data: {},
  levels: { ial: 2, aal: 2, fal: 2, amr: [] },
  authTime: now.getTime(),
  confirmedAt: now.getTime(),
  idToken: 'an.id.token',
  formToken: 'a-form-token',
};

it.each([
  ['is whole', whole, { idToken: 'an.id.token' }],
  ['lacks when the person was confirmed', { ...whole, confirmedAt: undefined }, 'none'],
  ['lacks levels', { ...whole, levels: undefined }, 'none'],
  ['has no form token that could be compared', { ...whole, formToken: 7 }, 'none'],
  ['is a list', [], 'none'],
])('takes a sealed row only in its own shape: one that %s', async (_, content, read) => {
  const secret = newSessionSecret();
  const sealed = await sealSession(secret, content);
  const endsAt = new Date(now.getTime() + 1000);
  await store.add({ idHash: hashOf(secret), sid: undefined, subject: 'ana', sealed, endsAt }, now);
  for (const path of ['/read', '/lapsed'])
    expect(await ask(path, secret)).toEqual(read === 'none' ? 'none' : expect.objectContaining(read));
});
