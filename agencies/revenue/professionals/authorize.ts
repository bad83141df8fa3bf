import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { err, ok, type Result } from '@signet/relying-party';
import type { Kysely } from 'kysely';
import type { Day } from '../amounts-and-dates/day.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { type Authorization, latestDay, type Professional } from './authorization.ts';
import { postgresAuthorizations } from './postgres-authorizations.ts';
import type { AuthorizationWish } from './read-authorization-form.ts';

export type NoAuthorization =
  | { readonly code: 'no-such-professional' }
  | { readonly code: 'day-out-of-range'; readonly from: Day; readonly to: Day };

export interface Authorizations {
  of(person: CustomerFileNumber): Promise<readonly Authorization[]>;
  /** The professional whom the wish names, or why nothing can come of it. */
  check(wish: AuthorizationWish): Promise<Result<Professional, NoAuthorization>>;
  /** From now on, with a notice to the person. The same form pressed twice is one authorization and one notice. */
  authorize(person: CustomerFileNumber, wish: AuthorizationWish): Promise<Result<void, NoAuthorization>>;
  /** At once. Ended twice is ended. */
  end(person: CustomerFileNumber, id: string): Promise<void>;
}

interface Needs {
  readonly db: Kysely<RevenueTables>;
  readonly clock: Clock;
}

export function createAuthorizations({ db, clock }: Needs): Authorizations {
  const store = postgresAuthorizations(db);

  async function check({
    professional,
    until,
  }: AuthorizationWish): Promise<Result<Professional, NoAuthorization>> {
    const today = clock.today();
    const found = await store.professional(professional);
    if (!found) return err({ code: 'no-such-professional' });
    if (until < today || until > latestDay(today)) {
      return err({ code: 'day-out-of-range', from: today, to: latestDay(today) });
    }
    return ok(found);
  }

  return {
    of: (person) => store.of(person),
    check,

    async authorize(person, wish) {
      const found = await check(wish);
      if (!found.ok) return found;
      const from = clock.today();
      const { scopes, taxYears, until, formKey } = wish;
      const given = { id: randomUUID(), professional: found.value, scopes, taxYears, from, until };
      await db.transaction().execute(async (tx) => {
        if (!(await postgresAuthorizations(tx).add(person, given, formKey))) return;
        const letter = {
          id: `professional-${given.id}`,
          kind: 'professional-authorized',
          sentOn: from,
        } as const;
        await postgresLetters(tx).add(person, [letter]);
      });
      return ok(undefined);
    },

    async end(person, id) {
      await store.end(person, id, clock.now());
    },
  };
}
