import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { errors, type Provider } from 'oidc-provider';
import { AppError, type AuditRef, asId, err, ok, type PersonId, type Tx } from '../../kernel/index.ts';
import type { Presence } from '../authentication/index.ts';
import { answerRequest } from './answer.ts';
import type { Federation, HttpPair, Refusal } from './federation.ts';
import { type Need, needOf } from './need.ts';
import { ArtifactUnit } from './oidc/artifact-unit.ts';
import { seenFromOutside } from './oidc/issuer-address.ts';
import { type Artifacts, artifactStore, revokeSubject, sweepExpired } from './oidc/postgres-artifacts.ts';
import { sharedKey } from './oidc/postgres-keys.ts';
import { createProvider } from './oidc/provider.ts';
import { tellOfFaults } from './oidc/provider-faults.ts';
import { type AuthorizationRequest, readRequest } from './oidc/request.ts';
import { signOutHereToo } from './oidc/sign-out-here.ts';
import type { FederationDeps } from './ports.ts';
import type { Pool } from './postgres-pool.ts';
import { consentStore } from './release/postgres-consents.ts';
import { previewItems } from './release/preview.ts';
import { endEverywhere } from './sign-out/end-everywhere.ts';
import { signOutOf, tellOfEnd, tellOne } from './sign-out/sign-out.ts';

/** Wires the provider to Signet. Signing and cookie keys are made at the very first start and shared by all. */
export async function createFederation(deps: FederationDeps, pool: Pool): Promise<Federation> {
  const consents = consentStore(pool.db);
  const artifacts = artifactStore(pool);
  const provider = await openProvider(deps, pool, artifacts);
  const handler = provider.callback();
  const outside = seenFromOutside(deps.issuer);
  const units = new WeakMap<HttpPair['req'], ArtifactUnit>(); // one an HTTP request, and gone with it

  function unitOf({ req }: HttpPair): ArtifactUnit {
    const unit = units.get(req) ?? new ArtifactUnit();
    units.set(req, unit);
    return unit;
  }

  const personOf = (presence: Presence | undefined): PersonId => {
    if (!presence?.session.person) throw new AppError('not-signed-in', { status: 403 });
    return presence.session.person;
  };

  /** What is missing, and what was looked at to say so. */
  async function standing(request: AuthorizationRequest, presence: Presence | undefined) {
    const demand = deps.levels.demandOf(request.acrValues);
    if (!demand) throw new AppError('unknown-acr', { status: 400 });
    const person = presence?.session.person;
    // asked together, as one round trip
    const [proven, consent, account] = person
      ? await Promise.all([
          deps.provenOf(person),
          consents.find(person, request.agency.id),
          deps.accountOf(person),
        ])
      : [];
    const need: Need = needOf(request, demand, {
      session: presence?.session,
      ial: proven?.ial ?? 0,
      consent,
      now: deps.clock.now(),
    });
    return { need, proven, account, agreed: consent?.items ?? [] };
  }

  return {
    owns: (path) => path.startsWith('/oauth/') || path.startsWith('/.well-known/openid-configuration'),

    handle(pair) {
      const { req, res } = outside(pair);
      return handler(req, res);
    },

    async requestOf(pair) {
      try {
        const { req, res } = outside(pair);
        const details = () => provider.interactionDetails(req, res);
        const interaction = await artifacts.within(unitOf(pair), details);
        const agency = deps.agencies.find(String(interaction.params.client_id));
        return agency && readRequest(interaction, agency);
      } catch (error) {
        if (error instanceof errors.SessionNotFound) return undefined;
        throw error;
      }
    },

    need: async (request, presence) => (await standing(request, presence)).need,

    preview: (request, presence) => previewItems(deps, request, presence, personOf(presence)),

    async consent(request, presence, chosen) {
      const person = personOf(presence);
      const given = request.items.filter(
        (item) => chosen.includes(item) || !request.agency.optional.includes(item),
      );
      const refused = request.items.filter((item) => !given.includes(item));
      await deps.transact(async (tx) => {
        await consents.give(tx, person, request.agency.id, given, refused, deps.clock.now());
        await record(tx, await auditRefOf(person), 'consent.given', request.agency.id, given);
      });
    },

    async answer(pair, request, presence, alongside) {
      const { need, proven, account, agreed } = await standing(request, presence);
      if (need !== 'nothing') return err(need);
      if (!presence) throw new AppError('not-signed-in', { status: 403 });
      const person = personOf(presence);
      if (!(await isAbout(request, person))) {
        await deps.transact(alongside);
        return ok(await refuse(pair, 'login_required'));
      }
      if (!account) throw new AppError('no-such-person', { status: 403 });
      const unit = unitOf(pair);
      const returnTo = await artifacts.within(unit, async () => {
        const releasing = { person, account, proven, agreed };
        const result = await answerRequest(deps, provider, request, presence, releasing);
        const { req, res } = outside(pair);
        return provider.interactionResult(req, res, result);
      });
      await deps.transact(async (tx) => {
        await Promise.all([artifacts.write(unit, tx), alongside(tx)]);
        const given = request.items.filter((item) => agreed.includes(item));
        await record(tx, account.auditRef, 'agency.signed-in', request.agency.id, given);
      });
      return ok(pathOf(returnTo));
    },

    refuse,

    async connections(person) {
      const all = await consents.all(person);
      return all.flatMap((consent) => {
        const agency = deps.agencies.find(consent.agency);
        return agency ? [{ ...consent, name: agency.name, purpose: agency.purpose }] : [];
      });
    },

    async disconnect(person, agency) {
      await deps.transact(async (tx) => {
        await consents.revoke(tx, person, agency);
        await record(tx, await auditRefOf(person), 'consent.ended', agency);
      });
      await revokeSubject(pool, person, agency);
    },

    async signOut(pair) {
      await signOutOf(provider, outside(pair), deps.onFault);
      return ['signet_op', 'signet_op.sig'];
    },

    async tellOfEnd(person) {
      await tellOfEnd(provider, person, await consents.all(person), deps.onFault);
    },

    everywhere: endEverywhere(deps, (person, ended) => tellOne(provider, person, ended)),
    sweep: () => sweepExpired(pool),
  };

  async function auditRefOf(person: PersonId): Promise<AuditRef | undefined> {
    return (await deps.accountOf(person))?.auditRef;
  }

  async function refuse(pair: HttpPair, error: Refusal): Promise<string> {
    const { req, res } = outside(pair);
    return pathOf(await provider.interactionResult(req, res, { error }, { mergeWithLastSubmission: false }));
  }

  /** An agency that asks about one person is not told of another (OpenID Connect Core 3.1.2.1). */
  async function isAbout({ subject, agency }: AuthorizationRequest, person: PersonId): Promise<boolean> {
    if (subject === undefined) return true;
    const client = await provider.Client.find(agency.id);
    return subject === (await pairwise(deps.kms, person, String(client?.sectorIdentifier ?? agency.id)));
  }

  async function record(
    tx: Tx,
    subject: AuditRef | undefined,
    action: string,
    agency: string,
    given: readonly string[] = [],
  ): Promise<void> {
    // names of attributes, so that the person's history says what each agency got, and when
    const items = given.length > 0 ? { items: given.join('+') } : {};
    await deps.audit.record(tx, {
      action,
      actor: { kind: 'person' },
      ...(subject ? { subject } : {}),
      details: { agency, ...items },
    });
  }
}

/** The path of an address of our own: what the browser is sent to stays on the origin it came to. */
const pathOf = (address: string): string => {
  const url = new URL(address);
  return url.pathname + url.search;
};

async function openProvider(deps: FederationDeps, pool: Pool, artifacts: Artifacts): Promise<Provider> {
  const key = (name: string, make: () => Promise<string>) => sharedKey(pool.db, deps.kms, name, make);
  const [es256, rs256, cookies] = await Promise.all([
    key('sign-es256', () => newSigningKey('ES256')),
    key('sign-rs256', () => newSigningKey('RS256')),
    key('cookies', async () => randomBytes(32).toString('base64url')),
  ]);
  const provider = createProvider({
    issuer: deps.issuer,
    agencies: deps.agencies,
    agenciesOnLoopback: deps.agenciesOnLoopback,
    artifacts,
    signingKeys: [JSON.parse(es256), JSON.parse(rs256)],
    cookieKeys: [cookies],
    acrValues: deps.levels.supported,
    pages: deps.pages,
    langOf: deps.langOf,
    onFault: deps.onFault,
    pairwise: (person, sector) => pairwise(deps.kms, asId<PersonId>(person), sector),
  });
  signOutHereToo(provider, deps);
  tellOfFaults(provider, deps.onFault);
  return provider;
}

/** C3: unguessable, the same each time, another at each sector. */
async function pairwise(kms: FederationDeps['kms'], person: PersonId, sector: string): Promise<string> {
  return (await kms.mac('pairwise', Buffer.from(JSON.stringify([sector, person])))).toString('base64url');
}

async function newSigningKey(alg: 'ES256' | 'RS256'): Promise<string> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomBytes(8).toString('base64url');
  return JSON.stringify({ ...(await exportJWK(privateKey)), alg, kid, use: 'sig' });
}
