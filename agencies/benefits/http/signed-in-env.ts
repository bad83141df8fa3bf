import type { Clock } from '@signet/agencies-ui/clock';
import type { MiddlewareHandler } from 'hono';
import type { Claims } from '../claims/postgres-claims.ts';
import type { Day } from '../days/day.ts';
import type { Facts } from '../eligibility/rules.ts';
import type { Service } from '../eligibility/service.ts';
import type { VerifiedPerson } from '../sign-in/verified-person.ts';
import type { BenefitsEnv } from './answer.ts';

/** A request of somebody whom Signet vouched for. */
export interface OwnEnv {
  Variables: BenefitsEnv['Variables'] & { person: VerifiedPerson };
}

export interface OwnPagesNeeds {
  readonly claims: Claims;
  readonly ownForm: MiddlewareHandler<BenefitsEnv>;
  readonly clock: Clock;
}

/** What the rules look at, about this person on a day. */
export const factsOf = (person: VerifiedPerson, service: Service, today: Day): Facts => ({
  birthDate: person.birthDate,
  state: person.state,
  service,
  today,
});
