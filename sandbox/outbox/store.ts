import type { Pool } from 'pg';
import type { Message, NewMessage } from './message.ts';

/** `position` orders messages of the same second; `delivery` makes a repeated delivery the same message. */
export const outboxTable = `
  CREATE TABLE IF NOT EXISTS outbox_messages (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    position bigint GENERATED ALWAYS AS IDENTITY,
    delivery text UNIQUE,
    channel text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text,
    sent_at timestamptz NOT NULL
  );
  ALTER TABLE outbox_messages ADD COLUMN IF NOT EXISTS pdf bytea;
  CREATE INDEX IF NOT EXISTS outbox_by_recipient ON outbox_messages (lower(recipient), position);
`;

const columns = `id, channel, recipient AS "to", subject, body_text AS text, body_html AS html,
  pdf IS NOT NULL AS "hasPdf", sent_at AS at`;

type Row = Omit<Message, 'at'> & { readonly at: Date };

function message({ at, ...rest }: Row): Message {
  return { ...rest, at: at.toISOString() };
}

/** Keeps a message and returns its id. The same `delivery` (an Idempotency-Key) twice is one message. */
export async function keepMessage(pool: Pool, sent: NewMessage, delivery: string | null): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO outbox_messages (delivery, channel, recipient, subject, body_text, body_html, pdf, sent_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (delivery) DO UPDATE SET delivery = excluded.delivery
     RETURNING id`,
    [
      delivery,
      sent.channel,
      sent.to,
      sent.subject,
      sent.text,
      sent.html ?? null,
      sent.pdf === undefined ? null : Buffer.from(sent.pdf, 'base64'),
      sent.at ?? new Date(),
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('PostgreSQL returned no row for an insert');
  return id;
}

/** The newest messages, at most 200; only those to one address where `to` is given (case does not count). */
export async function listMessages(pool: Pool, to: string | null): Promise<readonly Message[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM outbox_messages
     WHERE $1::text IS NULL OR lower(recipient) = lower($1)
     ORDER BY position DESC LIMIT 200`,
    [to],
  );
  return rows.map(message);
}

/** How many a page of the outbox shows. */
const pageSize = 25;

export interface OutboxPart {
  readonly messages: readonly Message[];
  readonly page: number; // from 1
  readonly pages: number;
}

/** One page of them, newest first; the last where there are not so many. */
export async function messagesOnPage(pool: Pool, to: string | null, wanted: number): Promise<OutboxPart> {
  const { rows: counted } = await pool.query<{ count: string }>(
    `SELECT count(*) FROM outbox_messages WHERE $1::text IS NULL OR lower(recipient) = lower($1)`,
    [to],
  );
  const pages = Math.max(1, Math.ceil(Number(counted[0]?.count) / pageSize));
  const page = Math.min(wanted, pages);
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM outbox_messages
     WHERE $1::text IS NULL OR lower(recipient) = lower($1)
     ORDER BY position DESC LIMIT $2 OFFSET $3`,
    [to, pageSize, (page - 1) * pageSize],
  );
  return { messages: rows.map(message), page, pages };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function findMessage(pool: Pool, id: string): Promise<Message | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await pool.query<Row>(`SELECT ${columns} FROM outbox_messages WHERE id = $1`, [id]);
  return rows[0] ? message(rows[0]) : null;
}

/** A letter as it was printed. */
export async function findPdf(pool: Pool, id: string): Promise<Buffer | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await pool.query<{ pdf: Buffer | null }>('SELECT pdf FROM outbox_messages WHERE id = $1', [
    id,
  ]);
  return rows[0]?.pdf ?? null;
}
