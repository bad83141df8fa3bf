import { AppError, type Clock, type Redacted } from '../../kernel/index.ts';
import type { Account, Accounts } from '../accounts/index.ts';
import type { Levels } from '../assurance/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { Proofing, ProvenIdentity } from '../proofing/index.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { type Need, needOf } from './need.ts';
import type { Consents } from './release/index.ts';

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
) => Promise<Standing>;

export function createFindStanding({
  levels,
  proofing,
  accounts,
  consents,
  clock,
}: StandingNeeds): FindStanding {
  return async (request, presence) => {
    const demand = levels.demandOf(request.levels);
    if (!demand) throw new AppError('demand-cannot-be-met', { status: 400 }); // the agency is answered first
    const person = presence?.session.person;
    // asked together, as one round trip
    const [proven, consent, found] = person
      ? await Promise.all([
          proofing.identityOf(person),
          consents.find(person, request.agency.id),
          accounts.withAddress(person),
        ])
      : [];
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
