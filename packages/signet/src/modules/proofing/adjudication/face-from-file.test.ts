import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addFromFile,
  answerAll,
  check,
  current,
  settled,
  takeLiveSelfie,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import type { PersonId } from '../../../kernel/index.ts';
import type { Decision } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
});

let serial = 1000;
const freshSsn = () => `907-41-${serial++}`;

/** Everything as it should be, and the face from a file. */
async function answeredFromFile(): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of, { ial: 2 });
  await answerAll(world, of, freshSsn());
  expect((await addFromFile(world, of, 'selfie')).step).toBe('check-answers');
  return of;
}

const reasonsOf = (decision: Decision | undefined) =>
  decision?.outcome === 'needs-person' ? decision.reasons : decision?.outcome;

describe('A16: a face from a file', () => {
  it('never verifies by itself, however like the portrait and however lively: everything else is checked, then a person looks', async () => {
    for (const face of [faces(0.9, 1), faces(0.5, 0)]) {
      world.script.face = face;
      const view = await check(world, await answeredFromFile());
      expect(reasonsOf(view.decision)).toEqual(['selfie-from-file']);
    }
    expect(world.script.calls).toMatchObject({ motorVehicles: 2, socialSecurity: 2 });
  });

  it('attack: one that is put in the place of a live picture has none of its movements', async () => {
    const of = await answeredFromFile();
    await takeLiveSelfie(world, of);
    await addFromFile(world, of, 'selfie');
    expect(reasonsOf((await check(world, of)).decision)).toEqual(['selfie-from-file']);
  });

  it('is named as one to its person before everything is sent, and a live picture is not', async () => {
    const of = await answeredFromFile();
    const noteOf = async () => (await current(world.proofing, of)).answers.photos.selfie;
    expect(await noteOf()).toMatchObject({ fromFile: true });
    await takeLiveSelfie(world, of);
    expect(await noteOf()).not.toHaveProperty('fromFile');
  });

  it('gives way to a live picture that is taken in its place', async () => {
    const of = await answeredFromFile();
    await takeLiveSelfie(world, of);
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('attack: one that is the portrait, or hardly like it, tells the agent that it is a file, too', async () => {
    world.script.face = faces(0.99);
    expect(reasonsOf((await check(world, await answeredFromFile())).decision)).toEqual([
      'selfie-is-the-portrait',
      'selfie-from-file',
    ]);
    world.script.face = faces(0.4);
    expect(reasonsOf((await check(world, await answeredFromFile())).decision)).toEqual([
      'selfie-needs-a-look',
      'selfie-from-file',
    ]);
  });

  it('A8: is approved by an agent, and what is recorded says that a person compared the picture', async () => {
    const of = await answeredFromFile();
    const { decision } = await check(world, of);
    if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
    settled(await world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' }));
    await world.proofing.runChecks((await current(world.proofing, of)).id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    const { facts, ial } = (await world.proofing.identityOf(of)) ?? {};
    expect(ial).toBe(2);
    expect(facts).toMatchObject({
      agent: 'agent-7',
      evidence: [{ verified: [{ pathway: 'agent-comparison' }] }, { kind: 'phone-account' }],
    });
  });
});
