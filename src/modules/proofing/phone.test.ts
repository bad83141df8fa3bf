import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  account,
  answerAll,
  check,
  confirmOwnPhone,
  current,
  faces,
  openWorld,
  Script,
  settled,
  type World,
} from '../../../test/support/proofing-world.ts';
import { days, err, hours, minutes, type PersonId, Redacted, seconds } from '../../kernel/index.ts';

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
const freshSsn = () => `905-28-${serial++}`;
let phones = 0;
const freshPhone = () => `+1${305 + Math.floor(phones / 100)}55501${String(phones++ % 100).padStart(2, '0')}`;

/** Somebody who gave everything but a phone that counts. */
async function atPhone(ial: 1 | 2 = 2): Promise<PersonId> {
  const of = await world.newPerson();
  await world.start(of, { ial });
  await answerAll(world, of, freshSsn());
  return of;
}

const give = (of: PersonId, typed: string) => world.proofing.givePhone(of, new Redacted(typed));
const confirm = (of: PersonId, typed: string) => world.proofing.confirmPhone(of, new Redacted(typed));
const lastCode = (of: PersonId) => world.texts.findLast((text) => text.person === of)?.code ?? '';
const wrongFor = (of: PersonId) => (lastCode(of) === '000000' ? '000001' : '000000');
const textsTo = (of: PersonId) => world.texts.filter((text) => text.person === of).length;

/** Gave a number, and was texted a code. */
async function texted(phone = freshPhone()): Promise<PersonId> {
  const of = await atPhone();
  settled(await give(of, phone));
  return of;
}

describe('the code that is texted to a phone', () => {
  it('A12: has six digits, and counts within ten minutes: a second before they are over, not when they are', async () => {
    const [early, late] = [await texted(), await texted()];
    for (const { code, to } of world.texts) {
      expect(code).toMatch(/^\d{6}$/);
      expect(to).toMatch(/^\+1\d{10}$/);
    }
    world.clock.advance(minutes(10) - seconds(1));
    expect(settled(await confirm(early, lastCode(early))).step).toBe('check-answers');
    world.clock.advance(seconds(1));
    expect(await confirm(late, lastCode(late))).toEqual(err({ code: 'expired' }));
    world.clock.advance(seconds(1));
    expect(await confirm(late, lastCode(late))).toEqual(err({ code: 'expired' }));
    expect((await current(world.proofing, late)).step).toBe('phone-code');
  });

  it('A12: is taken as people type it, and counts once', async () => {
    const of = await texted();
    const code = lastCode(of);
    expect(await confirm(of, '12 34')).toEqual(err({ code: 'not-a-code' }));
    settled(await confirm(of, ` ${code.slice(0, 3)}-${code.slice(3)} `));
    expect(await confirm(of, code)).toEqual(err({ code: 'not-now' }));
  });

  it('A12: five wrong ones are all there are: then the right one does not help, nor a new one, for a day', async () => {
    const of = await texted();
    for (let n = 0; n < 4; n++) expect(await confirm(of, wrongFor(of))).toEqual(err({ code: 'wrong' }));
    world.clock.advance(seconds(30));
    settled(await world.proofing.resendPhoneCode(of));
    expect(await confirm(of, wrongFor(of))).toEqual(err({ code: 'wrong' }));
    const again = expect.any(Date);
    expect(await confirm(of, lastCode(of))).toEqual(err({ code: 'too-many-tries', again }));
    settled(await give(of, freshPhone()));
    expect(await confirm(of, lastCode(of))).toEqual(err({ code: 'too-many-tries', again }));
    await world.proofing.withdraw(of);
    world.clock.advance(seconds(1));
    await world.start(of, { ial: 2 });
    await expect(answerAll(world, of, freshSsn())).rejects.toThrow('too-many-tries');
    world.clock.advance(days(1));
    settled(await world.proofing.resendPhoneCode(of));
    settled(await confirm(of, lastCode(of)));
  });

  it('attack: guesses made at once take turns, and no more than five are judged', async () => {
    const of = await texted();
    const guesses = Array.from({ length: 7 }, () => confirm(of, wrongFor(of)));
    const answers = await Promise.allSettled(guesses);
    const wrong = answers.filter(
      (one) => one.status === 'fulfilled' && !one.value.ok && one.value.error.code === 'wrong',
    );
    expect(wrong.length).toBeLessThanOrEqual(5);
    const { rows } =
      await sql`SELECT 1 FROM proofing_phone_codes WHERE person = ${of} AND kind = 'wrong'`.execute(
        world.pool.db,
      );
    expect(rows).toHaveLength(wrong.length);
  });

  it('attack: a code shows who holds the phone it went to, and no other', async () => {
    const of = await texted();
    const code = lastCode(of);
    settled(await give(of, freshPhone()));
    expect(await confirm(of, code)).toEqual(err({ code: 'wrong' }));
    settled(await confirm(of, lastCode(of)));
    expect((await current(world.proofing, of)).answers.phone).toMatchObject({ confirmed: true });
    settled(await give(of, freshPhone())); // going back and giving another number clears what the first one showed
    const view = await current(world.proofing, of);
    expect([view.step, view.open.includes('check-answers')]).toEqual(['phone-code', false]);
  });

  it('is sent again only after a while, and the one before counts no more', async () => {
    const of = await texted();
    const first = lastCode(of);
    const again = new Date(world.clock.now().getTime() + seconds(30));
    expect(await world.proofing.resendPhoneCode(of)).toEqual(err({ code: 'too-many-texts', again }));
    world.clock.advance(seconds(30));
    settled(await world.proofing.resendPhoneCode(of));
    if (first !== lastCode(of)) expect(await confirm(of, first)).toEqual(err({ code: 'wrong' }));
    settled(await confirm(of, lastCode(of)));
  });

  it('double click and the same number again send one text; a confirmed number stays confirmed', async () => {
    const phone = freshPhone();
    const of = await atPhone();
    world.texts.length = 0;
    await Promise.all([give(of, phone), give(of, phone), give(of, phone)]);
    expect(textsTo(of)).toBeGreaterThan(0);
    const code = lastCode(of);
    settled(await give(of, phone));
    expect(lastCode(of)).toBe(code);
    settled(await confirm(of, code));
    expect(settled(await give(of, `(${phone.slice(2, 5)}) 555-${phone.slice(8)}`)).step).toBe(
      'check-answers',
    );
    const { rows } = await sql`SELECT 1 FROM proofing_phone_codes WHERE person = ${of}`.execute(
      world.pool.db,
    );
    expect(rows).toHaveLength(2); // the one of `answerAll`, and this one
  });

  it('A22: attack: nobody’s phone is made to ring all day, by one person or by many', async () => {
    const of = await atPhone(); // was sent one text
    for (let n = 0; n < 5; n++) settled(await give(of, freshPhone()));
    const again = expect.any(Date);
    expect(await give(of, freshPhone())).toEqual(err({ code: 'too-many-texts', again }));
    expect((await current(world.proofing, of)).answers.phone).toMatchObject({ confirmed: false });

    const victim = freshPhone();
    const texts: unknown[] = [];
    for (let n = 0; n < 11; n++) texts.push((await give(await atPhone(), victim)).ok);
    expect(texts).toEqual([...Array.from({ length: 10 }, () => true), false]);
    world.clock.advance(days(1));
    expect((await give(await atPhone(), victim)).ok).toBe(true);
  });

  it('a number that is none, or somebody’s, is not taken: nothing is sent, what was given stays', async () => {
    const of = await atPhone();
    const before = await current(world.proofing, of);
    world.texts.length = 0;
    expect(await give(of, '911')).toEqual(err({ code: 'refused', why: 'not-a-phone-number' }));
    expect(await give(of, '415 200 0142')).toEqual(err({ code: 'refused', why: 'not-for-sandbox' }));
    expect(await current(world.proofing, of)).toEqual(before);
    expect(world.texts).toEqual([]);
  });

  it('counts are kept for a day, with no number in them', async () => {
    const of = await texted();
    world.clock.advance(days(1) + hours(1));
    await world.proofing.sweep();
    const { rows } = await sql`SELECT 1 FROM proofing_phone_codes WHERE person = ${of}`.execute(
      world.pool.db,
    );
    expect(rows).toEqual([]);
  });
});

describe('the phone account as evidence', () => {
  it('A3, A4, A8, A9: carrier and code together make it FAIR, and licence and phone are IAL2', async () => {
    const of = await atPhone();
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    const proven = await world.proofing.identityOf(of);
    expect(proven).toMatchObject({
      ial: 2,
      facts: { evidence: [{ kind: 'drivers-licence' }, { kind: 'phone-account' }] },
    });
    expect(proven?.facts.evidence[0]?.verified.map(({ pathway }) => pathway)).toEqual(['face-comparison']);
    expect(world.script.asked.at(-1)).toMatchObject({
      familyName: 'Rivera-Specimen',
      givenName: 'Anastasia',
    });
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

  it('A22: nobody’s phone is asked about before documents, face and records bore the person out', async () => {
    world.script.socialSecurity = 'no-match';
    await check(world, await atPhone());
    expect(world.script.calls.phoneCarrier).toBe(0);
  });
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
          { kind: 'drivers-licence', verified: [{ pathway: 'face-comparison' }] },
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
