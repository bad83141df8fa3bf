import { AsyncLocalStorage } from 'node:async_hooks';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Database, Tx } from '../../../../kernel/index.ts';
import { lookupUnder } from '../../../vault/index.ts';
import type { ArtifactUnit, Mark } from './artifact-unit.ts';
import { carriedFrom, interactionLasts, interactionMark, markOf, pushedMark } from './carried.ts';
import { type ArtifactReader, artifactReader } from './postgres-artifact-reader.ts';
import { putOf } from './postgres-artifact-rows.ts';
import { runOn, type Statement, statements } from './postgres-artifact-statements.ts';
import { writing } from './postgres-artifact-writes.ts';
import { type FirstUse, firstUses } from './postgres-first-uses.ts';
import { isSealed, type SealedContents } from './sealed-contents.ts';

/** Only the first exchange of a code may succeed; of two at once the second gets this (C8, RFC 9700 §4.5). */
const once = new Set(['AuthorizationCode', 'PushedAuthorizationRequest', 'RefreshToken']);

export interface Artifacts {
  adapter(kind: string): Adapter;
  /** Everything that `work` does to artifacts belongs to `unit`, which is then `write`n. */
  within<T>(unit: ArtifactUnit, work: () => Promise<T>): Promise<T>;
  /** Writes what the unit holds, all or nothing: in one statement, or as part of a transaction. */
  write(unit: ArtifactUnit, tx?: Tx): Promise<void>;
  /** Keeps an interaction that does not fit into its cookie. */
  store(unit: ArtifactUnit): void;
  readonly firstUse: FirstUse;
}

/**
 * OpenID artifacts (docs/design.md §4 "A token is a key, and may be the content"). Those in PostgreSQL are found by a hash
 * of their identifier and encrypted under a key derived from it; of those that are sealed in their identifier nothing is
 * kept but that they were used. Statements are prepared once a connection: they are the hot path of a sign-in.
 */
export function artifactStore(db: Database, sealed: SealedContents): Artifacts {
  const units = new AsyncLocalStorage<ArtifactUnit>();
  const unitNow = () => units.getStore();
  const run: Run = (statement, values, tx) => runOn(db, statement, values, tx);
  const write = writerOn(run);
  const parts: Parts = { unitNow, run, write, reader: artifactReader(db, sealed, unitNow) };
  return {
    adapter: (kind) => adapterOf(kind, parts),
    within: (unit, work) => units.run(unit, work),
    write,
    store: storeInteraction,
    firstUse: firstUses(run, unitNow),
  };
}

type Run = <R>(statement: Statement, values: unknown[], tx?: Tx) => Promise<R[]>;

interface Parts {
  readonly unitNow: () => ArtifactUnit | undefined;
  readonly run: Run;
  readonly write: Artifacts['write'];
  readonly reader: ArtifactReader;
}

const writerOn =
  (run: Run): Artifacts['write'] =>
  async (unit, tx) => {
    const writes = unit.take();
    const { puts, gone, marks, unused, standing } = writes;
    if (puts.length + gone.length + marks.length === 0) return;
    const { statement, values } = writing(writes);
    const rows = await run(statement, values, tx);
    if (marks.length + unused.length + standing.length > 0 && rows.length === 0) throw usedBefore();
  };

/** Of two at the same moment as well: nothing that this request made leaves. */
const usedBefore = () => new errors.InvalidRequestUri('request_uri is invalid, expired, or was already used');

function storeInteraction(unit: ArtifactUnit): void {
  const { interaction } = unit;
  if (!interaction) return;
  unit.carry({ ...interaction, stored: true }, true);
  const { uid, json, until } = interaction;
  unit.put(putOf('Interaction', uid, JSON.parse(json), until - Math.floor(Date.now() / 1000)));
}

function adapterOf(kind: string, parts: Parts): Adapter {
  const { unitNow, run, write, reader } = parts;
  return {
    async upsert(id, payload, expiresIn) {
      const unit = unitNow();
      if (unit && kind === 'Interaction') {
        const stored = unit.interaction?.stored ?? false;
        unit.carry(carriedFrom(payload, stored), true);
        if (!stored) return;
      }
      const put = putOf(kind, id, payload, keptFor(kind, expiresIn));
      if (unit) return unit.put(put);
      const { statement, values } = writing({ puts: [put] });
      await run(statement, values);
    },

    find: (id) => find(kind, id, reader),
    findByUid: (uid) => reader.storedByUid(kind, uid),

    async findByUserCode() {
      return undefined; // the device flow is off
    },

    consume: (id) => consume(kind, id, parts),

    async destroy(id) {
      const unit = unitNow();
      if (!unit) {
        await run(statements.destroy, [lookupUnder(id, kind)]);
        return;
      }
      const { interaction } = unit;
      if (kind === 'Interaction') unit.endInteraction(id);
      const begunWith = kind === 'Interaction' ? interaction?.parJti : undefined;
      if (begunWith !== undefined && !pushedMark(begunWith))
        unit.standing.push(lookupUnder(begunWith, 'PushedAuthorizationRequest')); // whatever goes on begins anew, and may for ever
      if (kind === 'Interaction' && interaction?.uid === id && !interaction.stored)
        return unit.mark(interactionMark(interaction));
      unit.remove(lookupUnder(id, kind));
    },

    async revokeByGrantId(grantId) {
      const unit = unitNow();
      if (unit) await write(unit); // what this request issued on the grant falls with it
      await run(statements.revoke, [lookupUnder(grantId, 'Grant')]);
      unit?.forget();
    },
  };
}

/**
 * A pushed request begins nothing after its own end, which is in its content. It is kept for as long as what was begun with
 * it: of several interactions one is answered (P3).
 */
const keptFor = (kind: string, expiresIn: number | undefined): number | undefined =>
  expiresIn !== undefined && kind === 'PushedAuthorizationRequest' ? expiresIn + interactionLasts : expiresIn;

async function find(kind: string, id: string, reader: ArtifactReader): Promise<AdapterPayload | undefined> {
  const carried = reader.carried(kind, id);
  if (carried) return carried;
  if (isSealed(id)) {
    if (kind === 'PushedAuthorizationRequest') return reader.pushed(id);
    if (kind === 'AuthorizationCode' || kind === 'AccessToken') return reader.token(kind, id);
  }
  return reader.stored(kind, id);
}

async function consume(kind: string, id: string, { unitNow, run, write }: Parts): Promise<void> {
  const unit = unitNow();
  const pushed = kind === 'PushedAuthorizationRequest' ? pushedMark(id) : undefined;
  if (unit && pushed) return unit.mark(pushed); // decides with what this request writes
  const opened = unit?.opened(kind, id);
  if (opened) {
    if (opened.use === 'first') return;
    if (opened.use || !(await use(run, markOf(kind, id, opened.until)))) throw alreadyUsed();
    return;
  }
  const lookup = lookupUnder(id, kind);
  if (unit?.isWaiting(lookup)) await write(unit);
  const [first] = await run<{ consumed_at: Date }>(statements.consume, [lookup]);
  if (!first && once.has(kind)) throw alreadyUsed();
  if (first) unit?.consumed(lookup, first.consumed_at);
}

const alreadyUsed = () => new errors.InvalidGrant('already used');

async function use(run: Run, mark: Mark): Promise<boolean> {
  const { statement, values } = writing({ puts: [], marks: [mark] });
  return (await run(statement, values)).length > 0;
}
