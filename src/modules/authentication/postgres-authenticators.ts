import { sql } from 'kysely';
import { z } from 'zod';
import type { PersonId } from '../../kernel/index.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { failuresAtMost } from './failure-limit.ts';
import type { Authenticators } from './next-step.ts';

const passkeyRows = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    bound_at: z.coerce.date(),
    last_used_at: z.coerce.date().nullable(),
    user_verified: z.boolean(),
    backup_eligible: z.boolean(),
    opens_vault: z.boolean(),
  }),
);

interface Row {
  readonly password: boolean;
  readonly totp: boolean;
  readonly codes_left: number;
  readonly finished: boolean;
  readonly passkeys: unknown;
}

export type AuthenticatorStore = (person: PersonId) => Promise<Authenticators>;

/** Everything a person can sign in with, in one query. What is off after too many failures (B4) counts only for `finished`. */
export const postgresAuthenticators =
  (db: Database): AuthenticatorStore =>
  async (person) => {
    const { rows } = await sql<Row>`
      SELECT
        EXISTS (SELECT FROM passwords WHERE person = ${person} AND failures < ${failuresAtMost}) AS password,
        EXISTS (SELECT FROM totp_authenticators WHERE person = ${person} AND failures < ${failuresAtMost}) AS totp,
        (SELECT count(*) FROM recovery_codes JOIN recovery_code_sets USING (person)
          WHERE person = ${person} AND used_at IS NULL AND failures < ${failuresAtMost}) AS codes_left,
        (EXISTS (SELECT FROM recovery_code_sets WHERE person = ${person})
          OR EXISTS (SELECT FROM passkeys WHERE person = ${person} AND user_verified)
          OR EXISTS (SELECT FROM passwords WHERE person = ${person})
            AND (EXISTS (SELECT FROM totp_authenticators WHERE person = ${person})
              OR EXISTS (SELECT FROM passkeys WHERE person = ${person}))) AS finished,
        (SELECT coalesce(json_agg(json_build_object(
            'id', encode(credential_id, 'base64'), 'label', label, 'bound_at', bound_at,
            'last_used_at', last_used_at, 'user_verified', user_verified,
            'backup_eligible', backup_eligible, 'opens_vault', opens_vault) ORDER BY bound_at), '[]')
          FROM passkeys WHERE person = ${person}) AS passkeys`.execute(db);
    const row = rows[0];
    const passkeys = passkeyRows.parse(row?.passkeys ?? []);
    return {
      password: row?.password ?? false,
      totp: row?.totp ?? false,
      recoveryCodesLeft: row?.codes_left ?? 0,
      finished: row?.finished ?? false,
      passkeys: passkeys.map((passkey) => ({
        id: Buffer.from(passkey.id, 'base64').toString('base64url'),
        label: passkey.label,
        createdAt: passkey.bound_at,
        ...(passkey.last_used_at ? { lastUsedAt: passkey.last_used_at } : {}),
        userVerified: passkey.user_verified,
        synced: passkey.backup_eligible,
        opensVault: passkey.opens_vault,
      })),
    };
  };
