import { createPublicKey } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testKms } from '../../../../../test/support/database/kms.ts';
import { manualClock } from '../../../../../test/support/manual-clock.ts';
import { type AuditWorld, auditWorld } from '../../../../../test/support/worlds/audit-world.ts';
import { type AuditRef, newId, systemClock } from '../../kernel/index.ts';
import { openPool } from '../../platform/postgres/index.ts';
import type { LogLine } from './chain.ts';
import {
  createAuditLog,
  createCheckpointer,
  createSequencer,
  fromJsonLines,
  logLines,
  toJsonLine,
  verifyLog,
} from './index.ts';

let log: AuditWorld;
beforeEach(async () => {
  log = await auditWorld();
});
afterEach(() => log.close());

let kms: Awaited<ReturnType<typeof testKms>>;
beforeAll(async () => {
  kms = await testKms();
});

const run = (statement: string) => log.pool.pg.query(statement);
const origin = 'id.example/audit';
async function verify() {
  const key = createPublicKey(await kms.verifierKey());
  return verifyLog(logLines(log.pool.db), { key, origin });
}

/** What is said of a log of which nothing was signed yet. */
const unsigned = { code: 'checkpoint-missing' };

async function collect(lines: AsyncIterable<LogLine>): Promise<LogLine[]> {
  const collected: LogLine[] = [];
  for await (const line of lines) collected.push(line);
  return collected;
}

describe('a sequencer that dies', () => {
  const die = (timing: string) => `
    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
    ${timing} FOR EACH ROW EXECUTE FUNCTION die()`;

  it.each([
    ['as it gives out the first position', 'CREATE TRIGGER die BEFORE INSERT ON audit_sequence'],
    ['after all positions, before the end is moved', 'CREATE TRIGGER die BEFORE UPDATE ON audit_head'],
    ['after the end is moved', 'CREATE TRIGGER die AFTER UPDATE ON audit_head'],
    [
      'as it commits',
      'CREATE CONSTRAINT TRIGGER die AFTER INSERT ON audit_sequence DEFERRABLE INITIALLY DEFERRED',
    ],
  ])('%s has done nothing, and the next one does it all', async (_when, timing) => {
    await log.write('sequenced');
    await log.sequencer.sequence();
    await run(die(timing));
    await log.writeMany(1, 3);
    await expect(log.sequencer.sequence()).rejects.toThrow();
    expect(await log.sequence()).toEqual(['sequenced']);
    await run('DROP FUNCTION die CASCADE');
    await log.write('last');
    expect(await createSequencer({ db: log.pool.db }).sequence()).toBe(4);
    expect(await log.sequence()).toEqual(['sequenced', 1, 2, 3, 'last']);
  });

  it('after it sequenced and before it signed: whoever comes next signs', async () => {
    const needs = { db: log.pool.db, origin, clock: systemClock };
    await log.writeMany(1, 3);
    await log.sequencer.sequence();
    const failing = { verifierKey: () => kms.verifierKey(), sign: () => Promise.reject(new Error('away')) };
    await expect(createCheckpointer({ ...needs, kms: failing }).checkpoint()).rejects.toThrow('away');
    expect(await verify()).toMatchObject({ size: 3, signedSize: 0, problems: [unsigned] });
    await createCheckpointer({ ...needs, kms }).checkpoint();
    expect(await verify()).toMatchObject({ size: 3, signedSize: 3, problems: [] });
  });
});

describe('two sequencers at once', () => {
  it('sequence each entry once, in one chain', async () => {
    let writing = true;
    const others = [1, 2, 3].map(() => createSequencer({ db: log.pool.db }));
    const passes = [log.sequencer, ...others].map(async (sequencer) => {
      while (writing) await sequencer.sequence();
    });
    const names = Array.from({ length: 80 }, (_, n) => n);
    await Promise.all(
      [0, 1, 2, 3].map(async (lane) => {
        for (const n of names) if (n % 4 === lane) await log.write(n);
      }),
    );
    writing = false;
    await Promise.all(passes);
    await log.sequencer.sequence();
    expect((await log.sequence()).toSorted((a, b) => Number(a) - Number(b))).toEqual(names);
  });

  it('one that hangs in the middle is ended by the server, and another takes over within seconds', async () => {
    const hung = await log.begin();
    await hung.query(`SET LOCAL idle_in_transaction_session_timeout = '5s'`); // as every sequencer sets it
    await hung.query('SELECT FROM audit_head FOR UPDATE');
    await log.write('waits');
    expect(await log.sequencer.sequence()).toBe(0);
    await expect.poll(() => log.sequencer.sequence(), { timeout: 9000, interval: 200 }).toBe(1);
    expect(await log.sequence()).toEqual(['waits']);
  });
});

describe('while no sequencer runs', () => {
  it('entries are kept and shown to their person, the lag is told, and then they are sequenced', async () => {
    const clock = manualClock(new Date('2030-01-01T00:00:00Z'));
    const audit = createAuditLog({ db: log.pool.db, clock });
    const subject = newId<AuditRef>();
    await run(
      `INSERT INTO audit_entries (entry) VALUES ('${JSON.stringify({
        v: 1,
        at: clock.now().toISOString(),
        action: 'session.begun',
        actor: { kind: 'person' },
        subject,
      })}')`,
    );
    await run(`ALTER TABLE audit_entries DISABLE TRIGGER ALL;
      UPDATE audit_entries SET written_at = written_at - interval '1 hour'`);
    const [shown] = await audit.about(subject, { limit: 5 });
    expect(shown).toMatchObject({ action: 'session.begun', at: clock.now() });
    expect(shown).not.toHaveProperty('place');
    expect(await log.sequencer.lag()).toBeGreaterThan(3599);
    await log.sequencer.sequence();
    expect(await log.sequencer.lag()).toBe(0);
    const [placed] = await audit.about(subject, { limit: 5 });
    expect(placed).toMatchObject({ id: shown?.id, place: { position: 0, hash: expect.any(String) } });
  });
});

describe('a database that was filled from a dump, on a server whose transactions are numbered anew', () => {
  it('goes on: what waited is sequenced, what comes is too, and nothing twice', async () => {
    await log.writeMany(1, 5);
    await log.sequencer.sequence();
    await log.write('waited');
    await run(`ALTER TABLE audit_entries DISABLE TRIGGER ALL; ALTER TABLE audit_head DISABLE TRIGGER ALL;
      UPDATE audit_entries SET written_by = '90000000000';
      UPDATE audit_head SET seen = '80000000000:80000000000:', seen_on = 1;
      ALTER TABLE audit_head ENABLE TRIGGER ALL`); // a dump is filled in before its triggers are made
    expect(await log.sequencer.sequence()).toBe(1);
    await log.write('new');
    expect(await log.sequencer.lag()).toBeGreaterThan(0);
    expect(await log.sequencer.sequence()).toBe(1);
    expect(await log.sequencer.sequence()).toBe(0);
    expect(await log.sequence()).toEqual([1, 2, 3, 4, 5, 'waited', 'new']);
  });

  it('finding O1: its whole log is compared for as long as that takes, where all else has a deadline', async () => {
    const hasted = openPool(log.ownerUrl, () => undefined, 3, { connect: 5000, lookUp: 100, statement: 100 });
    const sequencer = createSequencer({ db: hasted.db });
    await log.write('waited');
    await run('ALTER TABLE audit_head DISABLE TRIGGER ALL; UPDATE audit_head SET seen_on = 1');
    const held = await log.begin();
    await held.query('LOCK TABLE audit_entries IN ACCESS EXCLUSIVE MODE');
    const compared = sequencer.sequence();
    await new Promise((resolve) => setTimeout(resolve, 2400)); // the driver's own deadline is 2.1 s
    await held.query('COMMIT');
    expect(await compared).toBe(1);
    await held.query('BEGIN');
    await held.query('LOCK TABLE audit_entries IN ACCESS EXCLUSIVE MODE');
    await expect(sequencer.lag()).rejects.toMatchObject({ code: '57014' });
    await held.query('COMMIT');
    await hasted.close();
  });
});

describe('attack: leaving an entry out', () => {
  const leftOut = async () =>
    (await verify()).problems.map(({ code }) => code).filter((code) => code !== unsigned.code);

  it('by not sequencing it: "audit verify" says so once it is older than a minute', async () => {
    await log.writeMany(1, 3);
    expect(await verify()).toMatchObject({ unsequenced: 3, problems: [unsigned] });
    const exported = await collect(logLines(log.pool.db));
    const texts = exported.map((line) => toJsonLine(line).trimEnd());
    expect(await collect(fromJsonLines(Readable.from(texts)))).toEqual(exported);
    await run(`ALTER TABLE audit_entries DISABLE TRIGGER ALL;
      UPDATE audit_entries SET written_at = written_at - interval '61 seconds'`);
    expect(await leftOut()).toEqual(['entry-left-out', 'entry-left-out', 'entry-left-out']);
  });

  it('by giving it a position beyond the end', async () => {
    await log.writeMany(1, 3);
    await log.sequencer.sequence();
    await log.write('hidden');
    await run(`ALTER TABLE audit_sequence DISABLE TRIGGER ALL;
      INSERT INTO audit_sequence SELECT 1000000, max(id), '' FROM audit_entries;
      ALTER TABLE audit_entries DISABLE TRIGGER ALL;
      UPDATE audit_entries SET written_at = written_at - interval '61 seconds'`);
    expect(await leftOut()).toEqual(['entry-left-out']);
  });

  it.each([
    ['under a position that another has', `SELECT 0, max(id), '' FROM audit_entries`],
    ['under a position before the first', `SELECT -1, max(id), '' FROM audit_entries`],
    ['a second time', `SELECT 3, min(id), '' FROM audit_entries`],
  ])('the database refuses an entry %s', async (_what, rows) => {
    await log.writeMany(1, 3);
    await log.sequencer.sequence();
    await log.write('more');
    await expect(run(`INSERT INTO audit_sequence ${rows}`)).rejects.toThrow('constraint');
  });
});
