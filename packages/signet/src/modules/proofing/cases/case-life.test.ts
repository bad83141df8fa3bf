import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  current,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { blurry, photoBytes, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { minutes, type PersonId, Redacted } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.forgetTries();
  Object.assign(world.script, new Script());
  world.jobs.length = 0;
});

let serial = 1000;
const freshSsn = () => `902-31-${serial++}`;

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

describe('pages, tabs and buttons', () => {
  it('the person comes back to the same step, whatever happened to their browser', async () => {
    const of = await begun();
    expect((await current(world.proofing, of)).step).toBe('choose');
    await world.proofing.chooseDocument(of, 'license');
    await world.proofing.giveConsent(of, '1');
    expect((await world.start(of)).step).toBe('front');
    await addGoodPhoto(world, of, 'front');
    expect((await world.start(of)).step).toBe('back');
  });

  it('a page from ahead is not taken: nothing is checked without a consent (A17)', async () => {
    const of = await begun();
    const early = { ok: false, error: { code: 'not-now' } };
    expect(await world.proofing.addPhoto(of, 'selfie', photoBytes())).toEqual(early);
    expect(await world.proofing.submit(of)).toEqual(early);
    expect(await world.proofing.giveSsn(of, new Redacted(freshSsn()))).toEqual({
      ok: false,
      error: 'not-now',
    });
    expect(await count('proofing_images', of)).toBe(0);
  });

  it('going back and choosing again clears what depended on it; the same answer twice clears nothing', async () => {
    const of = await answered();
    const before = await current(world.proofing, of);
    expect(before.step).toBe('check-answers');
    settled(await world.proofing.chooseDocument(of, 'license'));
    settled(await world.proofing.giveConsent(of, '1'));
    expect(await current(world.proofing, of)).toEqual(before);

    const after = settled(await world.proofing.giveConsent(of, '2'));
    expect(after).toMatchObject({ step: 'front', answers: { photos: {}, consent: { version: '2' } } });
    expect(after.answers.ssnLast4?.reveal()).toMatch(/^\d{4}$/);
    expect(await count('proofing_images', of)).toBe(0);
  });

  it('a retaken photo takes the place of the first one, which is deleted', async () => {
    const of = await answered();
    const bytes = photoBytes();
    settled(await world.proofing.addPhoto(of, 'front', bytes));
    expect((await world.proofing.photo(of, 'front'))?.jpeg).toEqual(Buffer.from(bytes));
    expect(await count('proofing_images', of)).toBe(6); // four are frames of the face
    expect((await current(world.proofing, of)).step).toBe('check-answers');
  });

  it('two tabs: both photos are kept and neither undoes the other', async () => {
    const of = await begun();
    await world.proofing.chooseDocument(of, 'license');
    await world.proofing.giveConsent(of, '1');
    await addGoodPhoto(world, of, 'front');
    await addGoodPhoto(world, of, 'back');
    const both = ['front', 'back', 'selfie'] as const;
    const added = await Promise.all(both.map((role) => world.proofing.addPhoto(of, role, photoBytes())));
    expect(added.map((one) => one.ok)).toEqual([true, true, true]);
    expect((await current(world.proofing, of)).step).toBe('phone');
    expect(await count('proofing_images', of)).toBe(3);
  });

  it('two tabs that start at once share one case', async () => {
    const of = await world.newPerson();
    const views = await Promise.all([1, 2, 3].map(() => world.start(of)));
    expect(new Set(views.map((view) => view.id)).size).toBe(1);
  });

  it('double click on submit: one job, one submission, one decision', async () => {
    const of = await answered();
    const clicks = await Promise.all([1, 2, 3].map(() => world.proofing.submit(of)));
    for (const click of clicks) expect(settled(click).step).toBe('checking');
    expect(world.jobs).toHaveLength(1);
    expect(await count('proofing_submissions', of)).toBe(1);

    const { id } = await current(world.proofing, of);
    await Promise.all([world.proofing.runChecks(id), world.proofing.runChecks(id)]);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect(await count('proofings', of)).toBe(1);
    expect(settled(await world.proofing.submit(of)).decision).toEqual({ outcome: 'verified' });
    expect(world.jobs).toHaveLength(1);
  });

  it('a run that read the case before another run finished it decides nothing of its own, and does not fail', async () => {
    const of = await answered();
    const { id } = settled(await world.proofing.submit(of));
    const { findings } = world.needs.stores;
    const { ofCase } = findings;
    Object.assign(findings, {
      ofCase: async (asked: Parameters<typeof ofCase>[0]) => {
        Object.assign(findings, { ofCase });
        await world.proofing.runChecks(id);
        return ofCase(asked);
      },
    });
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect(await count('proofings', of)).toBe(1);
  });

  it('nothing can be changed while it is being checked', async () => {
    const of = await answered();
    await world.proofing.submit(of);
    const late = await world.proofing.addPhoto(of, 'selfie', photoBytes());
    expect(late).toEqual({ ok: false, error: { code: 'not-now' } });
  });
});

describe('photos and numbers that are not taken', () => {
  it('a poor photo is kept, asked for again, and after the second may be used anyway', async () => {
    const of = await begun();
    await world.proofing.chooseDocument(of, 'license');
    await world.proofing.giveConsent(of, '1');
    world.script.quality = blurry;
    const poor = (mayUseAnyway: boolean) => ({
      ok: false,
      error: { code: 'poor-quality', problems: ['blurry'], mayUseAnyway },
    });
    expect(await world.proofing.addPhoto(of, 'front', photoBytes())).toEqual(poor(false));
    expect(await world.proofing.usePhotoAnyway(of, 'front')).toEqual({ ok: false, error: 'not-now' });
    expect(await world.proofing.addPhoto(of, 'front', photoBytes())).toEqual(poor(true));
    expect((await current(world.proofing, of)).step).toBe('front');
    expect(settled(await world.proofing.usePhotoAnyway(of, 'front')).step).toBe('back');
  });

  it('a file that is no photo leaves the earlier photo where it was', async () => {
    const of = await answered();
    const refused = await world.proofing.addPhoto(of, 'front', new Uint8Array());
    expect(refused).toEqual({ ok: false, error: { code: 'refused', why: 'empty' } });
    expect((await current(world.proofing, of)).step).toBe('check-answers');
  });

  it('finding S2, limit photo.a-case, photo.a-day: attack, files that break off while they are decoded: each counts, and no other case begins the day anew', async () => {
    const broken = new Uint8Array([0, 1, 2]);
    const of = await begun();
    const another = await begun();
    for (let round = 0; round < 3; round++) {
      await world.start(of);
      await world.proofing.chooseDocument(of, 'license');
      await world.proofing.giveConsent(of, '1');
      for (let n = 0; n < 24; n++)
        expect(await world.proofing.addPhoto(of, 'front', broken)).toMatchObject({
          error: { code: 'refused', why: 'broken' },
        });
      expect(await world.proofing.addPhoto(of, 'front', broken)).toEqual({
        ok: false,
        error: { code: 'too-many-photos' },
      });
      await world.proofing.withdraw(of);
    }
    await world.start(of);
    await world.proofing.chooseDocument(of, 'license');
    await world.proofing.giveConsent(of, '1');
    expect(await world.proofing.addPhoto(of, 'front', photoBytes())).toEqual({
      ok: false,
      error: { code: 'too-many-photos' },
    });
    await world.proofing.chooseDocument(another, 'license');
    await world.proofing.giveConsent(another, '1');
    expect(settled(await world.proofing.addPhoto(another, 'front', photoBytes())).step).toBe('back');
  });

  it('attack: photos without end are not', async () => {
    const of = await answered();
    for (let n = 2; n < 24; n++) settled(await world.proofing.addPhoto(of, 'selfie', photoBytes()));
    const more = await world.proofing.addPhoto(of, 'selfie', new Uint8Array()); // not even looked at
    expect(more).toEqual({ ok: false, error: { code: 'too-many-photos' } });
  });

  it('D7: a number that somebody could have is not taken, and the one given before stays', async () => {
    const of = await answered();
    const before = (await current(world.proofing, of)).answers.ssnLast4?.reveal();
    const refused = await world.proofing.giveSsn(of, new Redacted('not a number'));
    expect(refused).toEqual({ ok: false, error: 'not-nine-digits' });
    expect((await current(world.proofing, of)).answers.ssnLast4?.reveal()).toBe(before);
  });
});

describe('a worker that dies', () => {
  it.each(['face', 'motorVehicles', 'socialSecurity', 'phoneCarrier'] as const)(
    'before %s: the next one goes on from there, and asks nobody twice',
    async (dying) => {
      const of = await answered();
      const { id } = settled(await world.proofing.submit(of));
      world.script.before = (name) => {
        if (name === dying) throw new Error('killed');
      };
      await expect(world.proofing.runChecks(id)).rejects.toThrow('killed');
      const halfway = await world.proofing.progress(of);
      expect(halfway?.finished).toBe(false);
      expect(halfway?.stages.map((one) => one.state)).toEqual(
        dying === 'face' ? ['done', 'now', 'waiting', 'waiting'] : ['done', 'done', 'now', 'waiting'],
      );
      world.script.before = () => {};
      await world.proofing.runChecks(id);
      expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
      const once = { document: 1, face: 1, motorVehicles: 1, socialSecurity: 1, phoneCarrier: 1 };
      expect(world.script.calls).toEqual({ ...once, passportOffice: 0 });
    },
  );

  it('in the middle of the decision: nothing of it stands, and the next run makes it whole', async () => {
    const of = await answered();
    const { id } = settled(await world.proofing.submit(of));
    const { deposit } = world.vault;
    Object.assign(world.vault, { deposit: () => Promise.reject(new Error('killed')) });
    await expect(world.proofing.runChecks(id)).rejects.toThrow('killed');
    Object.assign(world.vault, { deposit });
    expect((await current(world.proofing, of)).step).toBe('checking');
    expect([await count('proofings', of), await count('ssn_index', of)]).toEqual([0, 0]);
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('and whose job is lost with it is woken by the sweep, once', async () => {
    const of = await answered();
    const { id } = settled(await world.proofing.submit(of));
    world.jobs.length = 0;
    world.clock.advance(minutes(11));
    await world.proofing.sweep();
    await world.proofing.sweep();
    expect(world.jobs.filter((job) => job.data.caseId === id)).toHaveLength(1);
  });

  it('after the person withdrew finds nothing to do and decides nothing', async () => {
    const of = await answered();
    const { id } = settled(await world.proofing.submit(of));
    world.script.before = (name) => (name === 'motorVehicles' ? world.proofing.withdraw(of) : undefined);
    await world.proofing.runChecks(id);
    expect(await world.proofing.currentCase(of)).toBeUndefined();
    expect(await world.proofing.identityOf(of)).toBeUndefined();
  });
});
