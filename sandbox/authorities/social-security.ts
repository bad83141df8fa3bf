import { Hono } from 'hono';
import type { Pool } from 'pg';
import { z } from 'zod';
import { atMost, bearer, readJson } from '../api.ts';
import { sameName, sameStatedGivenName } from './names.ts';
import { findNumber, type NumberRecord } from './records.ts';
import { repeatReference } from './repeat-reference.ts';
import { simulateFault } from './simulate-fault.ts';

const query = z.object({
  ssn: z
    .string()
    .regex(/^\d{3}-?\d{2}-?\d{4}$/)
    .transform((ssn) => ssn.replaceAll('-', '')),
  familyName: z.string().trim().min(1).max(80),
  givenName: z.string().trim().min(1).max(80).optional(),
  birthDate: z.iso.date(),
});

/** `POST /social-security/v1/verify`, see README.md. */
export function socialSecurity(pool: Pool, apiKey: string): Hono {
  const app = new Hono();
  app.post('/social-security/v1/verify', bearer(apiKey), atMost(16), repeatReference, async (c) => {
    const read = await readJson(c, query);
    if ('refusal' in read) return read.refusal;
    const record = await findNumber(pool, read.body.ssn);
    const refusal = await simulateFault(c, record?.behavior ?? 'answers');
    return refusal ?? c.json({ result: answer(read.body, record) });
  });
  return app;
}

/** Death is told only about the right person: otherwise the service would answer whoever tries numbers. */
function answer(
  asked: z.infer<typeof query>,
  record: NumberRecord | null,
): 'match' | 'no-match' | 'deceased' {
  const same =
    record !== null &&
    sameName(asked.familyName, record.familyName) &&
    sameStatedGivenName(asked.givenName, record) &&
    asked.birthDate === record.birthDate;
  if (!same) return 'no-match';
  return record.deceased ? 'deceased' : 'match';
}
