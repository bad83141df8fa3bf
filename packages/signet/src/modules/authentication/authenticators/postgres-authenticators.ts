import { CompiledQuery } from 'kysely';
import { z } from 'zod';
import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, lookUp } from '../../../platform/postgres/index.ts';
import { failuresAtMost } from '../limits/index.ts';

const passkeyRows = z.array(
  z.object({
    id: z.string(),
    transports: z.array(z.string()),
    aaguid: z.string(),
    bound_at: z.coerce.date(),
    last_used_at: z.coerce.date().nullable(),
    user_verified: z.boolean(),
    backup_eligible: z.boolean(),
    opens_vault: z.boolean(),
  }),
);

const phoneRows = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['text', 'voice']),
    number: z.string(), // sealed
    bound_at: z.coerce.date(),
    last_used_at: z.coerce.date().nullable(),
    on: z.boolean(),
  }),
);

type Row = {
  readonly password: boolean;
  readonly totp: boolean;
  readonly codes_left: number;
  readonly finished: boolean;
  readonly passkeys: unknown;
  readonly phones: unknown;
};

const find = `
  SELECT
    EXISTS (SELECT FROM passwords WHERE person = $1 AND failures < $2) AS password,
    EXISTS (SELECT FROM totp_authenticators WHERE person = $1 AND failures < $2) AS totp,
    (SELECT count(*) FROM recovery_codes JOIN recovery_code_sets USING (person)
      WHERE person = $1 AND used_at IS NULL AND failures < $2) AS codes_left,
    (EXISTS (SELECT FROM recovery_code_sets WHERE person = $1)
      OR EXISTS (SELECT FROM passkeys WHERE person = $1 AND user_verified)
      OR EXISTS (SELECT FROM passwords WHERE person = $1)
        AND (EXISTS (SELECT FROM totp_authenticators WHERE person = $1)
          OR EXISTS (SELECT FROM passkeys WHERE person = $1)
          OR EXISTS (SELECT FROM phones WHERE person = $1))) AS finished,
    (SELECT coalesce(json_agg(json_build_object(
        'id', encode(credential_id, 'base64'), 'bound_at', bound_at,
        'transports', transports, 'aaguid', aaguid,
        'last_used_at', last_used_at, 'user_verified', user_verified,
        'backup_eligible', backup_eligible, 'opens_vault', opens_vault) ORDER BY bound_at), '[]')
      FROM passkeys WHERE person = $1) AS passkeys,
    (SELECT coalesce(json_agg(json_build_object(
        'id', id, 'kind', kind, 'number', encode(number, 'base64'), 'bound_at', bound_at,
        'last_used_at', last_used_at, 'on', failures < $2) ORDER BY bound_at), '[]')
      FROM phones WHERE person = $1) AS phones`;

export type PasskeyRow = z.infer<typeof passkeyRows>[number];
export type PhoneRow = z.infer<typeof phoneRows>[number];

/** What a person has, as the tables of all the ways in hold it. */
export interface AuthenticatorRows {
  readonly password: boolean;
  readonly totp: boolean;
  readonly recoveryCodesLeft: number;
  readonly finished: boolean;
  readonly passkeys: readonly PasskeyRow[];
  readonly phones: readonly PhoneRow[];
}

export type AuthenticatorStore = (person: PersonId, tx?: Tx) => Promise<AuthenticatorRows>;

async function ask(db: Database, values: readonly unknown[], tx: Tx | undefined): Promise<Row | undefined> {
  if (!tx) return (await lookUp<Row>(db, find, values))[0];
  return (await inside(tx).executeQuery<Row>(CompiledQuery.raw(find, [...values]))).rows[0];
}

/** In one query. What is off after too many failures (B4) counts only for `finished`. */
export const postgresAuthenticators =
  (db: Database): AuthenticatorStore =>
  async (person, tx) => {
    const row = await ask(db, [person, failuresAtMost], tx);
    return {
      password: row?.password ?? false,
      totp: row?.totp ?? false,
      recoveryCodesLeft: row?.codes_left ?? 0,
      finished: row?.finished ?? false,
      passkeys: passkeyRows.parse(row?.passkeys ?? []),
      phones: phoneRows.parse(row?.phones ?? []),
    };
  };
