import { Hono } from 'hono';
import type { Pool } from 'pg';
import { z } from 'zod';
import { atMost, bearer, readJson } from '../api.ts';
import { sameName, sameStatedGivenName } from './names.ts';
import { findPhoneAccount, type PhoneAccount } from './phone-accounts.ts';
import { repeatReference } from './repeat-reference.ts';
import { simulateFault } from './simulate-fault.ts';

const line = z.object({ phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/) }); // E.164
const query = line.extend({
  familyName: z.string().trim().min(1).max(80),
  givenName: z.string().trim().min(1).max(80).optional(),
});

type Query = z.infer<typeof query>;

interface Answer {
  readonly status: 'active' | 'inactive' | 'not-found';
  readonly match: { readonly name: 'match' | 'no-match' | 'not-held' };
  readonly carrier?: string;
  readonly lineType?: PhoneAccount['lineType'];
  readonly since?: string;
  readonly simChangedAt?: string;
}

/** `POST /phone-carrier/v1/verify` and `/line`, see README.md. */
export function phoneCarrier(pool: Pool, apiKey: string): Hono {
  const app = new Hono();
  app.post('/phone-carrier/v1/verify', bearer(apiKey), atMost(16), repeatReference, async (c) => {
    const read = await readJson(c, query);
    if ('refusal' in read) return read.refusal;
    const account = await findPhoneAccount(pool, read.body.phoneNumber);
    const refusal = await simulateFault(c, account?.behavior ?? 'answers');
    return refusal ?? c.json(answer(read.body, account, new Date()));
  });
  app.post('/phone-carrier/v1/line', bearer(apiKey), atMost(16), repeatReference, async (c) => {
    const read = await readJson(c, line);
    if ('refusal' in read) return read.refusal;
    const account = await findPhoneAccount(pool, read.body.phoneNumber);
    const refusal = await simulateFault(c, account?.behavior ?? 'answers');
    return refusal ?? c.json(lineAnswer(account, new Date()));
  });
  return app;
}

function lineAnswer(account: PhoneAccount | null, now: Date) {
  if (account === null) return { status: 'not-found' };
  const { active, lineType, simChangedDaysAgo, portedDaysAgo } = account;
  return {
    status: active ? 'active' : 'inactive',
    lineType,
    ...(simChangedDaysAgo !== null && { simChangedAt: daysBefore(now, simChangedDaysAgo) }),
    ...(portedDaysAgo !== null && { portedAt: daysBefore(now, portedDaysAgo) }),
  };
}

function answer(asked: Query, account: PhoneAccount | null, now: Date): Answer {
  if (account === null) return { status: 'not-found', match: { name: 'not-held' } };
  const { active, lineType, since } = account;
  const simChangedDaysAgo = account.portedDaysAgo ?? account.simChangedDaysAgo; // another carrier, another SIM card
  return {
    status: active ? 'active' : 'inactive',
    match: { name: name(asked, account.holder) },
    carrier: 'alder-wireless',
    lineType,
    since,
    ...(simChangedDaysAgo !== null && { simChangedAt: daysBefore(now, simChangedDaysAgo) }),
  };
}

function name(asked: Query, holder: PhoneAccount['holder']): Answer['match']['name'] {
  if (holder === null) return 'not-held';
  const held = { givenName: holder.givenName, middleName: holder.middleName ?? null };
  return sameName(asked.familyName, holder.familyName) && sameStatedGivenName(asked.givenName, held)
    ? 'match'
    : 'no-match';
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}
