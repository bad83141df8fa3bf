import { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/database.ts';
import { prepare } from '../database.ts';
import { findPerson, sandboxPeople } from '../people/people.ts';
import { sandboxPhones } from '../people/phones.ts';
import {
  keepPassport,
  keepPhoneAccount,
  keepRecords,
  motorVehicles,
  orderlyPhoneAccount,
  passportOf,
  passportOffice,
  passportTable,
  phoneAccountTable,
  phoneCarrier,
  recordsOf,
  recordTables,
  socialSecurity,
} from './index.ts';

const key = 'a-key-for-the-authorities';
let database: TestDatabase;
let pool: pg.Pool;
let app: Hono;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url });
  await prepare(pool, async (client) => {
    await client.query(recordTables + passportTable + phoneAccountTable);
    for (const person of sandboxPeople) {
      await keepRecords(client, recordsOf(person));
      await keepPassport(client, passportOf(person));
      await keepPhoneAccount(client, orderlyPhoneAccount(person));
    }
    for (const { account } of sandboxPhones) await keepPhoneAccount(client, account);
  });
  app = new Hono()
    .route('/', motorVehicles(pool, key))
    .route('/', passportOffice(pool, key))
    .route('/', socialSecurity(pool, key))
    .route('/', phoneCarrier(pool, key));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

function ask(path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  return Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    }),
  );
}

function facts(id: string) {
  const person = findPerson(id);
  if (!person) throw new Error(`No sandbox person ${id}`);
  const { familyName, givenName, birthDate } = person;
  return {
    ssn: { ssn: person.ssn, familyName, givenName, birthDate },
    license: {
      documentNumber: person.license.number,
      issuerId: '636999',
      familyName,
      givenName,
      birthDate,
    },
  };
}

async function licenseStatus(id: string): Promise<unknown> {
  return (await ask('/motor-vehicles/v1/verify', facts(id).license)).json();
}

async function ssnResult(id: string): Promise<unknown> {
  return (await ask('/social-security/v1/verify', facts(id).ssn)).json();
}

describe('the passport office', () => {
  const marisol = {
    documentNumber: 'P7306142',
    issuerId: 'UTO',
    familyName: 'QUINTERO PENA',
    givenName: 'MARISOL',
    birthDate: '1990-12-08',
  };
  const said = async (asked: object) => (await ask('/passport-office/v1/verify', asked)).json();

  it('A1: says of a passport of its own how it stands, and of another state’s that there is none', async () => {
    expect(await said(marisol)).toMatchObject({ status: 'valid', match: { familyName: 'match' } });
    expect(await said({ ...marisol, documentNumber: 'R4410938', issuerId: 'ZZR' })).toMatchObject({
      status: 'not-found',
    });
  });

  it('says that one is revoked, or reported as lost, whatever its last day', async () => {
    await pool.query(`UPDATE passports SET state = 'lost-or-stolen' WHERE document_number = $1`, [
      'P2981604',
    ]);
    expect(await said({ ...marisol, documentNumber: 'P2981604' })).toMatchObject({
      status: 'lost-or-stolen',
      match: { familyName: 'no-match' },
    });
  });
});

describe('motor vehicles', () => {
  it('A1: matches every element on file, however names are written', async () => {
    const asked = {
      ...facts('jose-nunez-ortiz').license,
      familyName: 'NUNEZ ORTIZ',
      givenName: 'JOSE MARIA',
      expiryDate: '2031-11-02',
      postalCode: '000310000',
    };
    const match = {
      documentNumber: 'match',
      familyName: 'match',
      givenName: 'match',
      birthDate: 'match',
      expiryDate: 'match',
      postalCode: 'match',
    };
    const answer = await ask('/motor-vehicles/v1/verify', asked);
    expect(await answer.json()).toEqual({ match, status: 'valid' });
  });

  it('says which element differs, and answers only what was asked', async () => {
    const asked = { ...facts('ana-rivera').license, birthDate: '1983-03-15' };
    const answer = await ask('/motor-vehicles/v1/verify', asked);
    expect(await answer.json()).toEqual({
      match: { documentNumber: 'match', familyName: 'match', givenName: 'match', birthDate: 'no-match' },
      status: 'valid',
    });
  });

  it('knows an expired license, and does not know an altered number or another issuer', async () => {
    expect(await licenseStatus('erik-sandvik')).toMatchObject({ status: 'expired' });
    expect(await licenseStatus('victor-hale')).toMatchObject({
      status: 'not-found',
      match: { documentNumber: 'no-match', familyName: 'not-held' },
    });
    const elsewhere = { ...facts('ana-rivera').license, issuerId: '636998' };
    const answer = await ask('/motor-vehicles/v1/verify', elsewhere);
    expect(await answer.json()).toMatchObject({ status: 'not-found' });
  });

  it('hangs for the person whose record says so, until the caller gives up', async () => {
    const patience = new AbortController();
    const pending = ask('/motor-vehicles/v1/verify', facts('imani-okoro').license, {
      signal: patience.signal,
    });
    const first = await Promise.race([
      pending,
      new Promise((resolve) => setTimeout(resolve, 300, 'nothing')),
    ]);
    expect(first).toBe('nothing');
    patience.abort();
    expect((await pending).status).toBe(503);
  });
});

describe('social security', () => {
  it('A22: answers match, no-match or deceased, and never which part differs', async () => {
    expect(await ssnResult('ana-rivera')).toEqual({ result: 'match' });
    expect(await ssnResult('dolores-whitfield')).toEqual({ result: 'no-match' });
    expect(await ssnResult('walter-grandin')).toEqual({ result: 'deceased' });
  });

  it('A22 attack: trying numbers does not tell who is dead', async () => {
    const guess = { ...facts('walter-grandin').ssn, familyName: 'Rivera' };
    const answer = await ask('/social-security/v1/verify', guess);
    expect(await answer.json()).toEqual({ result: 'no-match' });
  });

  it('is up or down as the record says', async () => {
    await pool.query(`UPDATE social_security_numbers SET behavior = 'unavailable' WHERE ssn = '901330642'`);
    const answer = await ask('/social-security/v1/verify', facts('nora-lindgren').ssn);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  });
});

describe('the phone carrier', () => {
  const carrier = async (phoneNumber: string, givenName: string, familyName: string) =>
    (
      await ask('/phone-carrier/v1/verify', { phoneNumber, ...(givenName && { givenName }), familyName })
    ).json();

  it("A4: knows everybody's own phone under their name, however it is written", async () => {
    for (const { phone, givenName, familyName } of sandboxPeople) {
      expect(await carrier(phone, givenName.toUpperCase(), familyName)).toEqual({
        status: 'active',
        match: { name: 'match' },
        carrier: 'alder-wireless',
        lineType: 'mobile',
        since: '2019-04',
      });
    }
  });

  it('says whose number it is not, and that it holds no name', async () => {
    expect(await carrier('+12025550101', 'Nora', 'Lindgren')).toMatchObject({ match: { name: 'no-match' } });
    expect(await carrier('+12025550121', 'Ana', 'Rivera')).toMatchObject({ match: { name: 'not-held' } });
    expect(await carrier('+12025550199', 'Ana', 'Rivera')).toEqual({
      status: 'not-found',
      match: { name: 'not-held' },
    });
  });

  it('A22: tells a number out of service, a landline, and a SIM card that is two days old', async () => {
    expect(await carrier('+12025550123', 'Ana', 'Rivera')).toMatchObject({ status: 'inactive' });
    expect(await carrier('+12025550125', 'Ana', 'Rivera')).toMatchObject({ lineType: 'landline' });
    const { simChangedAt } = (await carrier('+12025550124', 'Ana', 'Rivera')) as { simChangedAt: string };
    expect(Math.round((Date.now() - Date.parse(simChangedAt)) / 86_400_000)).toBe(2);
  });
});

describe('a caller of any of them', () => {
  const paths = ['/motor-vehicles/v1/verify', '/social-security/v1/verify'];

  it.each(paths)('attack: without the key, or with another, learns nothing from %s', async (path) => {
    for (const authorization of ['', `Bearer ${key}x`, `Basic ${key}`]) {
      const answer = await ask(path, facts('ana-rivera').ssn, { headers: { authorization } });
      expect([answer.status, await answer.json()]).toEqual([401, { error: 'unauthorized' }]);
    }
  });

  it('attack: without the key, learns nothing from the carrier', async () => {
    const question = { phoneNumber: '+12025550101', givenName: 'Ana', familyName: 'Rivera' };
    const answer = await ask('/phone-carrier/v1/verify', question, { headers: {} });
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'unauthorized' }]);
    expect((await ask('/phone-carrier/v1/verify', { ...question, phoneNumber: '202 555 0101' })).status).toBe(
      400,
    );
  });

  it.each(paths)('gets the names of wrong fields from %s, never their values', async (path) => {
    const answer = await ask(path, { ssn: '12', birthDate: '14 March', familyName: "'; DROP TABLE" });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).toContain('birthDate');
    expect(text).not.toMatch(/14 March|DROP/);
    expect((await ask(path, 'not json')).status).toBe(400);
    expect((await ask(path, { familyName: 'x'.repeat(20_000) })).status).toBe(413);
  });
});
