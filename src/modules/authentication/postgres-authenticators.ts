import { z } from 'zod';
import type { PersonId } from '../../kernel/index.ts';
import { type Database, lookUp } from '../../platform/postgres/index.ts';
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

type Row = {
  readonly password: boolean;
  readonly totp: boolean;
  readonly codes_left: number;
  readonly finished: boolean;
  readonly passkeys: unknown;
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
          OR EXISTS (SELECT FROM passkeys WHERE person = $1))) AS finished,
    (SELECT coalesce(json_agg(json_build_object(
        'id', encode(credential_id, 'base64'), 'label', label, 'bound_at', bound_at,
        'last_used_at', last_used_at, 'user_verified', user_verified,
        'backup_eligible', backup_eligible, 'opens_vault', opens_vault) ORDER BY bound_at), '[]')
      FROM passkeys WHERE person = $1) AS passkeys`;

export type AuthenticatorStore = (person: PersonId) => Promise<Authenticators>;

/** Everything a person can sign in with, in one query. What is off after too many failures (B4) counts only for `finished`. */
export const postgresAuthenticators =
  (db: Database): AuthenticatorStore =>
  async (person) => {
    const [row] = await lookUp<Row>(db, find, [person, failuresAtMost]);
    const passkeys = passkeyRows.parse(row?.passkeys ?? []);
    return {
      password: row?.password ?? false,
      totp: row?.totp ?? false,
      recoveryCodesLeft: row?.codes_left ?? 0,
      finished: row?.finished ?? false,
      phones: [],
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
