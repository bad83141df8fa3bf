import { sql } from 'kysely';
import { type Database, days, type PersonId, type Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { Vault, VaultCopy } from '../../vault/index.ts';
import type { HeldRows, RestorableRows } from '../authenticators/index.ts';

/** How long "this was not me" gives back what was there before a recovery. */
const givenBackWithin = days(7);

/**
 * What a person had before a recovery. The one who came in by it may replace the password, remove the passkeys, make new
 * codes; "this was not me" (B16) undoes all of it at once.
 */
export interface WaysBeforeRecovery {
  /** In the transaction of the recovery, once its proof is used up. */
  keep(tx: Tx, recovery: string, person: PersonId, now: Date): Promise<void>;
  /** Everything as it was kept, and nothing that came since. False when nothing is kept (any more). */
  bringBack(tx: Tx, recovery: string, person: PersonId, now: Date): Promise<boolean>;
  /** A passkey that does not work now may come back: nobody's browser is told to forget it. */
  hasPasskey(credentialId: Buffer, now: Date): Promise<boolean>;
  removeExpired(now: Date): Promise<void>;
}

interface Kept {
  readonly ways: HeldRows;
  readonly vault: VaultCopy;
}

/** Every way in copies and takes back its own rows, in the caller's transaction. */
export function postgresWaysBeforeRecovery(
  db: Database,
  vault: Pick<Vault, 'snapshotOf' | 'putBack'>,
  waysIn: readonly RestorableRows[],
): WaysBeforeRecovery {
  return {
    async keep(tx, recovery, person, now) {
      const copy = JSON.stringify(await vault.snapshotOf(tx, person));
      let ways: HeldRows = {};
      for (const way of waysIn) ways = { ...ways, ...(await way.copyOf(tx, person)) };
      const until = new Date(now.getTime() + givenBackWithin);
      await sql`
        INSERT INTO ways_before_recovery (recovery, person, ways, vault, kept_until)
        VALUES (${recovery}, ${person}, ${JSON.stringify(ways)}::jsonb, ${copy}::jsonb, ${until})`.execute(
        inside(tx),
      );
    },
    async bringBack(tx, recovery, person, now) {
      const { rows } = await sql<Kept>`
        SELECT ways, vault FROM ways_before_recovery
        WHERE person = ${person} AND recovery = ${recovery} AND kept_until > ${now} FOR UPDATE`.execute(
        inside(tx),
      );
      const [kept] = rows;
      if (!kept) return false;
      for (const way of waysIn) await way.putBack(tx, person, kept.ways);
      await vault.putBack(tx, person, kept.vault);
      return true;
    },
    async hasPasskey(credentialId, now) {
      const held = JSON.stringify([{ credential_id: `\\x${credentialId.toString('hex')}` }]);
      const { rows } = await sql`
        SELECT FROM ways_before_recovery
        WHERE ways -> 'passkeys' @> ${held}::jsonb AND kept_until > ${now} LIMIT 1`.execute(queriesOn(db));
      return rows.length > 0;
    },
    async removeExpired(now) {
      await sql`DELETE FROM ways_before_recovery WHERE kept_until <= ${now}`.execute(queriesOn(db));
    },
  };
}
