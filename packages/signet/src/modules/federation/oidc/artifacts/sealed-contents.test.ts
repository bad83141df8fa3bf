import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../../../test/support/database/kms.ts';
import { openPool, type Pool } from '../../../../platform/postgres/index.ts';
import { forgetOldSecrets, secretOfDay } from './postgres-keys.ts';
import { sealedContents } from './sealed-contents.ts';

const noon = Date.parse('2026-12-01T12:00:00Z');
const hour = 3_600_000;
const secretOf = async (day: string) => `secret of ${day}`;
const at = (now: number, issuer = 'https://signet.example') => sealedContents(issuer, secretOf, () => now);

const seal = async (now: number, of = '') =>
  String(await at(now).seal('Interaction', { jti: 'one', exp: 1 }, of));

describe('what travels sealed in its own identifier', () => {
  it('opens as what it was sealed as, at the next node too, and says nothing of it', async () => {
    const value = await seal(noon);
    expect(value).toMatch(/^[0-9a-z]+\.[\w-]+$/);
    expect(Buffer.from(value.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('jti');
    expect(await at(noon).open('Interaction', value)).toEqual({ jti: 'one', exp: 1 });
    expect(await seal(noon)).not.toBe(value);
  });

  it('attack, relabelled: as another kind, of another request or at another issuer it does not open', async () => {
    const value = await seal(noon, 'this request');
    expect(await at(noon).open('Answer', value, 'this request')).toBeUndefined();
    expect(await at(noon).open('Interaction', value, 'that request')).toBeUndefined();
    expect(
      await at(noon, 'https://other.example').open('Interaction', value, 'this request'),
    ).toBeUndefined();
    expect(await at(noon).open('Interaction', value, 'this request')).toBeDefined();
  });

  it('has another key each day, and opens over midnight and where the clock differs by an hour', async () => {
    const midnight = Date.parse('2026-12-02T00:00:00Z');
    const before = await seal(midnight - 1000);
    const after = await seal(midnight + 1000);
    expect(after.split('.')[0]).not.toBe(before.split('.')[0]);
    for (const now of [midnight - hour, midnight - 1, midnight + 1, midnight + hour])
      for (const value of [before, after]) expect(await at(now).open('Interaction', value)).toBeDefined();
  });

  it('attack, an address kept from a log: days later nobody asks for its key', async () => {
    const asked: string[] = [];
    const value = await seal(noon);
    const later = sealedContents(
      'https://signet.example',
      (day) => {
        asked.push(day);
        return secretOf(day);
      },
      () => noon + 48 * hour,
    );
    expect(await later.open('Interaction', value)).toBeUndefined();
    expect(await later.open('Interaction', `zzzzzzz.${value.split('.')[1]}`)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('attack, the day relabelled: under the key of another day it does not open', async () => {
    const [, content] = (await seal(noon)).split('.');
    const yesterday = Math.floor(noon / 86_400_000) - 1;
    expect(await at(noon).open('Interaction', `${yesterday.toString(36)}.${content}`)).toBeUndefined();
  });

  it('is not made where it would be too long, and is not opened either', async () => {
    expect(await at(noon).seal('AuthorizationCode', { jti: 'x'.repeat(1100) })).toBeUndefined();
    expect(await at(noon).seal('AuthorizationCode', { jti: 'x'.repeat(900) })).toBeDefined();
    expect(
      await at(noon).open('AuthorizationCode', `${await seal(noon)}${'A'.repeat(2000)}`),
    ).toBeUndefined();
  });

  it('asks again for a key that it did not get', async () => {
    let tries = 0;
    const flaky = sealedContents('https://signet.example', async (day) => {
      tries += 1;
      if (tries === 1) throw new Error('away');
      return secretOf(day);
    });
    await expect(flaky.seal('Answer', {})).rejects.toThrow('away');
    expect(await flaky.seal('Answer', {})).toBeDefined();
  });
});

describe('the secret of a day', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openPool(database.url, (error) => console.error(error));
  });
  afterAll(async () => {
    await pool.close();
    await database.drop();
  });

  it('is one for all processes, wrapped by the KMS, and gone days later', async () => {
    const kms = await testKms();
    const [one, other] = await Promise.all([
      secretOfDay(pool.db, kms, 'd1'),
      secretOfDay(pool.db, kms, 'd1'),
    ]);
    expect(one).toBe(other);
    expect(await secretOfDay(pool.db, kms, 'd2')).not.toBe(one);
    const { rows } = await pool.pg.query('SELECT wrapped FROM federation_keys');
    expect(JSON.stringify(rows)).not.toContain(one);
    await pool.pg.query(
      "UPDATE federation_keys SET created_at = now() - interval '97 hours' WHERE name = 'sealed-d1'",
    );
    await forgetOldSecrets(pool.db);
    const left = await pool.pg.query('SELECT name FROM federation_keys');
    expect(left.rows).toEqual([{ name: 'sealed-d2' }]);
  });
});
