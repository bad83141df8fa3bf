import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerAll,
  check,
  confirmOwnPhone,
  current,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, person, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { type CaseId, hours, minutes, type PersonId } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.jobs.length = 0;
});

let serial = 1000;
const freshSsn = () => `904-27-${serial++}`;

async function begun(): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of);
  return of;
}

async function answered(): Promise<PersonId> {
  const of = await begun();
  await answerAll(world, of, freshSsn());
  return of;
}

const count = async (table: string, of: PersonId): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${sql.table(table)} WHERE person = ${of}`.execute(world.pool.db);
  return rows[0]?.n ?? 0;
};

describe('A17: what is kept, and what is not', () => {
  const kept = async (id: CaseId) => {
    const { rows } = await sql<{ key: boolean; contents: boolean; images: number }>`
      SELECT wrapped_key IS NOT NULL AS key, sealed IS NOT NULL AS contents,
        (SELECT count(*) FROM proofing_images WHERE case_id = proofing_cases.id) AS images
      FROM proofing_cases WHERE id = ${id}`.execute(world.pool.db);
    return rows[0];
  };
  const nothing = { key: false, contents: false, images: 0 };

  it('with the decision no image, no template, no key is left; consent and its time stay', async () => {
    const { of, id } = await wholeCase(world, freshSsn());
    expect(await kept(id)).toEqual(nothing);
    expect(await world.proofing.photo(of, 'selfie')).toBeUndefined();
    expect(await current(world.proofing, of)).toMatchObject({ answers: { consent: { version: '1' } } });
    expect(await world.dump()).not.toMatch(/template|embedding/i);
  });

  it('on request, at any stage', async () => {
    const collecting = await answered();
    const { id } = await current(world.proofing, collecting);
    expect(await kept(id)).toEqual({ key: true, contents: true, images: 6 });
    await world.proofing.withdraw(collecting);
    expect(await kept(id)).toEqual(nothing);

    world.script.face = faces(0.3);
    const inReview = await wholeCase(world, freshSsn());
    expect(await kept(inReview.id)).toEqual({ key: true, contents: true, images: 6 });
    await world.proofing.withdraw(inReview.of);
    expect(await kept(inReview.id)).toEqual(nothing);
    expect((await world.proofing.openReviews()).map((one) => one.caseId)).not.toContain(inReview.id);
  });

  it('a case that nobody came back to', async () => {
    const of = await answered();
    const { id } = await current(world.proofing, of);
    world.clock.advance(hours(72) - 1);
    await world.proofing.sweep();
    expect((await kept(id))?.key).toBe(true);
    world.clock.advance(2);
    await world.proofing.sweep();
    expect(await kept(id)).toEqual(nothing);
    expect(await world.proofing.currentCase(of)).toBeUndefined();
  });

  it('an operator may keep evidence for a while; then the sweep deletes it', async () => {
    const keeping = await openWorld({ keepEvidenceAfterDecision: hours(24) });
    try {
      const { id } = await wholeCase(keeping);
      const images = async () => {
        const { rows } = await sql`SELECT 1 FROM proofing_images WHERE case_id = ${id}`.execute(
          keeping.pool.db,
        );
        return rows.length;
      };
      expect(await images()).toBe(6); // four are frames of the face
      keeping.clock.advance(hours(24));
      expect((await keeping.proofing.sweep()).deleted).toBe(1);
      expect(await images()).toBe(0);
      expect((await keeping.proofing.sweep()).deleted).toBe(0);
    } finally {
      await keeping.close();
    }
  });

  it('A27: erasing a person leaves no row of theirs', async () => {
    const { of } = await wholeCase(world, freshSsn());
    await world.transact((tx) => world.proofing.erase(tx, of));
    const tables = [
      'proofing_cases',
      'proofing_images',
      'proofing_findings',
      'proofing_submissions',
      'proofing_phone_codes',
      'proofing_phone_links',
      'proofings',
      'review_cases',
      'ssn_index',
    ];
    for (const table of tables) expect([table, await count(table, of)]).toEqual([table, 0]);
  });
});

describe('tripwire: no personal data in clear', () => {
  it('in any row of any table, job or audit entry: while it is checked, in review and after', async () => {
    const own = await openWorld();
    try {
      const ownPhone = '+12025550177';
      const secrets = [
        person.ssn,
        person.ssn.replaceAll('-', ''),
        person.birthDate,
        person.documentNumber,
        person.street,
        person.familyName,
        person.givenName,
        ownPhone,
        ownPhone.slice(2),
        'JPEG of the specimen',
      ];
      const forms = secrets.flatMap((secret) => [
        secret,
        Buffer.from(secret).toString('hex'),
        Buffer.from(secret).toString('base64').slice(0, -4),
      ]);
      const look = async (when: string) => {
        const codes = own.texts.map(({ code }) => `"${code}"`); // as a value: six digits may stand in any number
        const text = `${await own.dump()}\n${JSON.stringify(own.jobs)}`;
        expect([when, [...forms, ...codes].filter((form) => text.includes(form))]).toEqual([when, []]);
      };
      const of = await own.newPerson();
      await own.start(of);
      await answerAll(own, of);
      await confirmOwnPhone(own, of, ownPhone);
      await look('answered');
      own.script.socialSecurity = 'unavailable';
      await check(own, of);
      await look('half checked');
      own.script.socialSecurity = 'match';
      own.script.face = faces(0.4);
      await own.proofing.withdraw(of);
      own.clock.advance(minutes(1));
      await own.start(of);
      await answerAll(own, of);
      await confirmOwnPhone(own, of, ownPhone);
      const { decision, id } = await check(own, of);
      await look('in review');
      if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
      await own.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' });
      await own.proofing.runChecks(id);
      expect((await current(own.proofing, of)).decision).toEqual({ outcome: 'verified' });
      await look('verified');
    } finally {
      await own.close();
    }
  });
});
