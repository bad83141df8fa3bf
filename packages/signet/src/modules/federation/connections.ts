import type { Clock, PersonId, Transact } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import { createAuditRefOf } from '../accounts/index.ts';
import type { Agencies } from '../agencies/index.ts';
import type { Federation } from './federation.ts';
import { personIn } from './person-in.ts';
import type { RecordWithAgency } from './record-with-agency.ts';
import type { Consents } from './release/index.ts';

export interface ConnectionNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly agencies: Pick<Agencies, 'find'>;
  readonly clock: Clock;
  readonly consents: Pick<Consents, 'all' | 'give' | 'revoke'>;
  readonly everywhere: Pick<Federation['everywhere'], 'endAt'>;
  readonly record: RecordWithAgency;
  readonly transact: Transact;
}

/** What a person agreed to give, and to whom (C4). */
export function createConnections(
  needs: ConnectionNeeds,
): Pick<Federation, 'consent' | 'connections' | 'disconnect'> {
  const { agencies, clock, consents, everywhere, record, transact } = needs;
  const auditRefOf = createAuditRefOf(needs.accounts);
  return {
    async consent({ agency, items }, presence, chosen) {
      const person = personIn(presence);
      const given = items.filter((item) => chosen.includes(item) || !agency.optional.includes(item));
      const refused = items.filter((item) => !given.includes(item));
      const subject = await auditRefOf(person);
      await transact(async (tx) => {
        await consents.give(tx, person, agency.id, given, refused, clock.now());
        await record(tx, subject, 'consent.given', agency.id, given);
      });
    },

    async connections(person: PersonId) {
      const all = await consents.all(person);
      return all.flatMap((consent) => {
        const agency = agencies.find(consent.agency);
        if (!agency) return [];
        const { name, nameInSentence, purpose } = agency;
        return [{ ...consent, name, nameInSentence, purpose }];
      });
    },

    async disconnect(person, agency) {
      const subject = await auditRefOf(person);
      await transact(async (tx) => {
        await consents.revoke(tx, person, agency);
        await record(tx, subject, 'consent.ended', agency);
        await everywhere.endAt(tx, person, agency);
      });
    },
  };
}
