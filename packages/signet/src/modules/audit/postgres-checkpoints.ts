import { sql } from 'kysely';
import { AppError, type Clock, type Database } from '../../kernel/index.ts';
import { queriesOn } from '../../platform/postgres/index.ts';
import { chainHash, genesis } from './chain.ts';
import { emptyTree, grow, rootOf, type Tree } from './merkle.ts';
import { entriesFrom } from './postgres-log-lines.ts';
import {
  type Checkpoint,
  checkpointText,
  openCheckpoint,
  signedNote,
  type Verifier,
  verifierFrom,
} from './signed-note.ts';

/** The part of the KMS that signs checkpoints. */
export interface CheckpointSigning {
  sign(message: Uint8Array): Promise<Buffer>;
  verifierKey(): Promise<string>;
}

export interface Checkpointer {
  /**
   * Signs what is sequenced now, unless that is signed already. Several at once do no harm.
   * Throws AppError `audit-checkpoint-taken` where a note of somebody else stands in its place already.
   * Throws AppError `audit-broken`, and signs nothing, when the entries since the last checkpoint are not one chain.
   */
  checkpoint(): Promise<Checkpoint | undefined>;
  /** The latest note, for publishing where the operator cannot take it back. */
  latest(): Promise<string | undefined>;
  /** Up to a hundred notes, the newest first: all, or those of fewer entries than `before`. Anybody may have them. */
  published(before?: number): Promise<readonly { readonly size: number; readonly note: string }[]>;
  /** What our own notes are signed with: by our KMS, for this log. */
  verifier(): Promise<Verifier>;
}

/** `origin` names the log, in the form of a URL without scheme: `id.example.gov/audit`. */
export function createCheckpointer(needs: {
  readonly db: Database;
  readonly kms: CheckpointSigning;
  readonly origin: string;
  readonly clock: Clock;
}): Checkpointer {
  const { db, kms, origin, clock } = needs;
  const ownVerifier = async () => verifierFrom(origin, await kms.verifierKey());
  return {
    async checkpoint() {
      const verifier = await ownVerifier();
      const signed = await lastSigned(db, verifier);
      const tree = await growToEnd(db, signed);
      if (tree.size === signed.size) return undefined;
      const checkpoint = { origin, size: tree.size, root: rootOf(tree) };
      const text = checkpointText(checkpoint);
      const note = signedNote(text, verifier, await kms.sign(Buffer.from(text)));
      await keep(db, verifier, { ...tree, note, at: clock.now() });
      return checkpoint;
    },

    latest: () => latestNote(db),

    async published(before = Number.MAX_SAFE_INTEGER) {
      const { rows } = await sql<{ size: number; note: string }>`
        SELECT size, note FROM audit_checkpoints WHERE size < ${before} ORDER BY size DESC LIMIT 100`.execute(
        queriesOn(db),
      );
      return rows;
    },

    verifier: ownVerifier,
  };
}

/** Two that sign at once sign the same. A note that is not ours in that place would keep ours out for good: that is said. */
async function keep(
  db: Database,
  verifier: Verifier,
  signed: Tree & { note: string; at: Date },
): Promise<void> {
  const { size, note, frontier, at } = signed;
  await sql`
    INSERT INTO audit_checkpoints (size, note, frontier, signed_at)
    VALUES (${size}, ${note}, ${frontier}::bytea[], ${at})
    ON CONFLICT DO NOTHING`.execute(queriesOn(db));
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM audit_checkpoints WHERE size = ${size}`.execute(queriesOn(db));
  if (openCheckpoint(rows[0]?.note ?? '', verifier)) return;
  throw new AppError('audit-checkpoint-taken', {
    message: `a checkpoint of ${size} entries that we did not sign stands in the place of ours`,
  });
}

/** The latest signed note, whoever signed it. */
export async function latestNote(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM audit_checkpoints ORDER BY size DESC LIMIT 1`.execute(queriesOn(db));
  return rows[0]?.note;
}

/**
 * The tree at the latest checkpoint that is our own and whose frontier is the one that we signed. Others prove
 * nothing; where the last few are all such (a new key, a forger), the log is read again from its beginning.
 */
async function lastSigned(db: Database, verifier: Verifier): Promise<Tree> {
  const { rows } = await sql<Tree & { note: string }>`
    SELECT size, note, frontier FROM audit_checkpoints ORDER BY size DESC LIMIT 10`.execute(queriesOn(db));
  const own = rows.find((tree) => {
    const checkpoint = openCheckpoint(tree.note, verifier);
    return checkpoint?.size === tree.size && checkpoint.root.equals(rootOf(tree));
  });
  return own ?? emptyTree;
}

/** A signature on a log that was changed since would help who changed it: so the chain is checked on the way. */
async function growToEnd(db: Database, from: Tree): Promise<Tree> {
  const { rows } = await sql<{ size: number; before: Buffer | null }>`
    SELECT size, (SELECT hash FROM audit_sequence WHERE position = ${from.size - 1}) AS before
    FROM audit_head`.execute(queriesOn(db));
  let tree = from;
  let hash = rows[0]?.before ?? genesis;
  const end = rows[0]?.size ?? 0;
  for await (const entry of entriesFrom(db, from.size, end)) {
    if (entry.position !== tree.size || !chainHash(hash, entry.entry).equals(entry.hash))
      throw broken(tree.size);
    tree = grow(tree, Buffer.from(entry.entry, 'utf8'));
    hash = entry.hash;
  }
  if (tree.size !== end) throw broken(tree.size);
  return tree;
}

const broken = (position: number): AppError =>
  new AppError('audit-broken', { message: `the audit log is not one chain at position ${position}` });
