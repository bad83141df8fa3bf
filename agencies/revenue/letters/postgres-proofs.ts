import { openRecord, sealRecord } from '@signet/agencies-ui/records';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { LetterTable, RevenueTables } from '../database/tables.ts';
import { type ProofKind, proofKinds } from '../records/letters/letter.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import type { Proof, Statement, StoredProof } from './proof.ts';

export interface ProofStore {
  get(person: CustomerFileNumber, id: string): Promise<StoredProof | undefined>;
  /** Letters of the same person, kind, year and day. */
  like(proof: Proof): Promise<readonly StoredProof[]>;
  /** It counts as read: the person who asked for it knows of it. */
  add(proof: StoredProof, at: Date): Promise<void>;
}

const about = z.object({
  name: z.string(),
  taxpayerNumber: z.string(),
  spouse: z.string().exactOptional(),
});

const rowOf = (person: CustomerFileNumber, id: string): string => `letter:${person}:${id}`;

/** On the database, or inside a transaction of it. In the table of all letters. */
export function postgresProofs(db: Kysely<RevenueTables>, keys: RecordKeys): ProofStore {
  async function open(row: Selectable<LetterTable>): Promise<StoredProof> {
    const { customer_file_number: fileNumber, id } = row;
    return {
      id,
      fileNumber,
      taxYear: z.int().parse(row.tax_year),
      writtenOn: row.sent_on,
      about: await openRecord(keys, rowOf(fileNumber, id), z.string().parse(row.sealed), about),
      statement: toStatement(row),
    };
  }

  const ofKinds = (person: CustomerFileNumber, kinds: readonly ProofKind[]) =>
    db
      .selectFrom('letters')
      .selectAll()
      .where('customer_file_number', '=', person)
      .where('kind', 'in', kinds);

  return {
    async get(person, id) {
      const row = await ofKinds(person, proofKinds).where('id', '=', id).executeTakeFirst();
      return row && open(row);
    },

    async like({ fileNumber, statement, taxYear, writtenOn }) {
      const rows = await ofKinds(fileNumber, [statement.kind])
        .where('tax_year', '=', taxYear)
        .where('sent_on', '=', writtenOn)
        .execute();
      return Promise.all(rows.map(open));
    },

    async add({ id, fileNumber, taxYear, writtenOn, about, statement }, at) {
      await db
        .insertInto('letters')
        .values({
          customer_file_number: fileNumber,
          id,
          kind: statement.kind,
          tax_year: taxYear,
          sent_on: writtenOn,
          due_on: null,
          amount_cents: statement.kind === 'balance-proof' ? statement.owed : null,
          ...(statement.kind === 'filing-proof' && { received_on: statement.receivedOn }),
          read_at: at,
          sealed: await sealRecord(keys, rowOf(fileNumber, id), about),
        })
        .execute();
    },
  };
}

function toStatement(row: Selectable<LetterTable>): Statement {
  const kind = z.enum(proofKinds).parse(row.kind);
  return kind === 'balance-proof'
    ? { kind, owed: z.int().parse(row.amount_cents) }
    : { kind, receivedOn: z.string().parse(row.received_on) };
}
