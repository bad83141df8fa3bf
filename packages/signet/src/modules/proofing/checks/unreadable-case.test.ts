import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAll, current, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, hours, type PersonId } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.jobs.length = 0;
});

let serial = 7000;
const freshSsn = () => `901-22-${serial++}`;

/** Every answer given, and then nobody came back. */
async function abandoned(): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of);
  await answerAll(world, of, freshSsn());
  return of;
}

const evidenceOf = async (of: PersonId): Promise<{ images: number; sealed: boolean }> => {
  const { rows } = await sql<{ images: number; sealed: boolean }>`
    SELECT (SELECT count(*) FROM proofing_images WHERE person = ${of}) AS images,
      EXISTS (SELECT FROM proofing_cases WHERE person = ${of} AND sealed IS NOT NULL) AS sealed`.execute(
    world.pool.db,
  );
  return rows[0] ?? { images: -1, sealed: false };
};

describe('A17: a case that cannot be handled', () => {
  it('does not keep the evidence of everybody else from being deleted', async () => {
    const broken = await abandoned();
    const others = [await abandoned(), await abandoned()];
    await sql`UPDATE proofing_cases SET wrapped_key = ${Buffer.from('damaged')} WHERE person = ${broken}`.execute(
      world.pool.db,
    );
    world.clock.advance(hours(73));
    await expect(world.proofing.sweep()).rejects.toThrow(); // and the log says so
    for (const of of others) expect(await evidenceOf(of)).toEqual({ images: 0, sealed: false });
    await sql`DELETE FROM proofing_cases WHERE person = ${broken}`.execute(world.pool.db);
  });

  it('goes to a person when its checks have failed for a week, and its evidence goes in the end', async () => {
    const of = await abandoned();
    world.script.before = () => {
      throw new Error('this photo breaks the reader');
    };
    const { id } = settled(await world.proofing.submit(of));
    for (let day = 0; day < 8; day++) {
      world.clock.advance(days(1));
      await world.proofing.sweep();
      const ran = world.proofing.runChecks(id);
      if (day < 7) await expect(ran).rejects.toThrow('breaks the reader');
      else await ran; // it waits for a person by now
    }
    expect((await current(world.proofing, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['records-unavailable-too-long'],
    });
    world.clock.advance(days(15));
    await world.proofing.sweep();
    expect(await evidenceOf(of)).toEqual({ images: 0, sealed: false });
  });
});
