import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAll, check, settled, wholeCase } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { person, Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { seconds } from '../../../kernel/index.ts';

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
