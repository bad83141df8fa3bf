import type { AdapterPayload } from 'oidc-provider';
import type { Database } from '../../../../kernel/index.ts';
import { lookUp } from '../../../../platform/postgres/index.ts';
import { lookupUnder, openUnder } from '../../../vault/index.ts';
import type { ArtifactRow, ArtifactUnit } from './artifact-unit.ts';
import { carriedFrom, markOf, pushedMark, pushedName } from './carried.ts';
import { decode, uidPurpose } from './postgres-artifact-rows.ts';
import { statements } from './postgres-artifact-statements.ts';
import type { SealedContents } from './sealed-contents.ts';

type Found = Promise<AdapterPayload | undefined>;
type Stored = ArtifactRow & Record<string, unknown>;

/** Looks for artifacts: in this request's unit, in what was sealed, in the database. */
export interface ArtifactReader {
  stored(kind: string, id: string): Found;
  storedByUid(kind: string, uid: string): Found;
  /** Undefined for what is not carried but stored. */
  carried(kind: string, id: string): AdapterPayload | undefined;
  pushed(value: string): Found;
  token(kind: 'AuthorizationCode' | 'AccessToken', value: string): Found;
}

export function artifactReader(
  db: Database,
  sealed: SealedContents,
  unitNow: () => ArtifactUnit | undefined,
): ArtifactReader {
  async function read(lookup: Buffer): Promise<ArtifactRow | undefined> {
    const unit = unitNow();
    const known = unit?.read(lookup);
    if (known) return known.row;
    const rows = await lookUp<Stored>(db, statements.find.text, [lookup]);
    for (const row of rows) unit?.keep(row);
    return rows.find((row) => row.lookup.equals(lookup));
  }

  async function readByUid(lookup: Buffer): Promise<ArtifactRow | undefined> {
    const known = unitNow()?.readByUid(lookup);
    if (known) return known;
    const [row] = await lookUp<Stored>(db, statements.findByUid.text, [lookup]);
    if (row) unitNow()?.keep(row);
    return row;
  }

  /** Whether it was used, and what the provider always looks at next: its grant, and the session that it is bound to. */
  async function isUsed(lookup: Buffer, of: AdapterPayload): Promise<boolean> {
    const { grant, session } = boundTo(of);
    const rows = await lookUp<Stored>(db, statements.findThese.text, [lookup, grant, session, of.exp]);
    const unit = unitNow();
    for (const row of rows) unit?.keep(row);
    if (grant) unit?.keepMissing([grant]);
    return rows.some((row) => row.lookup.equals(lookup));
  }

  return {
    async stored(kind, id) {
      const row = await read(lookupUnder(id, kind));
      const payload = row && decode(openUnder(id, kind, row.sealed), row.consumed_at);
      if (payload && kind === 'Interaction') unitNow()?.carry(carriedFrom(payload, true), false);
      return payload;
    },

    async storedByUid(kind, uid) {
      const row = await readByUid(lookupUnder(uid, uidPurpose));
      if (!row?.uid_sealed) return undefined;
      const id = openUnder(uid, uidPurpose, row.uid_sealed).toString();
      return decode(openUnder(id, kind, row.sealed), row.consumed_at);
    },

    carried(kind, id) {
      const { interaction, grant } = unitNow() ?? {};
      if (kind === 'Interaction' && interaction?.uid === id) return JSON.parse(interaction.json);
      if (kind === 'Grant' && grant?.id === id) return grant.payload as AdapterPayload;
      // The pushed request that this interaction began with. Its content is in the interaction, and nothing begins with this.
      const mark = kind === 'PushedAuthorizationRequest' && interaction?.parJti === id && pushedMark(id);
      return mark ? ({ jti: id, kind, exp: mark.until, request: 'in the interaction' } as never) : undefined;
    },

    async pushed(value) {
      const payload = await sealed.open('PushedAuthorizationRequest', value);
      if (!payload) return undefined;
      const exp = Number(payload.exp);
      const name = pushedName(String(payload.jti), exp);
      const mark = pushedMark(name);
      const over = mark ? await lookUp(db, statements.isOver.text, [mark.lookup, exp]) : [];
      return { ...payload, jti: name, ...(over.length > 0 ? { consumed: true } : {}) };
    },

    async token(kind, value) {
      const payload = await sealed.open(kind, value);
      if (!payload) return undefined;
      const [name, until] = [String(payload.jti), Number(payload.exp)];
      const known = unitNow()?.opened(kind, name);
      unitNow()?.keepOpened({ kind, name, until, ...known });
      const before = known?.use
        ? known.use === 'before'
        : await isUsed(markOf(kind, name, until).lookup, payload);
      return before ? { ...payload, consumed: true } : payload;
    },
  };
}

/** Where a code's or a token's grant and session lie. */
export const boundTo = ({
  grantId,
  sessionUid,
}: AdapterPayload): { readonly grant: Buffer | null; readonly session: Buffer | null } => ({
  grant: grantId ? lookupUnder(grantId, 'Grant') : null,
  session: sessionUid ? lookupUnder(String(sessionUid), uidPurpose) : null,
});
