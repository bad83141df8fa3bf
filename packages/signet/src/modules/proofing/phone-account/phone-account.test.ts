import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerAll,
  check,
  confirmOwnPhone,
  current,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { account, faces, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, err, type PersonId, Redacted, seconds } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.notices.length = 0;
  world.texts.length = 0;
});

let serial = 1000;
const freshSsn = () => `905-29-${serial++}`;
let phones = 0;
const freshPhone = () => `+1${405 + Math.floor(phones / 100)}55501${String(phones++ % 100).padStart(2, '0')}`;

/** Somebody who gave everything but a phone that counts. */
async function atPhone(ial: 1 | 2 = 2): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of, { ial });
  await answerAll(world, of, freshSsn());
  return of;
}

describe('the phone account as evidence', () => {
  it('A3, A4, A8, A9: carrier and code together make it FAIR, and license and phone are IAL2', async () => {
    const of = await atPhone();
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    const proven = await world.proofing.identityOf(of);
    expect(proven).toMatchObject({
      ial: 2,
      facts: { evidence: [{ kind: 'drivers-license' }, { kind: 'phone-account' }] },
    });
    expect(proven?.facts.evidence[0]?.verified.map(({ pathway }) => pathway)).toEqual(['face-comparison']);
    expect(world.script.asked.at(-1)).toMatchObject({
      familyName: 'Rivera-Specimen',
      givenName: 'Anastasia',
    });
  });

  it('limit proofing-phone-code.line-asked: a landline is sent no text, and nobody sorts numbers by their kind', async () => {
    const of = await atPhone(); // one was asked about
    world.texts.length = 0;
    const numbers = Array.from({ length: 12 }, freshPhone);
    for (const number of numbers) world.landlines.add(number);
    const give = (number = '') => world.proofing.givePhone(of, new Redacted(number));
    for (const number of numbers.slice(0, 11))
      expect(await give(number)).toEqual(err({ code: 'refused', why: 'gets-no-texts' }));
    expect(world.texts).toEqual([]);
    expect((await give(numbers[11])).ok).toBe(true); // not asked: its code is sent, and the checks see to it
    expect(world.texts.map(({ to }) => to)).toEqual([numbers[11]]);
  });

  it('A14: the validated phone is told that somebody was verified, and is kept nowhere after that', async () => {
    const of = await atPhone();
    const phone = freshPhone();
    await confirmOwnPhone(world, of, phone);
    const view = await check(world, of);
    const [told] = world.notices;
    expect(told?.notice.kind === 'identity-verified' && told.notice.phone?.reveal()).toBe(phone);
    expect(view.answers).not.toHaveProperty('phone');
    expect(JSON.stringify(await world.readIdentity(of))).not.toContain(phone.slice(2));
  });

  it.each([
    ['in another name', { ...account, name: 'no-match' }],
    ['prepaid, without a name', { ...account, name: 'not-held' }],
    ['no longer in service', { ...account, status: 'inactive' }],
    ['a landline', { ...account, lineType: 'landline' }],
    ['on the internet', { ...account, lineType: 'voip' }],
    ['unknown', { status: 'not-found' }],
  ] as const)('A22: %s: another phone once, then a person, in the same words', async (_, said) => {
    world.script.phoneCarrier = said;
    const of = await atPhone();
    const first = await check(world, of);
    expect(first.decision).toEqual({ outcome: 'try-again', step: 'phone', reasons: ['phone-not-confirmed'] });
    expect(first.answers).not.toHaveProperty('phone');
    expect(first.open).not.toContain('check-answers');
    await confirmOwnPhone(world, of);
    expect((await check(world, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['phone-not-confirmed'],
    });
  });

  it('another phone that is theirs will do', async () => {
    world.script.phoneCarrier = { ...account, name: 'no-match' };
    const of = await atPhone();
    await check(world, of);
    world.script.phoneCarrier = account;
    await confirmOwnPhone(world, of);
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    expect(world.script.calls).toMatchObject({ document: 1, face: 1, motorVehicles: 1, socialSecurity: 1 });
  });

  it.each([
    ['a second less than seven days ago', days(7) - seconds(1), 'needs-person'],
    ['seven days ago', days(7), 'verified'],
  ])('A22: a SIM card changed %s: %s', async (_, ago, outcome) => {
    const simChangedAt = new Date(world.clock.now().getTime() - ago);
    world.script.phoneCarrier = { ...account, simChangedAt };
    const of = await atPhone();
    const { decision } = await check(world, of);
    expect(decision?.outcome).toBe(outcome);
    if (decision?.outcome === 'needs-person') expect(decision.reasons).toEqual(['phone-needs-a-look']);
  });

  it('a carrier that does not answer is asked again later, and nothing else is asked twice', async () => {
    world.script.phoneCarrier = 'unavailable';
    const of = await atPhone();
    const { id, step } = await check(world, of);
    expect([step, (await world.proofing.progress(of))?.finished]).toEqual(['checking', false]);
    world.script.phoneCarrier = account;
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect(world.script.calls).toMatchObject({ document: 1, face: 1, socialSecurity: 1 });
  });

  it('A22: nobody’s phone is asked about before documents and face bore the person out', async () => {
    world.script.face = faces(0.1);
    await check(world, await atPhone());
    expect(world.script.calls.phoneCarrier).toBe(0);
  });

  it.each([
    ['a phone in another name', { ...account, name: 'no-match' }, 'try-again', 'phone-not-confirmed'],
    ['a new SIM card', { ...account, simChangedAt: new Date() }, 'needs-person', 'phone-needs-a-look'],
    ['no phone', undefined, 'needs-person', 'no-phone'],
  ] as const)(
    'finding S3: attack, %s: whether the number was right is not told by what is said of it',
    async (_, said, outcome, reason) => {
      for (const ssn of ['match', 'no-match', 'deceased'] as const) {
        await world.forgetTries();
        world.script.socialSecurity = ssn;
        if (said) world.script.phoneCarrier = said;
        const of = await atPhone();
        if (!said) settled(await world.proofing.sayNoPhone(of));
        expect((await check(world, of)).decision).toMatchObject({ outcome, reasons: [reason] });
      }
      expect(world.script.calls).toMatchObject({ socialSecurity: 3, phoneCarrier: said ? 3 : 0 });
    },
  );
});

describe('a person without a phone of their own (A21)', () => {
  async function waiting(): Promise<{ of: PersonId; reference: string; id: string }> {
    const of = await atPhone();
    expect(settled(await world.proofing.sayNoPhone(of)).step).toBe('check-answers');
    const { decision, id } = await check(world, of);
    if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
    expect(decision.reasons).toEqual(['no-phone']);
    return { of, id, reference: decision.reference };
  }

  it('waits for an agent, and no carrier is asked', async () => {
    await waiting();
    expect(world.script.calls).toMatchObject({ motorVehicles: 1, socialSecurity: 1, phoneCarrier: 0 });
  });

  it('A3, A8: an agent cannot wave the missing piece through, but may have seen another one', async () => {
    const { of, reference } = await waiting();
    const approve = (saw?: { kind: 'student-id'; issuer: string }) =>
      world.proofing.settleReview(reference, 'approve', { ref: 'agent-7', ...(saw && { saw }) });
    expect(await approve()).toEqual(err('needs-evidence'));
    settled(await approve({ kind: 'student-id', issuer: 'alder-college' }));
    await world.proofing.runChecks((await current(world.proofing, of)).id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect(await world.proofing.identityOf(of)).toMatchObject({
      ial: 2,
      facts: {
        agent: 'agent-7',
        evidence: [
          { kind: 'drivers-license', verified: [{ pathway: 'face-comparison' }] },
          {
            kind: 'student-id',
            issuer: 'alder-college',
            validated: [{ method: 'agent-inspection', by: 'agent-7' }],
            verified: [{ pathway: 'agent-comparison' }],
          },
        ],
      },
    });
  });

  it('is seen together with whatever else an agent must look at', async () => {
    world.script.face = faces(0.41);
    const of = await atPhone();
    settled(await world.proofing.sayNoPhone(of));
    expect((await check(world, of)).decision).toMatchObject({ reasons: ['selfie-needs-a-look', 'no-phone'] });
  });

  it('may find a phone after all', async () => {
    const of = await atPhone();
    settled(await world.proofing.sayNoPhone(of));
    expect((await confirmOwnPhone(world, of)).step).toBe('check-answers');
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
  });
});
