import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAll, current, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, err, hours, minutes, type PersonId, Redacted, seconds } from '../../../kernel/index.ts';

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
    for (let n = 0; n < 21; n++) texts.push((await give(await atPhone(), victim)).ok);
    expect(texts).toEqual([...Array.from({ length: 20 }, () => true), false]);
    world.clock.advance(days(1));
    expect((await give(await atPhone(), victim)).ok).toBe(true);
  });

  /** Strangers who type a number and ask for texts again and again, until none is sent. */
  async function textedAgainUntilRefused(number: string): Promise<number> {
    let sent = 0;
    for (let n = 0; n < 4; n++) {
      const stranger = await texted(number);
      sent++;
      for (let again = 0; again < 4; again++) {
        world.clock.advance(seconds(30));
        if (!(await world.proofing.resendPhoneCode(stranger)).ok) return sent;
        sent++;
      }
    }
    return sent;
  }

  it('attack: strangers ask for texts to a number over and over: limit proofing-phone-code.to-a-number-again, and its owner’s first still comes', async () => {
    const number = freshPhone();
    expect(await textedAgainUntilRefused(number)).toBe(13); // three people, and ten times again
    const owner = await texted(number);
    settled(await confirm(owner, lastCode(owner)));
  });

  it('attack: twenty strangers use up a number: limit proofing-phone-code.to-a-number, and it is texted to the one whose codes it gets', async () => {
    const number = freshPhone();
    for (let n = 0; n < 20; n++) await texted(number);
    expect(await give(await atPhone(), number)).toMatchObject({ error: { code: 'too-many-texts' } });
    const owner = await atPhone();
    world.boundPhones.push({ person: owner, number });
    settled(await give(owner, number));
    settled(await confirm(owner, lastCode(owner)));
  });

  it('attack: strangers ask for texts to a number all at once: limit proofing-phone-code.to-a-number; no more are sent than one after another', async () => {
    const number = freshPhone();
    const strangers: PersonId[] = [];
    for (let n = 0; n < 30; n++) strangers.push(await atPhone());
    for (const early of strangers.splice(0, 12)) settled(await give(early, number));
    const answers = await Promise.all(strangers.map((stranger) => give(stranger, number)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(8); // of twenty
  });

  it('limit proofing-phone-code.to-a-person, proofing-phone-code.wrong: strangers use up their own texts and tries on somebody’s number, and its owner has all of theirs', async () => {
    const number = freshPhone();
    const stranger = await texted(number);
    for (let n = 0; n < 4; n++) settled(await give(stranger, n % 2 ? number : freshPhone()));
    expect(await give(stranger, freshPhone())).toMatchObject({ error: { code: 'too-many-texts' } });
    for (let n = 0; n < 5; n++) await confirm(stranger, wrongFor(stranger));
    expect(await confirm(stranger, lastCode(stranger))).toMatchObject({ error: { code: 'too-many-tries' } });
    const owner = await texted(number);
    expect(await confirm(owner, wrongFor(owner))).toEqual(err({ code: 'wrong' }));
    settled(await confirm(owner, lastCode(owner)));
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
