import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
} from '../../../../../../sandbox/authorities/index.ts';
import { prepare } from '../../../../../../sandbox/database.ts';
import { alder, larch } from '../../../../../../sandbox/documents/issuer.ts';
import { findPerson, sandboxPeople } from '../../../../../../sandbox/people/people.ts';
import { sandboxPhones } from '../../../../../../sandbox/people/phones.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../../test/support/database/database.ts';
import { err, ok, Redacted } from '../../../kernel/index.ts';
import { parsePhoneNumber } from '../index.ts';
import type { MotorVehicleQuery } from '../ports.ts';
import { parseSsn } from '../ssn.ts';
import { createHttpMotorVehicles } from './http-motor-vehicles.ts';
import { createHttpPassportOffice, noPassportOffice } from './http-passport-office.ts';
import { createHttpPhoneCarrier } from './http-phone-carrier.ts';
import { createHttpSocialSecurity } from './http-social-security.ts';

const key = 'a-key-for-the-authorities';
let database: TestDatabase;
let pool: pg.Pool;
let server: ServerType;
let settings: { url: string; key: string; timeoutMs: number };

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
  const app = new Hono()
    .route('/', motorVehicles(pool, key))
    .route('/', passportOffice(pool, key))
    .route('/', socialSecurity(pool, key))
    .route('/', phoneCarrier(pool, key));
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

const holderOf = (id: string) => findPerson(id) ?? expect.unreachable();

function askMotorVehicles(outcome: Parameters<typeof someone>[0], changes: Partial<MotorVehicleQuery> = {}) {
  const { familyName, givenName, birthDate, license, address } = someone(outcome);
  return createHttpMotorVehicles(settings).verify({
    documentNumber: license.number,
    issuerId: alder.issuerId,
    familyName,
    givenName,
    birthDate,
    expiryDate: license.expires,
    street: address.street,
    city: address.city,
    state: address.state,
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

function askCarrier(typed: string, outcome: Parameters<typeof someone>[0] = 'passes') {
  const { familyName, givenName } = someone(outcome);
  const number = parsePhoneNumber(typed, 'sandbox');
  if (!number.ok) throw new Error(number.error);
  return createHttpPhoneCarrier(settings).verify({
    phoneNumber: new Redacted(number.value),
    familyName,
    givenName,
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
      street: 'match',
      city: 'match',
      state: 'match',
      postalCode: 'match',
    };
    expect(await askMotorVehicles('passes')).toEqual(ok({ status: 'valid', match }));
    expect(await askMotorVehicles('passes', { familyName: 'Other' })).toEqual(
      ok({ status: 'valid', match: { ...match, familyName: 'no-match' } }),
    );
    expect(await askMotorVehicles('passes', { street: '142 0 Juniper Street' })).toEqual(
      ok({ status: 'valid', match: { ...match, street: 'no-match' } }),
    );
    expect(await askMotorVehicles('expired-license')).toMatchObject(ok({ status: 'expired' }));
  });

  it('finding D13: motor vehicles is told license or ID card, and finds no license where there is an ID card', async () => {
    const { familyName, givenName, birthDate, license } = holderOf('odessa-marsh');
    const query = {
      documentNumber: license.number,
      issuerId: alder.issuerId,
      familyName,
      givenName,
      birthDate,
    };
    const ask = async (category?: 'drivers-license' | 'id-card') =>
      createHttpMotorVehicles(settings).verify({ ...query, ...(category && { documentCategory: category }) });
    expect(await ask('id-card')).toMatchObject(ok({ status: 'valid', match: { familyName: 'match' } }));
    expect(await ask('drivers-license')).toMatchObject(ok({ status: 'not-found' }));
    expect(await ask()).toMatchObject(ok({ status: 'valid' }));
    const driver = await askMotorVehicles('passes', { documentCategory: 'id-card' });
    expect(driver).toMatchObject(ok({ status: 'not-found', match: { documentNumber: 'no-match' } }));
  });

  it('finding D13: an office that compares first words says so, and of another first word that it differs', async () => {
    const { familyName, birthDate, license, address } = holderOf('marie-claire-bouchard');
    const { postalCode } = address;
    const query = {
      documentNumber: license.number,
      issuerId: larch.issuerId,
      familyName,
      birthDate,
      postalCode,
    };
    const given = async (givenName: string) => {
      const said = await createHttpMotorVehicles(settings).verify({ ...query, givenName });
      return said.ok && [said.value.match.givenName, said.value.match.postalCode];
    };
    expect(await given('Marie')).toEqual(['match', 'match']);
    expect(await given('MARIE CLAIRE')).toEqual(['first-word', 'match']);
    expect(await given('CLAIRE MARIE')).toEqual(['no-match', 'match']);
  });

  it('finding D5: a person of one name is known to every office that is asked without a given one', async () => {
    const { familyName, birthDate, license, ssn, phone } = holderOf('wikasmara');
    const office = createHttpMotorVehicles(settings);
    const query = { documentNumber: license.number, issuerId: alder.issuerId, familyName, birthDate };
    expect(await office.verify(query)).toMatchObject(ok({ status: 'valid', match: { givenName: 'match' } }));
    expect(await office.verify({ ...query, givenName: 'Ana' })).toMatchObject(
      ok({ match: { givenName: 'no-match' } }),
    );
    const number = parseSsn(ssn, 'sandbox');
    if (!number.ok) throw new Error(number.error);
    const person = { familyName, birthDate };
    expect(
      await createHttpSocialSecurity(settings).verify({ ssn: new Redacted(number.value), ...person }),
    ).toEqual(ok('match'));
    const phoneNumber = parsePhoneNumber(phone, 'sandbox');
    if (!phoneNumber.ok) throw new Error(phoneNumber.error);
    const asked = { phoneNumber: new Redacted(phoneNumber.value), familyName };
    expect(await createHttpPhoneCarrier(settings).verify(asked)).toMatchObject(ok({ name: 'match' }));
  });

  it('motor vehicles that never answers is unavailable, within the time allowed', async () => {
    const began = Date.now();
    expect(await askMotorVehicles('authority-times-out')).toEqual(err('unavailable'));
    expect(Date.now() - began).toBeLessThan(settings.timeoutMs * 5);
  });

  it('A1: the passport office bears out a passport, element by element, and answers for its own state', async () => {
    const office = createHttpPassportOffice(settings);
    const holder = sandboxPeople.find(({ id }) => id === 'marisol-quintero');
    if (!holder?.passport) throw new Error('Marisol has a passport');
    const { familyName, givenName, birthDate, passport } = holder;
    const query = {
      documentNumber: passport.number,
      issuerId: passport.issuer,
      familyName,
      givenName,
      birthDate,
      expiryDate: passport.expires,
    };
    const match = {
      documentNumber: 'match',
      familyName: 'match',
      givenName: 'match',
      birthDate: 'match',
      expiryDate: 'match',
    };
    expect(await office.verify(query)).toEqual(ok({ status: 'valid', match }));
    expect(await office.verify({ ...query, familyName: 'QUINTERO PENA', givenName: 'MARISOL' })).toEqual(
      ok({ status: 'valid', match }),
    );
    expect(await office.verify({ ...query, birthDate: '1961-03-02' })).toEqual(
      ok({ status: 'valid', match: { ...match, birthDate: 'no-match' } }),
    );
    const { givenName: _, ...oneName } = query;
    expect(await office.verify(oneName)).toEqual(
      ok({ status: 'valid', match: { ...match, givenName: 'no-match' } }),
    );
    expect(await office.verify({ ...query, documentNumber: 'P0000000' })).toMatchObject(
      ok({ status: 'not-found' }),
    );
    expect([office.answersFor('UTO'), office.answersFor('USA'), office.answersFor('ZZR')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(noPassportOffice.answersFor('USA')).toBe(false);
  });

  it('A22: social security says match, no match or deceased, and nothing more', async () => {
    expect(await askSocialSecurity('passes')).toEqual(ok('match'));
    expect(await askSocialSecurity('ssn-mismatch')).toEqual(ok('no-match'));
    expect(await askSocialSecurity('deceased')).toEqual(ok('deceased'));
  });

  it('B6: the carrier tells when a SIM card or the carrier changed, without being told whose number it is', async () => {
    const look = async (number: string) => {
      const typed = parsePhoneNumber(number, 'sandbox');
      if (!typed.ok) throw new Error(typed.error);
      return createHttpPhoneCarrier(settings).look(new Redacted(typed.value));
    };
    const daysAgo = (days: number, at?: Date) =>
      Math.round((Date.now() - (at?.getTime() ?? 0)) / 86_400_000) === days;
    expect(await look(someone('passes').phone)).toEqual(ok({ status: 'active', lineType: 'mobile' }));
    const [swapped, moved] = [await look('+12025550124'), await look('+12025550127')];
    expect(swapped.ok && swapped.value.status !== 'not-found' && daysAgo(2, swapped.value.simChangedAt)).toBe(
      true,
    );
    expect(moved.ok && moved.value.status !== 'not-found' && daysAgo(1, moved.value.portedAt)).toBe(true);
    expect(await look('+12025550125')).toEqual(ok({ status: 'active', lineType: 'landline' }));
    expect(await look('+12025550199')).toEqual(ok({ status: 'not-found' }));
    expect(await look('+12025550126')).toEqual({ ok: false, error: 'unavailable' });
  });

  it('A4: the carrier bears out a phone account, and A22: tells a SIM card that was just changed', async () => {
    const account = { status: 'active', name: 'match', carrier: 'alder-wireless', lineType: 'mobile' };
    expect(await askCarrier(someone('passes').phone)).toEqual(ok(account));
    expect(await askCarrier('(202) 555-0121')).toEqual(ok({ ...account, name: 'not-held' }));
    expect(await askCarrier('202-555-0122')).toEqual(ok({ ...account, name: 'no-match' }));
    expect(await askCarrier('2025550123')).toEqual(ok({ ...account, status: 'inactive' }));
    expect(await askCarrier('+1 202 555 0124')).toEqual(ok({ ...account, simChangedAt: expect.any(Date) }));
    expect(await askCarrier('202 555 0126')).toEqual(err('unavailable'));
    expect(await askCarrier('202 555 0199')).toEqual(ok({ status: 'not-found' }));
  });

  it('a wrong key learns nothing', async () => {
    const { ssn } = someone('passes');
    const number = parseSsn(ssn, 'sandbox');
    if (!number.ok) throw new Error(number.error);
    const { familyName, givenName, birthDate } = someone('passes');
    const question = { ssn: new Redacted(number.value), familyName, givenName, birthDate };
    const answered = await createHttpSocialSecurity({ ...settings, key: 'another' }).verify(question);
    expect(answered).toEqual(err('refused'));
  });
});
