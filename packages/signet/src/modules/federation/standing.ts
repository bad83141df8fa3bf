import { AppError, type Clock, type PersonId, type Redacted } from '../../kernel/index.ts';
import type { Account, Accounts } from '../accounts/index.ts';
import type { Levels } from '../assurance/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { Proofing, ProvenIdentity } from '../proofing/index.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { type Need, needOf } from './need.ts';
import type { Consent, Consents } from './release/index.ts';

/** Where a person stands with a request: what is missing, and what was looked at to say so. */
export interface Standing {
  readonly need: Need;
  readonly proven: ProvenIdentity | undefined;
  readonly account: Account | undefined;
  readonly email: Redacted<string> | undefined;
  /** The attributes they agreed to give, those of other requests included. */
  readonly agreed: readonly string[];
}

export interface StandingNeeds {
  readonly accounts: Pick<Accounts, 'get' | 'withAddress'>;
  readonly clock: Clock;
  readonly consents: Pick<Consents, 'find'>;
  readonly levels: Levels;
  readonly proofing: Pick<Proofing, 'identityOf'>;
}

export type FindStanding = (
  request: AuthorizationRequest,
  presence: Presence | undefined,
  known?: KnownAhead,
) => Promise<Standing>;

/** What is kept of a person that a request depends on. */
type Known = readonly [
  proven: ProvenIdentity | undefined,
  consent: Consent | undefined,
  found: Awaited<ReturnType<Accounts['withAddress']>>,
];

/** The same of one who is about to sign in, and whose it is. */
export interface KnownAhead {
  readonly person: PersonId;
  readonly known: Promise<Known>;
}

/** Asked together, as one round trip. */
export const createLookAhead =
  ({ proofing, consents, accounts }: Pick<StandingNeeds, 'accounts' | 'consents' | 'proofing'>) =>
  (request: AuthorizationRequest, person: PersonId): KnownAhead => {
    const known = Promise.all([
      proofing.identityOf(person),
      consents.find(person, request.agency.id),
      accounts.withAddress(person),
    ]);
    known.catch(() => undefined); // whoever waits for it hears; a sign-in that is refused waits for nothing
    return { person, known };
  };

export function createFindStanding(needs: StandingNeeds): FindStanding {
  const { levels, clock } = needs;
  const lookAhead = createLookAhead(needs);
  return async (request, presence, ahead) => {
    const demand = levels.demandOf(request.levels);
    if (!demand) throw new AppError('demand-cannot-be-met', { status: 400 }); // the agency is answered first
    const person = presence?.session.person;
    const asked = person && (ahead?.person === person ? ahead : lookAhead(request, person));
    const [proven, consent, found] = (await asked?.known) ?? [];
    const need = needOf(request, demand, {
      session: presence?.session,
      ial: proven?.ial ?? 0,
      consent,
      now: clock.now(),
    });
    return {
      need,
      proven,
      account: found?.account,
      email: found?.address,
      agreed: consent?.items ?? [],
    };
  };
}
