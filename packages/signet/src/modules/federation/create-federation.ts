import type { Database } from '../../kernel/index.ts';
import { createAnswerRequest } from './answer-request.ts';
import { createConnections } from './connections.ts';
import type { Federation } from './federation.ts';
import { freshSince } from './need.ts';
import { type Oidc, openOidc } from './oidc/index.ts';
import { personIn } from './person-in.ts';
import type { FederationNeeds } from './ports.ts';
import { createRecordWithAgency, type RecordWithAgency } from './record-with-agency.ts';
import { type Consents, consentStore, holdingsFor, previewOf } from './release/index.ts';
import { endEverywhere, signOutInBrowser } from './sign-out/index.ts';
import { createFindStanding, createLookAhead } from './standing.ts';

/** Opens each room with what it needs, and joins what they do into sign-ins at agencies. */
export async function createFederation(needs: FederationNeeds, db: Database): Promise<Federation> {
  const { accounts, agencies, clock, transact } = needs;
  const consents = consentStore(db);
  const oidc = await openProvider(needs, consents, db);
  const everywhere = endEverywhere({ ...needs, agencySessions: oidc.agencySessions });
  const record = createRecordWithAgency(needs.audit);
  return {
    owns: oidc.owns,
    handle: oidc.handle,
    requestOf: oidc.requestOf,
    refuse: oidc.refuse,
    sweep: oidc.sweep,
    ...createRequests(needs, oidc, consents, record),
    ...createConnections({ accounts, agencies, clock, consents, everywhere, record, transact }),
    ...createSignOut(needs, oidc),
    everywhere,
  };
}

const openProvider = (needs: FederationNeeds, consents: Pick<Consents, 'all'>, db: Database): Promise<Oidc> =>
  openOidc(
    {
      issuer: needs.issuer,
      agencies: needs.agencies,
      agenciesOnLoopback: needs.agenciesOnLoopback,
      kms: needs.kms,
      acrValues: needs.levels.supported,
      connectedTo: async (person) => (await consents.all(person)).map(({ agency }) => agency),
      sessions: needs.sessions,
      signOut: needs.signOut,
      sessionCookie: needs.sessionCookie,
      transact: needs.transact,
      clock: needs.clock,
      pages: needs.pages,
      langOf: needs.langOf,
      onFault: needs.onFault,
      onRefused: needs.onRefused,
    },
    db,
  );

/** What an agency's request still needs, what its answer would hold, and the answer. */
function createRequests(
  { accounts, clock, levels, proofing, sessions, transact, vault }: FederationNeeds,
  oidc: Oidc,
  consents: Consents,
  record: RecordWithAgency,
): Pick<Federation, 'answer' | 'freshSince' | 'lookAhead' | 'need' | 'prepareAnswer' | 'preview'> {
  const findStanding = createFindStanding({ levels, proofing, accounts, consents, clock });
  return {
    need: async (request, presence) => (await findStanding(request, presence)).need,
    freshSince: (request) => freshSince(request, clock.now()),
    lookAhead: createLookAhead({ proofing, consents, accounts }),
    ...createAnswerRequest({ oidc, findStanding, record, levels, vault, sessions, transact, clock }),
    async preview(request, presence) {
      const person = personIn(presence);
      const [proven, found] = await Promise.all([proofing.identityOf(person), accounts.withAddress(person)]);
      const known = { ial: proven?.ial ?? 0, email: found?.address };
      return previewOf(request, await holdingsFor({ vault, sessions }, request.items, presence, known));
    },
  };
}

function createSignOut(
  { onFault }: Pick<FederationNeeds, 'onFault'>,
  { agencySessions, cookies }: Oidc,
): Pick<Federation, 'signOut'> {
  return {
    async signOut(pair) {
      await signOutInBrowser(agencySessions, pair, onFault);
      return cookies;
    },
  };
}
