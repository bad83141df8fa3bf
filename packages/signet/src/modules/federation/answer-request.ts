import { AppError, err, ok } from '../../kernel/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { Federation } from './federation.ts';
import type { Answer, Oidc } from './oidc/index.ts';
import type { FederationDeps } from './ports.ts';
import type { RecordWithAgency } from './record-with-agency.ts';
import { cutClaims, holdingsFor } from './release/index.ts';
import type { Stand, Standing } from './standing.ts';

type Needs = Pick<FederationDeps, 'levels' | 'vault' | 'sessions' | 'transact' | 'clock'> & {
  readonly oidc: Pick<Oidc, 'answer' | 'refuse' | 'isAbout'>;
  readonly standing: Standing;
  readonly record: RecordWithAgency;
};

/** Answers the agency when nothing is missing. */
export function answeringRequests(needs: Needs): Federation['answer'] {
  const { oidc, standing, transact, record } = needs;
  return async (pair, request, presence, alongside) => {
    const stand = await standing(request, presence);
    if (stand.need !== 'nothing') return err(stand.need);
    const person = presence?.session.person;
    if (!person) throw new AppError('not-signed-in', { status: 403 });
    if (!(await oidc.isAbout(request, person))) {
      await transact(alongside);
      return ok(await oidc.refuse(pair, 'login_required'));
    }
    const { account } = stand;
    if (!account) throw new AppError('no-such-person', { status: 403 });
    const given = request.items.filter((item) => stand.agreed.includes(item));
    const answer = { person, ...(await answerOf(needs, { ...request, items: given }, presence, stand)) };
    const path = await oidc.answer(pair, request, answer, async (tx) => {
      await alongside(tx);
      await record(tx, account.auditRef, 'agency.signed-in', request.agency.id, given);
    });
    return ok(path);
  };
}

/** What is released, and the event of authentication it is released upon. */
async function answerOf(
  { levels, vault, sessions, clock }: Pick<Needs, 'levels' | 'vault' | 'sessions' | 'clock'>,
  { items, acrValues }: Pick<AuthorizationRequest, 'items' | 'acrValues'>,
  presence: Presence,
  { proven, email }: Stand,
): Promise<Omit<Answer, 'person'>> {
  const { session } = presence;
  const ial = proven?.ial ?? 0;
  const held = await holdingsFor({ vault, sessions }, items, presence, { ial, email });
  return {
    release: {
      claims: cutClaims(items, held, proven, levels.trustFramework),
      levels: { ial, aal: session.aal, fal: levels.fal },
    },
    sessionRef: session.ref,
    authenticatedAt: session.authenticatedAt ?? clock.now(),
    acr: levels.acrOf({ ial, aal: session.aal, phishingResistant: session.phishingResistant }, acrValues),
    amr: levels.amrOf(session.events),
  };
}
