import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { errors, type Provider } from 'oidc-provider';
import { AppError, asId, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../authentication/index.ts';
import { answerRequest } from './answer.ts';
import type { Federation } from './federation.ts';
import { type Need, needOf } from './need.ts';
import type { FederationDeps } from './ports.ts';
import { artefactStore, revokeSubject, sweepExpired } from './postgres-artefacts.ts';
import { consentStore } from './postgres-consents.ts';
import { sharedKey } from './postgres-keys.ts';
import type { Pool } from './postgres-pool.ts';
import { previewItems } from './preview.ts';
import { createProvider } from './provider.ts';
import { type AuthorizationRequest, readRequest } from './request.ts';
import { signOutOf } from './sign-out.ts';

/** Wires the provider to Signet. Signing and cookie keys are made at the very first start and shared by all. */
export async function createFederation(deps: FederationDeps, pool: Pool): Promise<Federation> {
  const consents = consentStore(pool.db);
  const provider = await openProvider(deps, pool);
  const handler = provider.callback();

  const personOf = (presence: Presence | undefined): PersonId => {
    if (!presence?.session.person) throw new AppError('not-signed-in', { status: 403 });
    return presence.session.person;
  };

  async function need(request: AuthorizationRequest, presence: Presence | undefined): Promise<Need> {
    const demand = deps.levels.demandOf(request.acrValues);
    if (!demand) throw new AppError('unknown-acr', { status: 400 });
    const person = presence?.session.person;
    return needOf(request, demand, {
      session: presence?.session,
      ial: person ? ((await deps.provenOf(person))?.ial ?? 0) : 0,
      consent: person ? await consents.find(person, request.agency.id) : undefined,
      now: deps.clock.now(),
    });
  }

  return {
    owns: (path) => path.startsWith('/oauth/') || path.startsWith('/.well-known/openid-configuration'),

    handle: ({ req, res }) => handler(req, res),

    async requestOf({ req, res }) {
      try {
        const interaction = await provider.interactionDetails(req, res);
        const agency = deps.agencies.find(String(interaction.params.client_id));
        return agency && readRequest(interaction, agency);
      } catch (error) {
        if (error instanceof errors.SessionNotFound) return undefined;
        throw error;
      }
    },

    need,

    preview: (request, presence) => previewItems(deps, request, presence, personOf(presence)),

    async consent(request, presence, chosen) {
      const person = personOf(presence);
      const given = request.items.filter(
        (item) => chosen.includes(item) || !request.agency.optional.includes(item),
      );
      const refused = request.items.filter((item) => !given.includes(item));
      await deps.transact(async (tx) => {
        await consents.give(tx, person, request.agency.id, given, refused, deps.clock.now());
        await record(tx, person, 'consent.given', request.agency.id);
      });
    },

    async answer(pair, request, presence) {
      const person = personOf(presence);
      if ((await need(request, presence)) !== 'nothing') throw new AppError('not-ready', { status: 403 });
      const consent = await consents.find(person, request.agency.id);
      const result = await answerRequest(deps, provider, request, presence, person, consent?.items ?? []);
      const returnTo = await provider.interactionResult(pair.req, pair.res, result);
      await deps.transact((tx) => record(tx, person, 'agency.signed-in', request.agency.id));
      return pathOf(returnTo);
    },

    async refuse({ req, res }, error) {
      return pathOf(
        await provider.interactionResult(req, res, { error }, { mergeWithLastSubmission: false }),
      );
    },

    async connections(person) {
      const all = await consents.all(person);
      return all.flatMap((consent) => {
        const agency = deps.agencies.find(consent.agency);
        return agency ? [{ ...consent, name: agency.name }] : [];
      });
    },

    async disconnect(person, agency) {
      await deps.transact(async (tx) => {
        await consents.revoke(tx, person, agency);
        await record(tx, person, 'consent.ended', agency);
      });
      await revokeSubject(pool, person, agency);
    },

    async signOut(pair) {
      await signOutOf(provider, pair, deps.onFault);
      return ['signet_op', 'signet_op.sig'];
    },

    revokeAll: (person) => revokeSubject(pool, person),
    sweep: () => sweepExpired(pool),
  };

  async function record(
    tx: Parameters<Parameters<FederationDeps['transact']>[0]>[0],
    person: PersonId,
    action: string,
    agency: string,
  ): Promise<void> {
    const subject = await deps.auditRefOf(person);
    await deps.audit.record(tx, {
      action,
      actor: { kind: 'person' },
      ...(subject ? { subject } : {}),
      details: { agency },
    });
  }
}

/** The path of an address of our own: what the browser is sent to stays on the origin it came to. */
const pathOf = (address: string): string => {
  const url = new URL(address);
  return url.pathname + url.search;
};

async function openProvider(deps: FederationDeps, pool: Pool): Promise<Provider> {
  const key = (name: string, make: () => Promise<string>) => sharedKey(pool.db, deps.kms, name, make);
  const [es256, rs256, cookies] = await Promise.all([
    key('sign-es256', () => newSigningKey('ES256')),
    key('sign-rs256', () => newSigningKey('RS256')),
    key('cookies', async () => randomBytes(32).toString('base64url')),
  ]);
  return createProvider({
    issuer: deps.issuer,
    agencies: deps.agencies,
    agenciesOnLoopback: deps.agenciesOnLoopback,
    store: artefactStore(pool),
    signingKeys: [JSON.parse(es256), JSON.parse(rs256)],
    cookieKeys: [cookies],
    acrValues: deps.levels.supported,
    pages: deps.pages,
    langOf: deps.langOf,
    async pairwise(person, sector) {
      const mac = await deps.kms.mac(
        'pairwise',
        Buffer.from(JSON.stringify([sector, asId<PersonId>(person)])),
      );
      return mac.toString('base64url');
    },
  });
}

async function newSigningKey(alg: 'ES256' | 'RS256'): Promise<string> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomBytes(8).toString('base64url');
  return JSON.stringify({ ...(await exportJWK(privateKey)), alg, kid, use: 'sig' });
}
