import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { err, ok, type Result } from '../../../packages/relying-party/index.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresLetters } from '../letters/postgres-letters.ts';
import type { CustomerFileNumber } from '../records/taxpayer.ts';
import { type Day, dayOf } from '../values/day.ts';
import { type Authorisation, latestDay, type Professional } from './authorisation.ts';
import { postgresAuthorisations } from './postgres-authorisations.ts';
import type { AuthorisationWish } from './read-authorisation-form.ts';

export type NoAuthorisation =
  | { readonly code: 'no-such-professional' }
  | { readonly code: 'day-out-of-range'; readonly from: Day; readonly to: Day };

export interface Authorisations {
  of(person: CustomerFileNumber): Promise<readonly Authorisation[]>;
  /** Whom the wish names, or why nothing can come of it. */
  check(wish: AuthorisationWish): Promise<Result<Professional, NoAuthorisation>>;
  /** From now on, with a notice to the person. The same form pressed twice is one authorisation and one notice. */
  authorise(person: CustomerFileNumber, wish: AuthorisationWish): Promise<Result<void, NoAuthorisation>>;
  /** At once. Ended twice is ended. */
  end(person: CustomerFileNumber, id: string): Promise<void>;
}

interface Deps {
  readonly db: Kysely<RevenueTables>;
  readonly now: () => Date;
}

export function createAuthorisations({ db, now }: Deps): Authorisations {
  const store = postgresAuthorisations(db);

  async function check({
    professional,
    until,
  }: AuthorisationWish): Promise<Result<Professional, NoAuthorisation>> {
    const today = dayOf(now());
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

    async authorise(person, wish) {
      const found = await check(wish);
      if (!found.ok) return found;
      const from = dayOf(now());
      const { scopes, taxYears, until, formKey } = wish;
      const given = { id: randomUUID(), professional: found.value, scopes, taxYears, from, until };
      await db.transaction().execute(async (tx) => {
        if (!(await postgresAuthorisations(tx).add(person, given, formKey))) return;
        const letter = {
          id: `professional-${given.id}`,
          kind: 'professional-authorised',
          sentOn: from,
        } as const;
        await postgresLetters(tx).add(person, [letter]);
      });
      return ok(undefined);
    },

    async end(person, id) {
      await store.end(person, id, now());
    },
  };
}
