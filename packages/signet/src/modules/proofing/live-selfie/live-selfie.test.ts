import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  confirmOwnPhone,
  current,
  settled,
  takeLiveSelfie,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { photoBytes, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { frameBytes, type Shown } from '../../../../../../test/support/worlds/scripted-frames.ts';
import { err, minutes, type PersonId, Redacted } from '../../../kernel/index.ts';
import { type Movement, movements } from '../../biometrics/index.ts';
import type { LiveStep } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
});

let serial = 1000;
const freshSsn = () => `906-31-${serial++}`;

/** Somebody who is asked for their face now. */
async function atSelfie(): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of);
  await world.proofing.chooseDocument(of, 'license');
  await world.proofing.giveConsent(of, '1');
  for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
  return of;
}

const begin = async (of: PersonId, without: readonly Movement[] = []): Promise<LiveStep> =>
  settled(await world.proofing.beginLiveSelfie(of, without));
const send = (of: PersonId, { nonce }: LiveStep, shown: Shown | 'nobody', face?: string) =>
  world.proofing.addFrame(of, nonce, frameBytes(shown, face));

const picturesOf = async (of: PersonId): Promise<number> => {
  const { rows } = await sql`SELECT 1 FROM proofing_images WHERE person = ${of}`.execute(world.pool.db);
  return rows.length;
};
const isMovement = (ask: LiveStep['ask']): ask is Movement => movements.some((one) => one === ask);
const anotherThan = (ask: LiveStep['ask']): Shown => (ask === 'open-mouth' ? 'turn-left' : 'open-mouth');

describe('a live picture', () => {
  it('asks for the straight look, then for one movement at a time, and makes the selfie of it', async () => {
    const of = await atSelfie();
    let step = await begin(of);
    expect(step).toMatchObject({ ask: 'straight', seen: 0, of: 4 });
    const asked: LiveStep['ask'][] = [];
    while (step.ask !== 'nothing-more') {
      expect((await current(world.proofing, of)).step).toBe('selfie');
      asked.push(step.ask);
      step = settled(await send(of, step, step.ask)).step;
    }
    expect(asked[0]).toBe('straight');
    expect(new Set(asked).size).toBe(4);
    expect(asked.slice(1).every(isMovement)).toBe(true);
    expect((await current(world.proofing, of)).step).toBe('phone');
    expect((await world.proofing.photo(of, 'selfie'))?.jpeg.toString()).toMatch(/^FRAME straight/);
    expect(await picturesOf(of)).toBe(6);
  });

  it('goes with a case that is verified by it', async () => {
    const of = await atSelfie();
    await takeLiveSelfie(world, of);
    await confirmOwnPhone(world, of);
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    expect(await picturesOf(of)).toBe(0);
  });

  it('says what is in the way and asks for the same again, and keeps nothing of that frame', async () => {
    const of = await atSelfie();
    const first = await begin(of);
    expect(await send(of, first, 'nobody')).toMatchObject({ value: { problem: 'no-face', step: first } });
    expect(await send(of, first, 'turn-left')).toMatchObject({ value: { problem: 'not-straight' } });
    const step = settled(await send(of, first, 'straight')).step;
    const before = await picturesOf(of);
    const { problem, step: still } = settled(await send(of, step, 'straight'));
    expect([problem, still]).toEqual(['more', step]);
    expect(settled(await send(of, step, step.ask as Shown, 'a twin')).problem).toBe('another-face');
    expect(await picturesOf(of)).toBe(before);
  });

  it('says that dark glasses are in the way, and of a picture without a face that it is too dark', async () => {
    const of = await atSelfie();
    const step = await begin(of);
    const behindGlasses = settled(await send(of, step, 'straight', 'own-behind-dark-glasses'));
    expect(behindGlasses).toMatchObject({ problem: 'eyes-covered', step });
    world.script.quality = { ...world.script.quality, problems: ['too-dark'] };
    expect(settled(await send(of, step, 'nobody')).problem).toBe('poor-picture');
  });

  it('is asked to wait while nobody can look at frames, and goes on from there', async () => {
    const of = await atSelfie();
    const step = await begin(of);
    const { follow } = world.needs.intake;
    world.needs.intake.follow = async () => undefined;
    expect(await send(of, step, 'straight')).toEqual(err('busy'));
    world.needs.intake.follow = follow;
    expect(settled(await send(of, step, 'straight')).step.seen).toBe(1);
  });

  it('leaves out what the person cannot do, and is not begun where nothing is left to ask', async () => {
    const of = await atSelfie();
    let step = await begin(of, ['chin-down']);
    const asked: LiveStep['ask'][] = [];
    while (step.ask !== 'nothing-more') {
      asked.push(step.ask);
      step = settled(await send(of, step, step.ask)).step;
    }
    expect(asked.toSorted()).toEqual(['open-mouth', 'straight', 'turn-left', 'turn-right']);
    expect(await world.proofing.beginLiveSelfie(of, movements)).toEqual(err('too-few-movements'));
  });

  it('gives way to a photo that is chosen in its place, and its frames are gone', async () => {
    const of = await atSelfie();
    await takeLiveSelfie(world, of);
    settled(await world.proofing.addPhoto(of, 'selfie', photoBytes()));
    expect(await picturesOf(of)).toBe(3);
  });

  it('A17: goes when the consent is given anew, as every picture does', async () => {
    const of = await atSelfie();
    await takeLiveSelfie(world, of);
    settled(await world.proofing.giveConsent(of, '2'));
    expect(await picturesOf(of)).toBe(0);
  });

  it('is over after its time, and begins anew at no cost but its own', async () => {
    const of = await atSelfie();
    const step = await begin(of);
    world.clock.advance(minutes(15) + 1);
    expect(await send(of, step, 'straight')).toEqual(err('not-now'));
    expect(settled(await send(of, await begin(of), 'straight')).step.seen).toBe(1);
  });
});

describe('attack:', () => {
  it('a frame that was made for an earlier try is not taken, and what that try had is gone', async () => {
    const of = await atSelfie();
    const earlier = await begin(of);
    settled(await send(of, earlier, 'straight'));
    const now = await begin(of);
    expect(await picturesOf(of)).toBe(2);
    expect(await send(of, earlier, 'straight')).toEqual(err('not-now'));
    expect(settled(await send(of, now, 'straight')).step.seen).toBe(1);
  });

  it('the movements are not told ahead, and one that was not asked for counts for nothing', async () => {
    const of = await atSelfie();
    const first = await begin(of);
    expect(Object.keys(first).toSorted()).toEqual(['ask', 'nonce', 'of', 'seen']);
    const step = settled(await send(of, first, 'straight')).step;
    expect(settled(await send(of, step, anotherThan(step.ask))).step).toEqual(step);
  });

  it('the same step answered twice at once is taken once', async () => {
    const of = await atSelfie();
    const step = await begin(of);
    const both = await Promise.all([send(of, step, 'straight'), send(of, step, 'straight')]);
    const taken = both.filter((one) => one.ok && one.value.problem === undefined);
    expect(taken).toHaveLength(1); // the other came too late, or shows no movement
    expect(await picturesOf(of)).toBe(3);
  });

  it('the two movements that a bent print shows are not chosen by leaving out the others', async () => {
    const of = await atSelfie();
    const turns = ['turn-left', 'turn-right'] as const;
    expect(await world.proofing.beginLiveSelfie(of, turns)).toEqual(err('too-few-movements'));
  });

  it('another person cannot send frames for this one', async () => {
    const [of, other] = [await atSelfie(), await atSelfie()];
    const step = await begin(of);
    expect(await send(other, step, 'straight')).toEqual(err('not-now'));
  });

  it('frames that do not show the movements when they are looked at again send the case to a person', async () => {
    const of = await atSelfie();
    await takeLiveSelfie(world, of);
    await confirmOwnPhone(world, of);
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    const { follow } = world.script;
    world.script.follow = (frames) => follow(frames.map(() => frames[0] ?? Buffer.alloc(0)));
    expect((await check(world, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['selfie-not-live'],
    });
  });

  it('limit live-selfie.tries-a-day: trying until the movements suit a recording ends', async () => {
    const of = await atSelfie();
    for (let n = 0; n < 12; n++) await begin(of);
    expect(await world.proofing.beginLiveSelfie(of, [])).toEqual(err('too-many-tries'));
    settled(await world.proofing.addPhoto(of, 'selfie', photoBytes())); // the way that is left
  });

  it('limit live-selfie.frames-a-day: frames are looked at so often and no more', async () => {
    const of = await atSelfie();
    const step = await begin(of);
    for (let n = 0; n < 720; n++) settled(await send(of, step, 'nobody'));
    expect(await send(of, step, 'straight')).toEqual(err('too-many-frames'));
  });

  it('nobody who is not at that step takes a live picture', async () => {
    const of = await world.newPerson();
    await world.start(of);
    expect(await world.proofing.beginLiveSelfie(of, [])).toEqual(err('not-now'));
    await answerAll(world, of, freshSsn());
    await check(world, of);
    expect(await world.proofing.beginLiveSelfie(of, [])).toEqual(err('not-now'));
  });
});
