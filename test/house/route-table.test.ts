import { createHmac } from 'node:crypto';
import type { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../packages/signet/src/http/index.ts';
import { newId, type PersonId, Redacted } from '../../packages/signet/src/kernel/index.ts';
import type { Presence, Sessions } from '../../packages/signet/src/modules/authentication/index.ts';
import { photoRoles, stepNames } from '../../packages/signet/src/modules/proofing/index.ts';
import { createGuards, type GuardNeeds } from '../../packages/signet/src/web/guards/index.ts';
import type { WebEnv } from '../../packages/signet/src/web/request/index.ts';
import {
  bodyLimits,
  type GuardName,
  type Handler,
  type RouteKey,
  type RoutePolicy,
  routeTable,
} from '../../packages/signet/src/web/routes/index.ts';
import { assetsFolder } from '../support/repository.ts';

const origin = 'http://localhost:8080';
const rows = Object.entries(routeTable) as [RouteKey, RoutePolicy][];
const posts = rows.filter(([key]) => key.startsWith('POST '));

/** What a browser may come with. */
interface Visitor {
  readonly session: boolean;
  readonly factors: 0 | 1 | 2;
  readonly recent: boolean;
  readonly idle: boolean;
  readonly vault: boolean;
  readonly password: boolean;
  readonly phoneIsNext: boolean;
  /** Their case takes each photo now. */
  readonly photographs: boolean;
  /** As a phone: with a link, for the photo of whatever address it asks. */
  readonly phone: boolean;
  readonly recovering: boolean;
  readonly request: boolean;
  readonly newCodes: boolean;
  readonly closing: boolean;
}

const nobody: Visitor = {
  session: false,
  factors: 0,
  recent: false,
  idle: false,
  vault: false,
  password: false,
  phoneIsNext: false,
  photographs: false,
  phone: false,
  recovering: false,
  request: false,
  newCodes: false,
  closing: false,
};
const anonymous: Visitor = { ...nobody, session: true };
const oneFactor: Visitor = { ...anonymous, factors: 1 };
const person: Visitor = { ...anonymous, factors: 2, vault: true, password: true };
const visitors: Readonly<Record<string, Visitor>> = {
  nobody,
  anonymous,
  oneFactor,
  person,
  photographer: { ...person, photographs: true },
  personJustNow: { ...person, recent: true },
  personWithoutVault: { ...person, recent: true, vault: false },
  personWithoutPassword: { ...person, recent: true, password: false },
  personWithNewCodes: { ...person, newCodes: true },
  personLeaving: { ...person, closing: true },
  newcomer: { ...oneFactor, phoneIsNext: true },
  whoeverIsIdle: { ...nobody, idle: true },
  whoeverRecovers: { ...anonymous, recovering: true },
  phoneWithLink: { ...nobody, phone: true },
  agencyVisitor: { ...nobody, request: true },
};

/** What each guard is to let pass, said a second time and without the guards' own code. */
const passes: Readonly<Record<GuardName, (visitor: Visitor) => boolean>> = {
  open: () => true,
  link: () => true,
  session: ({ session }) => session,
  'signed-in': ({ factors }) => factors > 0,
  'two-factors': ({ factors }) => factors === 2,
  owner: ({ factors }) => factors === 2,
  recent: ({ recent }) => recent,
  'recent-once-finished': ({ factors, recent }) => factors < 2 || recent,
  'recent-for-new-codes': ({ newCodes, recent }) => newCodes || recent,
  'recent-unless-closing': ({ closing, recent }) => closing || recent,
  'has-password': ({ password }) => password,
  'phone-is-next': ({ phoneIsNext }) => phoneIsNext,
  'idle-session': ({ idle }) => idle,
  'recovery-under-way': ({ recovering }) => recovering,
  'proofing-subject': ({ factors, vault }) => factors === 2 && vault,
  'photo-step': ({ photographs }) => photographs,
  'phone-link': ({ phone }) => phone,
  'phone-photo': ({ phone }) => phone,
  'agency-request': ({ request }) => request,
};

let here: Visitor = nobody;
let ran: string[] = [];
afterEach(() => {
  here = nobody;
  ran = [];
});

function presenceOf({ factors, recent, idle, vault, newCodes }: Visitor): Presence {
  const someone = newId<PersonId>();
  return {
    cookie: new Redacted('id.secret'),
    session: {
      id: 'hash',
      ref: 'ref',
      events: [],
      aal: factors,
      phishingResistant: false,
      recent,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
      opensVault: vault,
      pending: newCodes ? { recoveryCodes: ['code'] } : {},
      ...(factors > 0 && { person: someone }),
      ...(idle && { idle: { person: someone } }),
    },
  } as Presence;
}

const guards = createGuards({
  authentication: {
    authenticators: { of: async () => ({ password: here.password }) },
    signIn: {
      nextStep: async () =>
        here.phoneIsNext ? { step: 'second-authenticator', choices: ['phone'] } : { step: 'done' },
    },
    session: {},
  },
  recovery: { personUnderWay: async () => (here.recovering ? newId<PersonId>() : undefined) },
  federation: { requestOf: async () => (here.request ? { uid: 'one' } : undefined) },
  deletion: { pendingOf: async () => (here.closing ? { dueAt: new Date() } : undefined) },
  proofing: {
    phoneCapture: {
      atPhone: async () =>
        here.phone ? { open: {}, link: { standing: { is: 'joined', role: asked } } } : undefined,
    },
    currentCase: async () => (here.photographs ? { step: 'selfie', open: photoRoles } : undefined),
  },
  hasVault: async () => here.vault,
} as unknown as GuardNeeds);

const handlers = new Map<RouteKey, Handler>(
  rows.map(([key]) => [
    key,
    (c) => {
      ran.push(key);
      return c.text('ran');
    },
  ]),
);

const app: Hono<WebEnv> = createApp({
  assets: assetsFolder,
  pages: { table: routeTable, routes: [{ handlers }], guards },
  sessions: {
    load: async () => (here.session || here.idle ? presenceOf(here) : undefined),
  } as unknown as Sessions,
  origin,
  sandbox: true,
  trustedProxies: 0,
  mostPhotoMegabytes: 256,
  onRequest: () => {},
  onFault: (error) => expect(error).toBeUndefined(),
});

const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };

/** The secret of a browser, and the token that its pages carry. */
const formKey = 'A'.repeat(22);
const cookie = `signet=id.secret; signet_form=${formKey}; signet_phone=${'P'.repeat(43)}.`;
const token = createHmac('sha256', formKey).update('form').digest('base64url');

/** What the address of the request ends with. */
let asked = '';

async function ask(key: RouteKey, sent: string | undefined, body = ''): Promise<Response> {
  const [method = '', pattern = ''] = key.split(' ');
  const headers: Record<string, string> = { cookie };
  if (sent !== undefined) headers['x-csrf-token'] = sent;
  if (method === 'POST') headers['content-length'] = String(body.length);
  const path = pattern.replaceAll(/:\w+/g, 'one');
  asked = path.split('/').at(-1) ?? '';
  const init = method === 'POST' ? { method, headers, body } : { method, headers };
  return app.request(origin + path, init, connection);
}

describe('the table of routes', () => {
  it('is all that is served, but for health and assets', () => {
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const beside = [
      'GET /assets/*',
      'GET /robots.txt',
      'GET /favicon.ico',
      'GET /apple-touch-icon.png',
      'GET /site.webmanifest',
    ];
    expect(new Set(served)).toEqual(new Set([...rows.map(([key]) => key), ...beside]));
  });

  it.each(rows)('%s lets pass whom its guards let pass, and nobody else', async (key, policy) => {
    for (const [name, visitor] of Object.entries(visitors)) {
      here = visitor;
      ran = [];
      const answer = await ask(key, token);
      const expected = policy.guards.every((guard) => passes[guard](visitor));
      expect([name, ran]).toEqual([name, expected ? [key] : []]);
      if (!expected) expect([200, 303, 400], name).toContain(answer.status);
    }
  });

  it.each(posts)(
    'B12: %s is refused without the form token, from whomever it comes',
    async (key, { body }) => {
      for (const [name, visitor] of Object.entries(visitors)) {
        here = visitor;
        for (const forged of [undefined, '', 'B'.repeat(43)]) {
          const { status } = await ask(key, forged);
          // a photo of somebody who may send none is turned away before it is read
          expect(body === 'photo' ? [303, 403] : [403], name).toContain(status);
        }
      }
      expect(ran).toEqual([]);
    },
  );

  it.each(posts)('%s takes no larger body than its kind', async (key, { body }) => {
    here = {
      ...person,
      recent: true,
      request: true,
      recovering: true,
      phoneIsNext: true,
      photographs: true,
      phone: true,
    };
    const [method = '', pattern = ''] = key.split(' ');
    const headers = { cookie, 'x-csrf-token': token, 'content-length': String(bodyLimits[body] + 1) };
    const answer = await app.request(
      origin + pattern.replaceAll(/:\w+/g, 'one'),
      { method, headers },
      connection,
    );
    expect([answer.status, ran]).toEqual([413, []]);
  });
});

describe('attack, memory: a body of a photo’s size', () => {
  const answers = stepNames.filter((step) => !photoRoles.some((role) => role === step));

  const headers = { cookie, 'x-csrf-token': token, 'content-length': String(bodyLimits.form + 1) };
  const send = (step: string) =>
    app.request(`${origin}/verify/${step}`, { method: 'POST', headers }, connection);

  it.each(answers)('is refused unread at the step %s, which takes no photo', async (step) => {
    here = person;
    expect([(await send(step)).status, ran]).toEqual([413, []]);
  });

  it.each(photoRoles)('is taken at the step %s, which takes one', async (role) => {
    here = { ...person, photographs: true };
    expect([(await send(role)).status, ran]).toEqual([200, [`POST /verify/${role}`]]);
  });
});
