import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  current,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  faces,
  license,
  licensePortrait,
  photoBytes,
  Script,
  withFields,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { type PersonId, seconds } from '../../../kernel/index.ts';
import type { ReasonCode } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.jobs.length = 0;
  world.notices.length = 0;
});

const laidOut = (faults: (typeof license.layout.faults)[number][]): typeof license => ({
  ...license,
  layout: { ...license.layout, faults },
});

/** The barcode does not read, and the print states the same. */
function byPrint(fields: Parameters<typeof withFields>[0] = {}): typeof license {
  const { data } = withFields(fields);
  if (!data.ok) throw new Error('the specimen has a barcode');
  return { ...license, data: { ok: false, error: 'no-barcode' }, printed: data.value, comparison: [] };
}

/** The back is sent twice, told to be poor each time, and then used as it is. */
async function useAnyway(of: PersonId): Promise<void> {
  world.script.seenAtOnce = ['barcode-unread'];
  for (const _ of [1, 2]) await world.proofing.addPhoto(of, 'back', photoBytes());
  expect(await world.proofing.usePhotoAnyway(of, 'back')).toMatchObject({ ok: true });
  world.script.seenAtOnce = undefined;
}

/** Everyone has a number of their own: 30 people a run fit under one group. */
let serial = 1000;
const freshSsn = () => `901-22-${serial++}`;

describe('a document or photo that does not do', () => {
  it.each<[string, Partial<Script>, string, ReasonCode]>([
    ['expired', { document: withFields({ expiryDate: '2022-01-30' }) }, 'choose', 'document-expired'],
    ['a passport', { document: { ...license, looksLike: 'passport' } }, 'front', 'front-is-a-passport'],
    [
      'no barcode on the back',
      { document: { ...license, data: { ok: false, error: 'no-barcode' } } },
      'back',
      'back-unreadable',
    ],
    [
      'the barcode of a parcel',
      { document: { ...license, data: { ok: false, error: 'not-aamva' } } },
      'back',
      'back-is-another-barcode',
    ],
    [
      'a front that nobody can read',
      { document: { ...license, comparison: [] } },
      'front',
      'front-unreadable',
    ],
    [
      'finding S7: a sheet with the right words and nothing else of a card',
      { document: laidOut(['no-title', 'no-labels', 'little-print']) },
      'front',
      'front-is-no-document',
    ],
    [
      'no portrait',
      { face: { ok: false, image: 'portrait', problem: 'no-face' } },
      'front',
      'portrait-not-found',
    ],
    [
      'nobody in the selfie',
      { face: { ok: false, image: 'selfie', problem: 'no-face' } },
      'selfie',
      'selfie-no-face',
    ],
    [
      'two people in the selfie',
      { face: { ok: false, image: 'selfie', problem: 'several-faces' } },
      'selfie',
      'selfie-several-faces',
    ],
  ])('A18: %s: which step again and why, and no record is asked', async (_, script, step, reason) => {
    Object.assign(world.script, script);
    const { view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'try-again', step, reasons: [reason] });
    expect(view.open).toContain(step);
    expect(view.open).not.toContain('check-answers');
    expect(world.script.calls).toMatchObject({ motorVehicles: 0, socialSecurity: 0 });
  });

  it('the last day of a license counts wherever in the country it is still that day', async () => {
    world.script.document = withFields({ expiryDate: '2026-05-04' });
    expect((await wholeCase(world, freshSsn())).view.decision?.outcome).toBe('verified');
    world.script.document = withFields({ expiryDate: '2026-05-03' });
    expect((await wholeCase(world, freshSsn())).view.decision?.outcome).toBe('try-again');
  });

  it('A18: print that differs from the barcode goes to a person, who is not told which field', async () => {
    const views = [];
    for (const field of ['birthDate', 'documentNumber'] as const) {
      const comparison = license.comparison.map((one) =>
        one.field === field ? { ...one, agreement: 'differs' as const } : one,
      );
      world.script.document = { ...license, comparison };
      views.push((await wholeCase(world, freshSsn())).view.decision);
    }
    for (const decision of views) {
      expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['document-needs-a-look'] });
      expect(decision).toHaveProperty('reference', expect.stringMatching(/^SGN-[0-9A-Z]{4}-[0-9A-Z]{4}$/));
    }
    expect(world.script.calls.motorVehicles).toBe(0);
  });

  it.each<[string, Partial<Script>]>([
    ['no field beside its label', { document: laidOut(['no-labels']) }],
    ['hardly any print', { document: laidOut(['little-print']) }],
    ['a portrait where no license has it', { face: faces(0.8, 0.9, { ...licensePortrait, x: 1200 }) }],
  ])('finding S7: a card with %s goes to a person, after the other checks', async (_, script) => {
    Object.assign(world.script, script);
    const { view } = await wholeCase(world, freshSsn());
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['document-needs-a-look'] });
    expect(world.script.calls.motorVehicles).toBe(1);
  });

  it('finding D4: photos that stay unreadable end with a person, not in a circle, where the print says what it is', async () => {
    world.script.document = byPrint();
    const { of } = await wholeCase(world, freshSsn());
    await addGoodPhoto(world, of, 'back');
    expect((await check(world, of)).decision?.outcome).toBe('try-again');
    await addGoodPhoto(world, of, 'back');
    const { decision } = await check(world, of);
    expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['back-unreadable'] });
    expect(world.script.calls).toMatchObject({ face: 1, motorVehicles: 1, socialSecurity: 1 }); // the person looks once
  });

  it('finding D4: what is promised can be done: the person approves it, and by print and the offices it is verified', async () => {
    world.script.document = byPrint();
    const of = await world.newPerson();
    await world.start(of);
    await answerAll(world, of, freshSsn());
    await useAnyway(of);
    const { decision, id } = await check(world, of);
    if (decision?.outcome !== 'needs-person') throw new Error(`a person, not ${decision?.outcome}`);
    await world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' });
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect(await world.proofing.identityOf(of)).toBeDefined();
  });

  it('finding D4: attack: an expired license without a readable barcode is no way around its last day', async () => {
    world.script.document = byPrint({ expiryDate: '2022-01-30' });
    const of = await world.newPerson();
    await world.start(of);
    await answerAll(world, of, freshSsn());
    await useAnyway(of);
    const view = await check(world, of);
    expect(view.decision).toMatchObject({ outcome: 'try-again', reasons: ['document-expired'] });
  });

  it('finding D4: where neither barcode nor print reads, no person is promised: another photo, however often', async () => {
    world.script.document = { ...license, data: { ok: false, error: 'no-barcode' } };
    const { of } = await wholeCase(world, freshSsn());
    for (const _ of [1, 2, 3]) {
      await addGoodPhoto(world, of, 'back');
      expect((await check(world, of)).decision).toMatchObject({ outcome: 'try-again', step: 'back' });
    }
    const { id } = await current(world.proofing, of);
    const reviews = await world.proofing.openReviews();
    expect(reviews.filter(({ caseId }) => caseId === id)).toEqual([]);
  });

  it('a made-up issuer is not taken outside the sandbox, nor a real one in it (D7)', async () => {
    if (!license.data.ok) throw new Error('the specimen has a barcode');
    const real = { ...license.data.value, issuerId: '636000' };
    world.script.document = { ...license, data: { ok: true, value: real } };
    expect((await wholeCase(world, freshSsn())).view.decision).toMatchObject({
      step: 'choose',
      reasons: ['document-not-accepted'],
    });
  });

  it('a child has no account of their own', async () => {
    world.script.document = withFields({ birthDate: '2013-05-05' });
    expect((await wholeCase(world, freshSsn())).view.decision).toEqual({
      outcome: 'refused',
      reasons: ['below-minimum-age'],
    });
    world.script.document = withFields({ birthDate: '2013-05-04' });
    expect((await wholeCase(world, freshSsn())).view.decision?.outcome).toBe('verified');
  });
});

describe('a face', () => {
  it('A10: unlike the portrait: one more selfie, then a person; records are never asked', async () => {
    world.script.face = faces(0.12);
    const { of, view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'try-again', step: 'selfie', reasons: ['selfie-not-matched'] });
    await addGoodPhoto(world, of, 'selfie');
    expect((await check(world, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['selfie-not-matched'],
    });
    expect(world.script.calls).toMatchObject({ document: 1, face: 2, motorVehicles: 0 });
  });

  it('A22: attack: starting over does not give more tries with the same face', async () => {
    world.script.face = faces(0.12);
    const { of } = await wholeCase(world, freshSsn());
    await world.proofing.withdraw(of);
    world.clock.advance(seconds(1));
    await world.start(of);
    await answerAll(world, of, freshSsn());
    expect((await check(world, of)).decision?.outcome).toBe('needs-person');
  });

  it.each([
    ['between the thresholds', faces(0.41), 'selfie-needs-a-look'],
    ['finding S8: too like the portrait for another photograph', faces(0.95), 'selfie-is-the-portrait'],
    ['finding S8: the portrait itself, lively as it may seem', faces(0.999, 1), 'selfie-is-the-portrait'],
  ])('%s: the other checks run, then a person looks', async (_, face, reason) => {
    world.script.face = face;
    const { view } = await wholeCase(world, freshSsn());
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: [reason] });
    expect(world.script.calls).toMatchObject({ motorVehicles: 1, socialSecurity: 1 });
  });

  it('finding S9: that is like the portrait is judged the same at the lowest liveness (A16)', async () => {
    world.script.face = faces(0.8, 0.001);
    expect((await wholeCase(world, freshSsn())).view.decision).toEqual({ outcome: 'verified' });
  });
});
