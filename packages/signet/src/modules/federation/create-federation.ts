import { AppError, type Database, type PersonId } from '../../kernel/index.ts';
import { namingInAudit } from '../accounts/index.ts';
import type { Presence } from '../authentication/index.ts';
import { answeringRequests } from './answer-request.ts';
import type { Federation } from './federation.ts';
import { freshSince } from './need.ts';
import { openOidc } from './oidc/index.ts';
import type { FederationDeps } from './ports.ts';
import { recordingWithAgency } from './record-with-agency.ts';
import { consentStore, holdingsFor, previewOf } from './release/index.ts';
import { endEverywhere, signOutInBrowser, tellAgencies } from './sign-out/index.ts';
import { lookingUpStanding } from './standing.ts';

/** Opens each room with what it needs, and joins what they do into sign-ins at agencies. */
export async function createFederation(deps: FederationDeps, db: Database): Promise<Federation> {
  const {
    agencies,
    accounts,
    audit,
    proofing,
    kms,
    jobs,
    vault,
    sessions,
    transact,
    clock,
    levels,
    onFault,
  } = deps;
  const consents = consentStore(db);
  const oidc = await openOidc(
    {
      issuer: deps.issuer,
      agencies,
      agenciesOnLoopback: deps.agenciesOnLoopback,
      kms,
      acrValues: levels.supported,
      sessions,
      signOut: deps.signOut,
      sessionCookie: deps.sessionCookie,
      transact,
      clock,
      pages: deps.pages,
      langOf: deps.langOf,
      onFault,
      onRefused: deps.onRefused,
    },
    db,
  );
  const { agencySessions } = oidc;
  const record = recordingWithAgency(audit);
  const standing = lookingUpStanding({ levels, proofing, accounts, consents, clock });
  const subjectOf = namingInAudit(accounts);

  return {
    owns: oidc.owns,
    handle: oidc.handle,
    requestOf: oidc.requestOf,
    refuse: oidc.refuse,
    sweep: oidc.sweep,
    need: async (request, presence) => (await standing(request, presence)).need,
    freshSince: (request) => freshSince(request, clock.now()),
    answer: answeringRequests({ oidc, standing, record, levels, vault, sessions, transact, clock }),

    async preview(request, presence) {
      const person = personOf(presence);
      const [proven, found] = await Promise.all([proofing.identityOf(person), accounts.withAddress(person)]);
      const known = { ial: proven?.ial ?? 0, email: found?.address };
      return previewOf(request, await holdingsFor({ vault, sessions }, request.items, presence, known));
    },

    async consent(request, presence, chosen) {
      const person = personOf(presence);
      const given = request.items.filter(
        (item) => chosen.includes(item) || !request.agency.optional.includes(item),
      );
      const refused = request.items.filter((item) => !given.includes(item));
      const subject = await subjectOf(person);
      await transact(async (tx) => {
        await consents.give(tx, person, request.agency.id, given, refused, clock.now());
        await record(tx, subject, 'consent.given', request.agency.id, given);
      });
    },

    async connections(person) {
      const all = await consents.all(person);
      return all.flatMap((consent) => {
        const agency = agencies.find(consent.agency);
        if (!agency) return [];
        const { name, nameInSentence, purpose } = agency;
        return [{ ...consent, name, nameInSentence, purpose }];
      });
    },

    async disconnect(person, agency) {
      const subject = await subjectOf(person);
      await transact(async (tx) => {
        await consents.revoke(tx, person, agency);
        await record(tx, subject, 'consent.ended', agency);
      });
      await oidc.revoke(person, agency);
    },

    async signOut(pair) {
      await signOutInBrowser(agencySessions, pair, onFault);
      return oidc.cookies;
    },

    async tellOfEnd(person) {
      await tellAgencies(agencySessions, person, await consents.all(person), onFault);
    },

    everywhere: endEverywhere({ kms, jobs, agencySessions }),
  };
}

function personOf(presence: Presence | undefined): PersonId {
  if (!presence?.session.person) throw new AppError('not-signed-in', { status: 403 });
  return presence.session.person;
}
