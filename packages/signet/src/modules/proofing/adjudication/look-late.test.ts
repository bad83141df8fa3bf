import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  current,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { license, photoBytes, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
});

let serial = 1000;
const freshSsn = () => `904-24-${serial++}`;

/** Somebody new whose face came as a file, up to the first decision; a live picture was followed as it was taken. */
async function sent() {
  const of = await world.newPerson();
  await world.start(of);
  await answerAll(world, of, freshSsn());
  await world.proofing.addPhoto(of, 'selfie', photoBytes());
  return { of, view: await check(world, of) };
}

/** The back does not read, of a card that is one. */
const unreadBack: typeof license = { ...license, data: { ok: false, error: 'no-barcode' } };

describe('photos that nobody looked at when they were sent', () => {
  it('finding P2: three bad ones are told of in one round, and the first of them is where to go', async () => {
    world.script.document = unreadBack;
    world.script.seenLate = { front: ['glare'], back: ['blurry'], selfie: ['no-face'] };
    const { of, view } = await sent();
    expect(view.decision).toEqual({ outcome: 'try-again', step: 'front', reasons: ['back-unreadable'] });
    const { photos } = (await current(world.proofing, of)).answers;
    expect(photos.back).toBeUndefined(); // the checks themselves ask for it
    expect(photos.front).toMatchObject({ settled: false, problems: ['glare'] });
    expect(photos.selfie).toMatchObject({ settled: false, problems: ['no-face'] });
    world.script.document = license;
    world.script.seenLate = {};
    for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('finding P2: good ones stay, and one that was seen when it was sent is not looked at again', async () => {
    world.script.document = unreadBack;
    world.script.seenAtOnce = [];
    world.script.seenLate = { selfie: ['no-face'] };
    const { of } = await sent();
    expect((await current(world.proofing, of)).answers.photos.selfie).toMatchObject({ settled: true });
  });

  it('finding P2: a look that is wrong about a face each time: after two rounds the checks alone decide', async () => {
    world.script.document = unreadBack;
    world.script.seenLate = { selfie: ['no-face'] };
    const { of } = await sent();
    const round = async () => {
      await addGoodPhoto(world, of, 'back');
      await world.proofing.addPhoto(of, 'selfie', photoBytes());
      await check(world, of);
      return (await current(world.proofing, of)).answers.photos.selfie?.settled;
    };
    expect([await round(), await round()]).toEqual([false, true]);
  });
});
