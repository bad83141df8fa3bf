import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  check,
  confirmOwnPhone,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { frameBytes } from '../../../../../../test/support/worlds/scripted-frames.ts';
import { type PersonId, Redacted } from '../../../kernel/index.ts';
import { isVirtualCamera } from './camera-signals.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
});

let serial = 1000;

/** Somebody who is asked for their face now. */
async function atSelfie(): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of);
  await world.proofing.chooseDocument(of, 'license');
  await world.proofing.giveConsent(of, '1');
  for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
  return of;
}

/** All else is given as it should be. */
async function decisionOn(of: PersonId) {
  await confirmOwnPhone(world, of);
  settled(await world.proofing.giveSsn(of, new Redacted(`908-22-${serial++}`)));
  return (await check(world, of)).decision;
}

interface Before {
  readonly name?: string;
  readonly frozen?: number;
  readonly shows?: Parameters<typeof frameBytes>[0];
}

/** Does all that is asked, before a camera of this name, after the very same picture was sent so often. */
async function taken({ name, frozen = 0, shows = 'turn-left' }: Before) {
  const of = await atSelfie();
  let step = settled(await world.proofing.beginLiveSelfie(of, []));
  const same = frameBytes(shows);
  for (let n = 0; n < frozen; n += 1) await world.proofing.addFrame(of, step.nonce, same);
  while (step.ask !== 'nothing-more')
    step = settled(
      await world.proofing.addFrame(of, step.nonce, frameBytes(step.ask), undefined, { name }),
    ).step;
  return decisionOn(of);
}

const looksAPerson = { outcome: 'needs-person', reasons: ['camera-in-doubt'] };

describe('A19, by the camera’s name and repeated bytes alone: attack:', () => {
  it.each([
    ['OBS', 'OBS Virtual Camera'],
    ['v4l2loopback', 'Dummy video device (0x0000)'],
  ])('%s in place of a camera does what is asked, and a person looks', async (_program, name) => {
    expect(await taken({ name })).toMatchObject(looksAPerson);
  });

  it('a still that is sent over and over before the movements follow: a person looks', async () => {
    expect(await taken({ frozen: 3 })).toMatchObject(looksAPerson);
  });

  it.each(['ManyCam Virtual Webcam', 'XSplit VCam', 'Snap Camera', 'CamTwist', 'DeepFaceLive'])(
    '%s is known by its name',
    (name) => expect(isVirtualCamera(name)).toBe(true),
  );
});

describe('no signal is', () => {
  it('a camera of a phone or computer, also one that stood still for a moment', async () => {
    expect(await taken({ name: 'FaceTime HD Camera (Built-in)', frozen: 2 })).toEqual({
      outcome: 'verified',
    });
  });

  it('a lens with its cover on, which sends the same black picture until it is opened', async () => {
    expect(await taken({ frozen: 12, shows: 'nobody' })).toEqual({ outcome: 'verified' });
  });

  it.each([
    'camera2 1, facing front',
    'Back Triple Camera',
    'Integrated Webcam (0c45:6a10)',
    'HD Pro Webcam C920',
    'Observer HD',
    'Camo',
    '',
  ])('“%s”', (name) => expect(isVirtualCamera(name)).toBe(false));
});
