import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../../../../test/support/database/database.ts';
import { openPool, type Pool, transactOn } from '../../../../platform/postgres/index.ts';
import { lookupUnder } from '../../../vault/index.ts';
import { ArtifactUnit } from './artifact-unit.ts';
import { endSubject, revokeSubject, sweepExpired } from './postgres-artifact-ends.ts';
import { artifactStore } from './postgres-artifacts.ts';
import { sealedContents } from './sealed-contents.ts';

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

const sealed = sealedContents('https://signet.example', async (day) => `secret of ${day}`);
const person = '6f1f0f3e-8c2b-4a55-9f0a-2f4f3f7d0c11';

async function dump(): Promise<string> {
  const { rows } = await pool.pg.query('SELECT *, encode(sealed, $1) AS text FROM openid_artifacts', [
    'escape',
  ]);
  return JSON.stringify(rows);
}

it('attack, stolen database: a dump yields neither a token nor what it stands for', async () => {
  const token = 'tok-1234567890abcdefghijklmnopqrstuvwxyz';
  const payload = {
    jti: token,
    accountId: person,
    grantId: 'grant-abc',
    claims: { userinfo: { given_name: null } },
  };
  await artifactStore(pool.db, sealed).adapter('AccessToken').upsert(token, payload, 60);
  const stolen = await dump();
  for (const secret of [token, person, 'grant-abc', 'given_name']) expect(stolen).not.toContain(secret);
  expect(await artifactStore(pool.db, sealed).adapter('AccessToken').find(token)).toEqual(payload);
});

it('attack, row swap: a row under another identifier or kind does not open', async () => {
  const codes = artifactStore(pool.db, sealed).adapter('AuthorizationCode');
  await codes.upsert('code-a', { jti: 'code-a', accountId: 'alice' }, 60);
  await codes.upsert('code-b', { jti: 'code-b', accountId: 'bob' }, 60);
  await pool.pg.query(
    `UPDATE openid_artifacts SET sealed = (SELECT sealed FROM openid_artifacts WHERE lookup = $1) WHERE lookup = $2`,
    [lookupUnder('code-b', 'AuthorizationCode'), lookupUnder('code-a', 'AuthorizationCode')],
  );
  await expect(codes.find('code-a')).rejects.toMatchObject({ code: 'artifact-refused' });
  expect(await artifactStore(pool.db, sealed).adapter('AccessToken').find('code-b')).toBeUndefined();
});

it('C8: of two exchanges of one code at the same moment, one succeeds', async () => {
  const codes = artifactStore(pool.db, sealed).adapter('AuthorizationCode');
  await codes.upsert('code-c', { jti: 'code-c' }, 60);
  const outcomes = await Promise.allSettled([codes.consume('code-c'), codes.consume('code-c')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await codes.find('code-c'))?.consumed).toBeTypeOf('number');
});

it('finds a provider session by its second identifier, without either in the database', async () => {
  const sessions = artifactStore(pool.db, sealed).adapter('Session');
  await sessions.upsert('session-id', { jti: 'session-id', uid: 'session-uid', accountId: person }, 60);
  expect(await sessions.findByUid('session-uid')).toMatchObject({ jti: 'session-id', accountId: person });
  expect(await dump()).not.toMatch(/session-id|session-uid/);
});

it('revoking a grant, a connection or a person takes everything that hangs on it', async () => {
  const store = artifactStore(pool.db, sealed).adapter;
  const issue = async (grantId: string, clientId: string) => {
    await store('Grant').upsert(grantId, { jti: grantId, accountId: person, clientId }, 60);
    await store('AccessToken').upsert(`at-${grantId}`, { jti: `at-${grantId}`, grantId }, 60);
  };
  const alive = async () => {
    const found = await Promise.all(
      ['g1', 'g2', 'g3'].map((grant) => store('AccessToken').find(`at-${grant}`)),
    );
    return found.map((token) => token !== undefined);
  };
  await issue('g1', 'revenue');
  await issue('g2', 'benefits');
  await issue('g3', 'benefits');
  await store('AccessToken').revokeByGrantId('g3');
  expect(await alive()).toEqual([true, true, false]);
  await transactOn(pool.db)((tx) => revokeSubject(tx, person, 'benefits'));
  expect(await alive()).toEqual([true, false, false]);
  await transactOn(pool.db)((tx) => endSubject(tx, person));
  expect(await alive()).toEqual([false, false, false]);
  expect(await store('Session').find('session-id')).toBeUndefined();
});

it('keeps what one request issues together: nothing before it is written, all of it or none after', async () => {
  const store = artifactStore(pool.db, sealed);
  const unit = new ArtifactUnit();
  await store.within(unit, async () => {
    await store.adapter('Grant').upsert('grant-u', { jti: 'grant-u', accountId: person }, 60);
    await store.adapter('AccessToken').upsert('at-u', { jti: 'at-u', grantId: 'grant-u' }, 60);
    expect(await store.adapter('AccessToken').find('at-u')).toMatchObject({ jti: 'at-u' });
  });
  expect(await store.adapter('AccessToken').find('at-u')).toBeUndefined();
  const owner = openPool(database.ownerUrl, (error) => console.error(error), 1);
  await owner.pg.query(
    'ALTER TABLE openid_artifacts ADD CONSTRAINT broken CHECK (kind <> $$AccessToken$$) NOT VALID',
  );
  const failing = new ArtifactUnit();
  await store.within(failing, async () => {
    await store.adapter('Grant').upsert('grant-v', { jti: 'grant-v', accountId: person }, 60);
    await store.adapter('AccessToken').upsert('at-v', { jti: 'at-v', grantId: 'grant-v' }, 60);
  });
  await expect(store.write(failing)).rejects.toMatchObject({ code: '23514' });
  expect(await store.adapter('Grant').find('grant-v')).toBeUndefined();
  await owner.pg.query('ALTER TABLE openid_artifacts DROP CONSTRAINT broken');
  await owner.close();
  await store.write(unit);
  expect(await store.adapter('AccessToken').find('at-u')).toMatchObject({ grantId: 'grant-u' });
});

it('finds a renewed session under its second identifier', async () => {
  const store = artifactStore(pool.db, sealed);
  const sessions = store.adapter('Session');
  await sessions.upsert('before', { jti: 'before', uid: 'uid-r', accountId: person }, 60);
  const unit = new ArtifactUnit();
  await store.within(unit, async () => {
    expect(await sessions.find('before')).toBeDefined();
    await sessions.destroy('before');
    await sessions.upsert('after', { jti: 'after', uid: 'uid-r', accountId: person }, 60);
  });
  await store.write(unit);
  expect(await sessions.find('before')).toBeUndefined();
  expect(await sessions.findByUid('uid-r')).toMatchObject({ jti: 'after' });
});

it('attack, replay: of two uses of one assertion at the same moment, one counts', async () => {
  const use = () => artifactStore(pool.db, sealed).firstUse('ReplayDetection', 'agency jti-1', 60);
  expect((await Promise.all([use(), use(), use()])).filter(Boolean)).toHaveLength(1);
  expect(await use()).toBe(false);
});

/** From now to the next midnight (UTC), in seconds. */
const untilMidnight = (): number => (86_400_000 - (Date.now() % 86_400_000)) / 1000;

it('attack, replay around midnight: an assertion used before is known in the partition of either day', async () => {
  const use = (id: string, lasts: number) =>
    artifactStore(pool.db, sealed).firstUse('ReplayDetection', id, lasts);
  expect(await use('before', untilMidnight() - 1)).toBe(true);
  expect(await use('before', untilMidnight() + 1)).toBe(false);
  expect(await use('after', untilMidnight() + 1)).toBe(true);
  expect(await use('after', untilMidnight() - 1)).toBe(false);
  const both = [untilMidnight() - 1, untilMidnight() + 1].map((lasts) => use('both', lasts));
  expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
});

it('an artifact that then ends on another day is one row, and used up it stays used up', async () => {
  const interactions = artifactStore(pool.db, sealed).adapter('Interaction');
  await interactions.upsert('asked-m', { jti: 'asked-m' }, untilMidnight() - 1);
  await interactions.consume('asked-m');
  await interactions.upsert('asked-m', { jti: 'asked-m', later: true }, untilMidnight() + 1);
  expect(await interactions.find('asked-m')).toMatchObject({ later: true, consumed: expect.any(Number) });
  const { rowCount } = await pool.pg.query('SELECT FROM openid_artifacts WHERE lookup = $1', [
    lookupUnder('asked-m', 'Interaction'),
  ]);
  expect(rowCount).toBe(1);
});

it('attack, a clock that is behind: a sealed token that is over by the database’s clock finds no grant', async () => {
  const store = artifactStore(pool.db, sealed);
  await store.adapter('Grant').upsert('grant-c', { jti: 'grant-c', accountId: person }, 60);
  const grantOf = async (lasts: number) => {
    const exp = Math.floor(Date.now() / 1000) + lasts;
    const payload = { jti: `at-${lasts}`, exp, grantId: 'grant-c' };
    const value = String(await sealed.seal('AccessToken', payload));
    return store.within(new ArtifactUnit(), async () => {
      expect(await store.adapter('AccessToken').find(value)).toEqual(payload);
      return store.adapter('Grant').find('grant-c');
    });
  };
  expect(await grantOf(60)).toMatchObject({ jti: 'grant-c' });
  expect(await grantOf(-5)).toBeUndefined();
});

it('keeps nothing that lasts longer than its partition', async () => {
  const store = artifactStore(pool.db, sealed);
  await expect(store.adapter('Grant').upsert('long', { jti: 'long' }, 86_401)).rejects.toMatchObject({
    code: 'artifact-without-end',
  });
  await expect(store.firstUse('ReplayDetection', 'long', 86_401)).rejects.toMatchObject({
    error: 'invalid_client',
  });
});

/** As if so much time had gone by since a code of this name ended. */
const endedYesterday = (code: string) =>
  pool.pg.query(
    `UPDATE openid_artifacts SET expires_at = now() - interval '25 hours', slot = day_slot(now() - interval '25 hours')
     WHERE lookup = $1`,
    [lookupUnder(code, 'AuthorizationCode')],
  );

it('finding O13: forgets what has expired by emptying the partition of that day, and what still counts stays', async () => {
  const store = artifactStore(pool.db, sealed);
  const codes = store.adapter('AuthorizationCode');
  await codes.upsert('code-old', { jti: 'code-old' }, -120);
  await store.adapter('Session').upsert('session-new', { jti: 'session-new' }, 86_400);
  expect(await codes.find('code-old')).toBeUndefined();
  await endedYesterday('code-old');
  await sweepExpired(pool.db);
  const { rowCount } = await pool.pg.query('SELECT FROM openid_artifacts WHERE lookup = $1', [
    lookupUnder('code-old', 'AuthorizationCode'),
  ]);
  expect(rowCount).toBe(0);
  expect(await store.adapter('Session').find('session-new')).toBeDefined();
});

it('a sweep waits for nobody, and nobody for it: a partition that is read stays for the next', async () => {
  const codes = artifactStore(pool.db, sealed).adapter('AuthorizationCode');
  await codes.upsert('code-read', { jti: 'code-read' }, -120);
  await endedYesterday('code-read');
  const isThere = async () => {
    const lookup = lookupUnder('code-read', 'AuthorizationCode');
    return (await pool.pg.query('SELECT FROM openid_artifacts WHERE lookup = $1', [lookup])).rowCount === 1;
  };
  const reader = await pool.pg.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT FROM openid_artifacts');
  const sweeping = sweepExpired(pool.db);
  await codes.find('code-read'); // behind the sweep, in the queue for the partition
  await sweeping;
  expect(await isThere()).toBe(true);
  await reader.query('COMMIT');
  reader.release();
  await sweepExpired(pool.db);
  expect(await isThere()).toBe(false);
});
