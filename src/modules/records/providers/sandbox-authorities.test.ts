import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  keepRecords,
  motorVehicles,
  recordsOf,
  recordTables,
  socialSecurity,
} from '../../../../sandbox/authorities/index.ts';
import { prepare } from '../../../../sandbox/database.ts';
import { alder } from '../../../../sandbox/issuer.ts';
import { sandboxPeople } from '../../../../sandbox/people.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { err, ok, Redacted } from '../../../kernel/index.ts';
import { createHttpMotorVehicles, createHttpSocialSecurity, parseSsn } from '../index.ts';

const key = 'a-key-for-the-authorities';
let database: TestDatabase;
let pool: pg.Pool;
let server: ServerType;
let settings: { url: string; key: string; timeoutMs: number };

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url });
  await prepare(pool, async (client) => {
    await client.query(recordTables);
    for (const person of sandboxPeople) await keepRecords(client, recordsOf(person));
  });
  const app = new Hono().route('/', motorVehicles(pool, key)).route('/', socialSecurity(pool, key));
  const port = await new Promise<number>((listening) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => listening(info.port));
  });
  settings = { url: `http://127.0.0.1:${port}`, key, timeoutMs: 400 };
});
afterAll(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await pool.end();
  await database.drop();
});

const someone = (outcome: (typeof sandboxPeople)[number]['outcome']) => {
  const person = sandboxPeople.find((one) => one.outcome === outcome);
  if (!person) throw new Error(`nobody in the sandbox: ${outcome}`);
  return person;
};

function askMotorVehicles(outcome: Parameters<typeof someone>[0], changes: { familyName?: string } = {}) {
  const { familyName, givenName, birthDate, licence, address } = someone(outcome);
  return createHttpMotorVehicles(settings).verify({
    documentNumber: licence.number,
    issuerId: alder.issuerId,
    familyName,
    givenName,
    birthDate,
    expiryDate: licence.expires,
    postalCode: address.postalCode,
    ...changes,
  });
}

function askSocialSecurity(outcome: Parameters<typeof someone>[0]) {
  const { ssn, familyName, givenName, birthDate } = someone(outcome);
  const number = parseSsn(ssn, 'sandbox');
  if (!number.ok) throw new Error(number.error);
  return createHttpSocialSecurity(settings).verify({
    ssn: new Redacted(number.value),
    familyName,
    givenName,
    birthDate,
  });
}

describe('the sandbox’s authorities, asked over HTTP', () => {
  it('A1: motor vehicles bears out a person of the sandbox, element by element', async () => {
    const match = {
      documentNumber: 'match',
      familyName: 'match',
      givenName: 'match',
      birthDate: 'match',
      expiryDate: 'match',
      postalCode: 'match',
    };
    expect(await askMotorVehicles('passes')).toEqual(ok({ status: 'valid', match }));
    expect(await askMotorVehicles('passes', { familyName: 'Other' })).toEqual(
      ok({ status: 'valid', match: { ...match, familyName: 'no-match' } }),
    );
    expect(await askMotorVehicles('expired-licence')).toMatchObject(ok({ status: 'expired' }));
  });

  it('motor vehicles that never answers is unavailable, within the time allowed', async () => {
    const began = Date.now();
    expect(await askMotorVehicles('authority-times-out')).toEqual(err('unavailable'));
    expect(Date.now() - began).toBeLessThan(settings.timeoutMs * 5);
  });

  it('A22: social security says match, no match or deceased, and nothing more', async () => {
    expect(await askSocialSecurity('passes')).toEqual(ok('match'));
    expect(await askSocialSecurity('ssn-mismatch')).toEqual(ok('no-match'));
    expect(await askSocialSecurity('deceased')).toEqual(ok('deceased'));
  });

  it('a wrong key learns nothing', async () => {
    const { ssn } = someone('passes');
    const number = parseSsn(ssn, 'sandbox');
    if (!number.ok) throw new Error(number.error);
    const { familyName, givenName, birthDate } = someone('passes');
    const question = { ssn: new Redacted(number.value), familyName, givenName, birthDate };
    const answered = await createHttpSocialSecurity({ ...settings, key: 'another' }).verify(question);
    expect(answered).toEqual(err('unavailable'));
  });
});
