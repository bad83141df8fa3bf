import { describe, expect, it } from 'vitest';
import { sampleHelp } from '../../../../../test/support/sites/sample-help.ts';
import { asId, type PersonId } from '../../kernel/index.ts';
import { registerAgencies } from '../agencies/index.ts';
import type { Demand } from '../assurance/index.ts';
import type { Session } from '../authentication/index.ts';
import { needOf } from './need.ts';
import { readRequest } from './oidc/index.ts';

const [agency] = registerAgencies([
  {
    id: 'revenue',
    name: { en: 'Revenue', es: 'Ingresos' },
    purpose: { en: 'To find your record.', es: 'Para encontrar su registro.' },
    home: 'https://revenue.example',
    help: sampleHelp,
    redirectUris: ['https://revenue.example/callback'],
    postLogoutRedirectUris: [],
    keys: [{ kty: 'EC' }],
    entitled: ['name', 'birthdate', 'address', 'email', 'ssn'],
    optional: ['email'],
  },
]).all();
if (!agency) throw new Error('no agency');

const now = new Date('2026-11-24T12:00:00Z');
const startedAt = new Date(now.getTime() - 60_000);
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

const request = (params: Record<string, unknown> = {}) =>
  readRequest(
    {
      uid: 'u',
      iat: startedAt.getTime() / 1000,
      params: {
        scope: 'openid identity ssn email',
        redirect_uri: 'https://revenue.example/callback',
        ...params,
      },
    },
    agency,
  );

const ial2aal2: Demand = { minIal: 2, minAal: 2, phishingResistant: false };

const session = (over: Partial<Session> = {}): Session => ({
  id: 's',
  ref: 'ref',
  person: asId<PersonId>('p'),
  events: [],
  aal: 2,
  phishingResistant: false,
  authenticatedAt: ago(600),
  recent: true,
  createdAt: ago(600),
  expiresAt: new Date(now.getTime() + 1000),
  opensVault: true,
  pending: {},
  ...over,
});

const consent = {
  agency: 'revenue',
  items: ['name', 'birthdate', 'address', 'ssn'],
  refused: ['email'],
  givenAt: now,
  lastUsedAt: now,
};
const all = { session: session(), ial: 2, consent, now };

describe('what is still missing', () => {
  it('C4: is nothing, for a person signed in, proven and with remembered consent', () => {
    expect(needOf(request(), ial2aal2, all)).toBe('nothing');
  });

  it.each([
    ['sign-in', { session: undefined }],
    ['second-factor', { session: session({ aal: 1 }) }],
    ['identity', { ial: 1 }],
    ['open-vault', { session: session({ opensVault: false }) }],
    ['consent', { consent: undefined }],
    ['consent', { consent: { ...consent, items: ['name'], refused: [] } }],
  ] as const)('is %s', (need, change) => {
    expect(needOf(request(), ial2aal2, { ...all, ...change })).toBe(need);
  });

  it('B1: is a passkey where phishing resistance is demanded and a password was used', () => {
    expect(needOf(request(), { ...ial2aal2, phishingResistant: true }, all)).toBe('passkey');
  });

  const key = { method: 'passkey' as const, at: now, userVerified: true, backupEligible: false };

  /** What was used, what is demanded, and the one thing that is then asked for. */
  it.each([
    ['password and app', session(), { ...ial2aal2 }, 'nothing'],
    ['password and app', session(), { ...ial2aal2, phishingResistant: true }, 'passkey'],
    ['password and app', session(), { ...ial2aal2, minAal: 3 }, 'device-key'],
    [
      'a synced passkey',
      session({ phishingResistant: true }),
      { ...ial2aal2, phishingResistant: true },
      'nothing',
    ],
    ['a synced passkey', session({ phishingResistant: true }), { ...ial2aal2, minAal: 3 }, 'device-key'],
    [
      'a security key',
      session({ aal: 3, phishingResistant: true, events: [key] }),
      { ...ial2aal2, minAal: 3, phishingResistant: true },
      'nothing',
    ],
    [
      'a security key, 20 minutes ago',
      session({ aal: 2, phishingResistant: true, events: [key] }),
      { ...ial2aal2, minAal: 3 },
      'device-key',
    ],
    ['the password alone', session({ aal: 1 }), { ...ial2aal2, minAal: 3 }, 'second-factor'],
  ] as const)('B1, B2: after %s asks only for what is missing', (_used, of, demand, need) => {
    expect(needOf(request(), demand, { ...all, session: of })).toBe(need);
  });

  it('A27: asks for a second factor even where the agency demands no level', () => {
    const nothing: Demand = { minIal: 0, minAal: 0, phishingResistant: false };
    expect(needOf(request(), nothing, { ...all, session: session({ aal: 1 }) })).toBe('second-factor');
  });

  it('does not open the vault for an agency that asks for the email alone', () => {
    const plain = request({ scope: 'openid email' });
    expect(
      needOf(plain, { ...ial2aal2, minIal: 0 }, { ...all, session: session({ opensVault: false }) }),
    ).toBe('nothing');
  });
});

describe('a fresh authentication', () => {
  it('is asked for by prompt=login, until there is one made for this request', () => {
    const fresh = request({ prompt: 'login' });
    expect(needOf(fresh, ial2aal2, all)).toBe('sign-in');
    expect(needOf(fresh, ial2aal2, { ...all, session: session({ authenticatedAt: ago(30) }) })).toBe(
      'nothing',
    );
  });

  it('is asked for by max_age, at the limit', () => {
    expect(needOf(request({ max_age: 600 }), ial2aal2, all)).toBe('nothing');
    expect(needOf(request({ max_age: 599 }), ial2aal2, all)).toBe('sign-in');
  });

  it('counts for max_age=0 however long the person then takes', () => {
    const standing = { ...all, session: session({ authenticatedAt: ago(30) }) };
    expect(needOf(request({ max_age: 0 }), ial2aal2, standing)).toBe('nothing');
  });
});

it('C1: reads no more items from a request than the agreement allows', () => {
  const modest = { ...agency, entitled: ['name'] as const, optional: [] };
  const greedy = readRequest(
    { uid: 'u', params: { scope: 'openid identity ssn', redirect_uri: 'https://revenue.example/callback' } },
    { ...modest, entitled: [...modest.entitled] },
  );
  expect(greedy.items).toEqual(['name']);
});
