import { Hono } from 'hono';
import type { Pool } from 'pg';
import { z } from 'zod';
import { atMost, bearer, readJson } from '../api.ts';
import { sameName, sameStatedGivenName } from './names.ts';
import { findPassport, type PassportRecord } from './passports.ts';
import { repeatReference } from './repeat-reference.ts';
import { simulateFault } from './simulate-fault.ts';

const query = z.object({
  documentNumber: z.string().trim().min(1).max(25),
  issuerId: z.string().regex(/^[A-Z]{1,3}$/),
  familyName: z.string().trim().min(1).max(80),
  givenName: z.string().trim().min(1).max(80).optional(),
  birthDate: z.iso.date(),
  expiryDate: z.iso.date().optional(),
});

type Query = z.infer<typeof query>;
type Match = 'match' | 'no-match' | 'not-held';

interface Answer {
  readonly match: Readonly<Record<string, Match>>;
  readonly status: 'valid' | 'expired' | 'revoked' | 'lost-or-stolen' | 'not-found';
}

/** `POST /passport-office/v1/verify`, see README.md. */
export function passportOffice(pool: Pool, apiKey: string): Hono {
  const app = new Hono();
  app.post('/passport-office/v1/verify', bearer(apiKey), atMost(16), repeatReference, async (c) => {
    const read = await readJson(c, query);
    if ('refusal' in read) return read.refusal;
    const record = await findPassport(pool, read.body.issuerId, read.body.documentNumber.toUpperCase());
    const refusal = await simulateFault(c, record?.behavior ?? 'answers');
    return refusal ?? c.json(answer(read.body, record, new Date()));
  });
  return app;
}

function answer(asked: Query, record: PassportRecord | null, now: Date): Answer {
  if (record === null) {
    const { documentNumber: _number, issuerId: _issuer, ...others } = asked;
    const notHeld = Object.keys(others).map((element) => [element, 'not-held'] as const);
    return { match: { documentNumber: 'no-match', ...Object.fromEntries(notHeld) }, status: 'not-found' };
  }
  return {
    match: {
      documentNumber: 'match',
      familyName: said(sameName(asked.familyName, record.familyName)),
      givenName: said(sameStatedGivenName(asked.givenName, record)),
      birthDate: said(asked.birthDate === record.birthDate),
      ...(asked.expiryDate !== undefined && { expiryDate: said(asked.expiryDate === record.expiryDate) }),
    },
    status: status(record, now),
  };
}

const said = (same: boolean): Match => (same ? 'match' : 'no-match');

/** A passport is valid until the end of its last day. */
function status(record: PassportRecord, now: Date): Answer['status'] {
  if (record.state !== 'issued') return record.state;
  return record.expiryDate < now.toISOString().slice(0, 10) ? 'expired' : 'valid';
}
