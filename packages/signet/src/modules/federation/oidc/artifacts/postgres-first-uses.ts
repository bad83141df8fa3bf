import { type AdapterPayload, errors } from 'oidc-provider';
import { lookupUnder } from '../../../vault/index.ts';
import type { ArtifactRow, ArtifactUnit } from './artifact-unit.ts';
import { markOf } from './carried.ts';
import { boundTo } from './postgres-artifact-reader.ts';
import { endsWithinADay } from './postgres-artifact-rows.ts';
import { type Statement, statements } from './postgres-artifact-statements.ts';

/**
 * False when this identifier was used before and has not expired; of two at the same moment one gets true. With it, and
 * only if true, a code that was opened is used as well.
 */
export type FirstUse = (
  kind: string,
  id: string,
  expiresIn: number,
  code?: AdapterPayload,
) => Promise<boolean>;

type Run = <R>(statement: Statement, values: unknown[]) => Promise<R[]>;

/** A row of what was found beside, and whether the identifier and the code are used for the first time. */
type Taken = ArtifactRow & { readonly first: boolean; readonly taken: boolean };

export function firstUses(run: Run, unitNow: () => ArtifactUnit | undefined): FirstUse {
  return async (kind, id, expiresIn, code) => {
    if (!endsWithinADay(expiresIn)) throw new errors.InvalidClientAuth('lasts longer than a day');
    const unit = unitNow();
    const values = [lookupUnder(id, kind), kind, expiresIn];
    if (!code || !unit) return (await run(statements.firstUse, values)).length > 0;
    return useBoth(run, unit, values, code);
  };
}

/** An assertion and the code that it brings, and in the same breath what the provider looks at next. */
async function useBoth(
  run: Run,
  unit: ArtifactUnit,
  assertion: unknown[],
  code: AdapterPayload,
): Promise<boolean> {
  const [name, until] = [String(code.jti), Number(code.exp)];
  const { lookup } = markOf('AuthorizationCode', name, until);
  const { grant, session } = boundTo(code);
  const rows = await run<Taken>(statements.firstUseWithCode, [...assertion, lookup, until, grant, session]);
  for (const row of rows) if (row.lookup) unit.keep(row);
  if (grant) unit.keepMissing([grant]);
  const used = rows.some((row) => row.lookup?.equals(lookup));
  const use = rows[0]?.taken ? 'first' : used ? 'before' : 'late';
  unit.keepOpened({ kind: 'AuthorizationCode', name, until, use });
  return rows[0]?.first === true;
}
