import { AppError, type Clock, err, ok, type Transact } from '../../kernel/index.ts';
import type { Levels } from '../assurance/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { Federation } from './federation.ts';
import type { Answer, Oidc, PreparedAnswer, Refusal } from './oidc/index.ts';
import type { RecordWithAgency } from './record-with-agency.ts';
import { cutClaims, holdingsFor, needsVault, type ReleaseNeeds } from './release/index.ts';
import type { FindStanding, Standing } from './standing.ts';

export interface AnswerNeeds extends ReleaseNeeds {
  readonly clock: Clock;
  readonly findStanding: FindStanding;
  readonly levels: Levels;
  readonly oidc: Pick<Oidc, 'prepareAnswer' | 'refuse' | 'isAbout'>;
  readonly record: RecordWithAgency;
  readonly transact: Transact;
}

/** Answers the agency when nothing is missing, and at once where nothing that a person could do would be enough. */
export function createAnswerRequest(needs: AnswerNeeds): Pick<Federation, 'answer' | 'prepareAnswer'> {
  const { oidc, findStanding, transact, record } = needs;

  async function prepareAnswer(
    ...[pair, request, presence, leads, known]: Parameters<Federation['prepareAnswer']>
  ): ReturnType<Federation['prepareAnswer']> {
    const refusal = (error: Refusal): PreparedAnswer => ({
      write: async () => undefined,
      onward: async () => ({ to: await oidc.refuse(pair, error), cookies: [] }),
    });
    if (!needs.levels.demandOf(request.levels)) return ok(refusal('unmet_authentication_requirements'));
    lookAheadAtIdentity(request, presence);
    const standing = await findStanding(request, presence, known);
    if (standing.need !== 'nothing') return err(standing.need);
    const person = presence?.session.person;
    if (!person) throw new AppError('not-signed-in', { status: 403 });
    if (!(await oidc.isAbout(request, person))) return ok(refusal('login_required'));
    const { account } = standing;
    if (!account) throw new AppError('no-such-person', { status: 403 });
    const given = request.items.filter((item) => standing.agreed.includes(item));
    const answer = { person, ...(await answerOf(needs, { ...request, items: given }, presence, standing)) };
    const prepared = await oidc.prepareAnswer(pair, request, answer, leads);
    return ok({
      async write(tx) {
        const written = prepared.write(tx); // in the same breath as what is written alongside
        await record(tx, account.auditRef, 'agency.signed-in', request.agency.id, given);
        await written;
      },
      onward: prepared.onward,
    });
  }

  /** Mostly nothing is missing, and then what is released is read from the vault: it is asked for with all the rest. */
  function lookAheadAtIdentity({ items }: AuthorizationRequest, presence: Presence | undefined): void {
    const { person, opensVault } = presence?.session ?? {};
    if (person && opensVault && needsVault(items, 1)) needs.vault.lookAhead(person);
  }

  return {
    prepareAnswer,
    async answer(pair, request, presence, leads, alongside) {
      const prepared = await prepareAnswer(pair, request, presence, leads);
      if (!prepared.ok) return prepared;
      const { write, onward } = prepared.value;
      try {
        await transact((tx) => Promise.all([write(tx), alongside(tx)]));
      } catch (error) {
        if (error instanceof AppError && error.code === 'request-over') return err('over');
        throw error;
      }
      return ok(await onward());
    },
  };
}

/** What is released, and the event of authentication it is released upon. */
async function answerOf(
  { levels, vault, sessions, clock }: Pick<AnswerNeeds, 'levels' | 'vault' | 'sessions' | 'clock'>,
  { items, levels: asked }: Pick<AuthorizationRequest, 'items' | 'levels'>,
  presence: Presence,
  { proven, email }: Standing,
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
    acr: levels.acrOf({ ial, aal: session.aal, phishingResistant: session.phishingResistant }, [
      ...asked.voluntary,
      ...asked.essential,
    ]),
    amr: levels.amrOf(session.events),
  };
}
