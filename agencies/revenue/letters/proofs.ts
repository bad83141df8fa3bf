import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '@signet/agencies-ui/clock';
import { ok, type Result } from '@signet/relying-party';
import type { Kysely } from 'kysely';
import type { RevenueTables } from '../database/tables.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresDocuments } from '../records/documents/postgres-documents.ts';
import type { ProofKind } from '../records/letters/letter.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import { postgresTaxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import type { CustomerFileNumber, Taxpayer } from '../records/taxpayers/taxpayer.ts';
import { findSource, masked } from '../transcripts/index.ts';
import { postgresProofs } from './postgres-proofs.ts';
import type { Proof, StoredProof } from './proof.ts';
import { type NoProof, writeProof } from './write-proof.ts';

export interface ProofWish {
  readonly kind: ProofKind;
  readonly taxYear: number;
}

export interface Proofs {
  get(person: CustomerFileNumber, id: string): Promise<StoredProof | undefined>;
  /**
   * Writes the letter and gives its id. Asked for again on the same day, it is the one that is there already, unless the
   * facts have changed since.
   */
  ask(taxpayer: Taxpayer, wish: ProofWish): Promise<Result<string, NoProof>>;
}

interface Needs {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly clock: Clock;
}

/** Letters that a person asks for, to show to others. */
export function createProofs({ db, keys, clock }: Needs): Proofs {
  async function keep(tx: Kysely<RevenueTables>, proof: Proof): Promise<string> {
    const store = postgresProofs(tx, keys);
    const before = (await store.like(proof)).find((one) => isDeepStrictEqual(one, { ...proof, id: one.id }));
    if (before) return before.id;
    const id = randomUUID();
    await store.add({ ...proof, id }, clock.now());
    return id;
  }

  return {
    get: (person, id) => postgresProofs(db, keys).get(person, id),

    ask: (taxpayer, { kind, taxYear }) =>
      db.transaction().execute(async (tx): Promise<Result<string, NoProof>> => {
        await lockTaxpayer(tx, taxpayer.customerFileNumber); // pressed twice, the second finds what the first wrote
        const records = {
          taxpayers: postgresTaxpayers(tx, keys),
          accounts: postgresAccounts(tx, keys),
          documents: postgresDocuments(tx, keys),
        };
        const source = await findSource(records, taxpayer, taxYear);
        const written = writeProof(kind, source, clock.today(), masked);
        return written.ok ? ok(await keep(tx, written.value)) : written;
      }),
  };
}
