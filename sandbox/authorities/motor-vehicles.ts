import { Hono } from 'hono';
import type { Pool } from 'pg';
import { z } from 'zod';
import { atMost, bearer, readJson } from '../api.ts';
import { larch } from '../documents/issuer.ts';
import { sameName, samePlace, sameStatedGivenName } from './names.ts';
import { findLicense, type LicenseRecord } from './records.ts';
import { repeatReference } from './repeat-reference.ts';
import { simulateFault } from './simulate-fault.ts';

const query = z.object({
  documentNumber: z.string().trim().min(1).max(25),
  issuerId: z.string().regex(/^\d{6}$/),
  documentCategory: z.enum(['drivers-license', 'id-card']).optional(),
  familyName: z.string().trim().min(1).max(80),
  givenName: z.string().trim().min(1).max(80).optional(),
  birthDate: z.iso.date(),
  expiryDate: z.iso.date().optional(),
  street: z.string().trim().min(1).max(80).optional(),
  city: z.string().trim().min(1).max(80).optional(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  postalCode: z.string().trim().min(5).max(11).optional(),
});

type Query = z.infer<typeof query>;
type Match = 'match' | 'first-word' | 'no-match' | 'not-held';

interface Answer {
  readonly match: Readonly<Record<string, Match>>;
  readonly status: 'valid' | 'expired' | 'surrendered' | 'not-found';
}

/** `POST /motor-vehicles/v1/verify`, see README.md. */
export function motorVehicles(pool: Pool, apiKey: string): Hono {
  const app = new Hono();
  app.post('/motor-vehicles/v1/verify', bearer(apiKey), atMost(16), repeatReference, async (c) => {
    const read = await readJson(c, query);
    if ('refusal' in read) return read.refusal;
    const found = await findLicense(pool, read.body.issuerId, read.body.documentNumber.toUpperCase());
    const { documentCategory = found?.category } = read.body;
    const record = found?.category === documentCategory ? found : null;
    const refusal = await simulateFault(c, record?.behavior ?? 'answers');
    return refusal ?? c.json(answer(read.body, record, new Date()));
  });
  return app;
}

function answer(asked: Query, record: LicenseRecord | null, now: Date): Answer {
  if (record === null) {
    const { documentNumber: _number, issuerId: _issuer, documentCategory: _category, ...others } = asked;
    const notHeld = Object.keys(others).map((element) => [element, 'not-held'] as const);
    return { match: { documentNumber: 'no-match', ...Object.fromEntries(notHeld) }, status: 'not-found' };
  }
  return {
    match: {
      documentNumber: 'match',
      familyName: said(sameName(asked.familyName, record.familyName)),
      givenName: givenName(asked.givenName, record),
      birthDate: said(asked.birthDate === record.birthDate),
      ...(asked.expiryDate !== undefined && { expiryDate: said(asked.expiryDate === record.expiryDate) }),
      ...(asked.street !== undefined && { street: place(asked.street, record.street) }),
      ...(asked.city !== undefined && { city: place(asked.city, record.city) }),
      ...(asked.state !== undefined && { state: place(asked.state, record.state) }),
      ...(asked.postalCode !== undefined && { postalCode: postalCode(asked.postalCode, record.postalCode) }),
    },
    status: status(record, now),
  };
}

function said(same: boolean): Match {
  return same ? 'match' : 'no-match';
}

function givenName(asked: string | undefined, record: LicenseRecord): Match {
  if (sameStatedGivenName(asked, record)) return 'match';
  const sameBeginning = asked !== undefined && sameName(firstWord(asked), firstWord(record.givenName));
  return sameBeginning && record.issuerId === larch.issuerId ? 'first-word' : 'no-match';
}

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

function place(asked: string, held: string | null): Match {
  return held === null ? 'not-held' : said(samePlace(asked, held));
}

function postalCode(asked: string, held: string | null): Match {
  return held === null ? 'not-held' : said(compared(asked) === compared(held));
}

/** Five digits of a ZIP code, the whole of a Canadian one. */
const compared = (code: string): string =>
  /^\d{5}/.test(code) ? code.slice(0, 5) : code.replaceAll(' ', '').toUpperCase();

/** A license is valid until the end of its last day. */
function status(record: LicenseRecord, now: Date): Answer['status'] {
  if (record.surrendered) return 'surrendered';
  return record.expiryDate < now.toISOString().slice(0, 10) ? 'expired' : 'valid';
}
