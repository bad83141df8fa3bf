import { sessionTables } from '@signet/relying-party/hono';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

const apply = (text: string): Migration => ({
  async up(db) {
    await sql.raw(text).execute(db);
  },
});

/** Sessions from before do not say whose claims to look for: their people sign in again. */
const claims = `
  DELETE FROM signet_sessions;
  CREATE TABLE applicants (
    applicant bytea PRIMARY KEY,
    sealed    text NOT NULL
  );
  CREATE TABLE claims (
    number       text PRIMARY KEY,
    applicant    bytea NOT NULL REFERENCES applicants,
    form_key     uuid NOT NULL,
    received_at  timestamptz NOT NULL,
    withdrawn_at timestamptz CHECK (withdrawn_at >= received_at),
    sealed       text NOT NULL,
    UNIQUE (applicant, form_key)
  );
`;

/** Numbered and forward-only: what has shipped is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_sign_in_sessions': apply(sessionTables),
  '0002_claims': apply(claims),
};

export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new Error('the Veterans Benefits Office cannot migrate its database', { cause: error });
}
