import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  faces,
  license,
  person,
  Script,
  withFields,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, Redacted, seconds } from '../../../kernel/index.ts';
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

/** Everyone has a number of their own: 30 people a run fit under one group. */
let serial = 1000;
const freshSsn = () => `901-22-${serial++}`;

describe('a person who does everything as asked', () => {
  it('is verified: identity sealed to them, facts kept, notice sent, evidence gone (A1, A7, A14, A17, A27)', async () => {
    const ssn = freshSsn();
    const { of, view } = await wholeCase(world, ssn);
    expect(view).toMatchObject({ step: 'decision', decision: { outcome: 'verified' } });
    expect(await world.readIdentity(of)).toEqual({
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate,
      address: { street: person.street, city: person.city, state: 'ZZ', postalCode: '00012' },
      ssn: ssn.replaceAll('-', ''),
      document: {
        type: 'license',
        number: person.documentNumber,
        issuerId: '636999',
        expiryDate: person.expiryDate,
      },
    });
    expect(await world.proofing.identityOf(of)).toMatchObject({
      ial: 2, // A3: one STRONG piece and one FAIR
      facts: {
        setting: 'remote-unattended',
        consent: { version: '1' },
        evidence: [
          {
            kind: 'drivers-license',
            issuer: '636999',
            validated: [{ method: 'automated-document' }, { method: 'issuer-record' }],
            verified: [{ pathway: 'face-comparison' }],
          },
          {
            kind: 'phone-account',
            issuer: 'alder-wireless',
            validated: [{ method: 'issuer-record', by: 'alder-wireless' }],
            verified: [{ pathway: 'phone-code', destination: 'validated' }],
          },
        ],
      },
    });
    expect(world.notices).toMatchObject([{ person: of, notice: { kind: 'identity-verified' } }]);
  });

  it('A3, A24: without a phone account a license and a known SSN are IAL1 and no more', async () => {
    const of = await world.newPerson();
    await world.start(of, { ial: 1 });
    await answerAll(world, of, freshSsn());
    settled(await world.proofing.sayNoPhone(of));
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    expect(await world.proofing.identityOf(of)).toMatchObject({ ial: 1 });
    expect(world.script.calls.phoneCarrier).toBe(0);
  });

  it('an address that the issuer did not bear out is not sealed as verified (A1)', async () => {
    world.script.motorVehicles = {
      status: 'valid',
      match: { familyName: 'match', givenName: 'match', birthDate: 'match', postalCode: 'not-held' },
    };
    const { of, view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'verified' });
    expect(await world.readIdentity(of)).not.toHaveProperty('address');
  });
});

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

  it('photos that stay unreadable end with a person, not in a circle', async () => {
    world.script.document = { ...license, data: { ok: false, error: 'no-barcode' } };
    const { of } = await wholeCase(world, freshSsn());
    await addGoodPhoto(world, of, 'back');
    expect((await check(world, of)).decision?.outcome).toBe('try-again');
    await addGoodPhoto(world, of, 'back');
    expect((await check(world, of)).decision?.outcome).toBe('needs-person');
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
    ['between the thresholds', faces(0.41)],
    ['with extremely low liveness (A16: one signal, never a refusal)', faces(0.8, 0.001)],
  ])('%s: the other checks run, then a person looks', async (_, face) => {
    world.script.face = face;
    const { view } = await wholeCase(world, freshSsn());
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['selfie-needs-a-look'] });
    expect(world.script.calls).toMatchObject({ motorVehicles: 1, socialSecurity: 1 });
  });
});

describe('A22: records that do not bear a person out', () => {
  it.each<[string, Partial<Script>]>([
    ['another birth date', { motorVehicles: differing('birthDate') }],
    ['another surname', { motorVehicles: differing('familyName') }],
    ['another postal code', { motorVehicles: differing('postalCode') }],
    ['a surrendered license', { motorVehicles: { status: 'surrendered', match: {} } }],
    ['an unknown number', { motorVehicles: { status: 'not-found', match: {} } }],
    ['one that the issuer says has expired', { motorVehicles: { status: 'expired', match: {} } }],
  ])('the issuer knows %s: the same words, a person looks', async (_, script) => {
    Object.assign(world.script, script);
    const { view } = await wholeCase(world, freshSsn());
    expect(withoutReference(view.decision)).toEqual({
      outcome: 'needs-person',
      reasons: ['document-not-confirmed'],
    });
    expect(world.script.calls.socialSecurity).toBe(0);
  });

  it('an SSN that does not match: one more try, then a person; the dead: a person, in the same words', async () => {
    world.script.socialSecurity = 'no-match';
    const { of, view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'try-again', step: 'ssn', reasons: ['record-not-confirmed'] });
    expect(view.answers.ssnLast4).toBeUndefined();
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    const second = (await check(world, of)).decision;

    world.script.socialSecurity = 'deceased';
    const dead = (await wholeCase(world, freshSsn())).view.decision;
    expect(withoutReference(dead)).toEqual(withoutReference(second));
    expect(dead).toMatchObject({ outcome: 'needs-person', reasons: ['record-not-confirmed'] });
  });

  it('an SSN that another account holds: sent there, nothing sealed, nothing said about that account', async () => {
    const ssn = freshSsn();
    const first = await wholeCase(world, ssn);
    const second = await wholeCase(world, ssn);
    expect(first.view.decision?.outcome).toBe('verified');
    expect(second.view.decision).toEqual({ outcome: 'refused', reasons: ['already-verified'] });
    expect(await world.readIdentity(second.of)).toBeUndefined();
    expect(await world.proofing.identityOf(second.of)).toBeUndefined();
    expect(JSON.stringify(second.view)).not.toContain(first.of);
  });

  it('more submissions a day than honest retries need are not taken', async () => {
    world.script.document = { ...license, looksLike: 'passport' };
    const { of } = await wholeCase(world, freshSsn());
    for (let n = 1; n < 6; n++) {
      for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
      await check(world, of);
    }
    for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
    const again = new Date(world.clock.now().getTime() + days(1));
    expect(await world.proofing.submit(of)).toEqual({ ok: false, error: { code: 'too-many-tries', again } });
  });
});

function differing(element: string): Script['motorVehicles'] {
  const { motorVehicles } = new Script();
  if (motorVehicles === 'unavailable') throw new Error('the script answers');
  return { ...motorVehicles, match: { ...motorVehicles.match, [element]: 'no-match' } };
}

function withoutReference(decision: object | undefined): object {
  const { reference: _reference, ...rest } = { reference: '', ...decision };
  return rest;
}

describe('a person who is proven and has a new document', () => {
  it('is proven again with it: the new name is sealed, the old one stood until then (A27)', async () => {
    const ssn = freshSsn();
    const { of } = await wholeCase(world, ssn);
    world.clock.advance(seconds(1));
    await world.transact((tx) => world.proofing.startAgain(tx, of));
    expect(await world.readIdentity(of)).toMatchObject({ familyName: person.familyName });
    world.script.document = withFields({ familyName: 'Married-Specimen', documentNumber: 'R5500011' });
    await answerAll(world, of, ssn);
    expect(await check(world, of)).toMatchObject({ decision: { outcome: 'verified' } });
    expect(await world.readIdentity(of)).toMatchObject({
      familyName: 'Married-Specimen',
      ssn: ssn.replaceAll('-', ''),
      document: { number: 'R5500011' },
    });
  });

  it('attack, somebody else at an open account: with a number of their own they do not take it over', async () => {
    const { of } = await wholeCase(world, freshSsn());
    const before = await world.readIdentity(of);
    world.clock.advance(seconds(1));
    await world.transact((tx) => world.proofing.startAgain(tx, of));
    world.script.document = withFields({ familyName: 'Thief-Specimen' });
    await answerAll(world, of, freshSsn());
    const refused = { outcome: 'refused', reasons: ['not-this-account'] };
    expect(await check(world, of)).toMatchObject({ decision: refused });
    expect(await world.readIdentity(of)).toEqual(before);
    expect((await world.proofing.identityOf(of))?.ial).toBe(2);
  });
});
