import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  check,
  confirmOwnPhone,
  current,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  confirmed,
  person,
  Script,
  withFields,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, type PersonId, Redacted } from '../../../kernel/index.ts';
import { lifetimeOf } from './lifetime.ts';
import { mailedCodeDefaults } from './settings.ts';

/** A8: a code by mail, to the address that the issuer bore out, in place of a face. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.forgetTries();
  Object.assign(world.script, new Script());
  world.notices.length = 0;
});

let serial = 1000;

/** Everything that is asked of somebody who wants no face check. */
async function answered(): Promise<PersonId> {
  const of = await world.newPerson();
  const { proofing } = world;
  await world.start(of, { ial: 2 });
  settled(await proofing.chooseDocument(of, 'license'));
  settled(await proofing.giveConsent(of, '1', 'face'));
  await addGoodPhoto(world, of, 'front');
  await addGoodPhoto(world, of, 'back');
  expect((await current(proofing, of)).step).toBe('ssn'); // no face is asked for
  settled(await proofing.giveSsn(of, new Redacted(`903-41-${serial++}`)));
  await confirmOwnPhone(world, of);
  return of;
}

async function awaiting(): Promise<PersonId> {
  const of = await answered();
  expect((await check(world, of)).step).toBe('letter');
  return of;
}

const lettersTo = (of: PersonId) => world.letters.filter((letter) => letter.person === of);
const codeIn = (of: PersonId, at = -1) => lettersTo(of).at(at)?.code ?? '';
const type = (of: PersonId, code: string) => world.proofing.confirmMailedCode(of, new Redacted(code));

async function typeRight(of: PersonId, at = -1) {
  const { id } = settled(await type(of, codeIn(of, at)));
  await world.proofing.runChecks(id);
  return current(world.proofing, of);
}

const images = async (of: PersonId): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM proofing_images WHERE person = ${of}`.execute(world.pool.db);
  return rows[0]?.n ?? 0;
};

const decisionOf = async (of: PersonId) => (await current(world.proofing, of)).decision;
const later = (milliseconds: number) => world.clock.advance(milliseconds);

describe('a code by mail in place of a face check (A7, A8)', () => {
  it('proves at IAL2 who gets mail at the address of the document, without a look at a face', async () => {
    const of = await awaiting();
    expect(lettersTo(of)).toMatchObject([
      {
        to: [
          `${person.givenName} ${person.familyName}`,
          person.street,
          `${person.city}, ZZ ${person.postalCode}`,
        ],
        code: expect.stringMatching(/^\d{4} \d{4}$/),
      },
    ]);
    expect(world.notices).toMatchObject([{ person: of, notice: { kind: 'letter-sent' } }]);
    expect(world.script.calls.face).toBe(0);
    expect((await typeRight(of)).decision).toEqual({ outcome: 'verified' });
    expect(world.script.calls).toMatchObject({ document: 1, face: 0, motorVehicles: 1, socialSecurity: 1 });
    expect(await world.proofing.identityOf(of)).toMatchObject({
      ial: 2,
      facts: {
        evidence: [
          { kind: 'drivers-license', verified: [{ pathway: 'mailed-code', destination: 'validated' }] },
          { kind: 'phone-account', verified: [{ pathway: 'phone-code' }] },
        ],
      },
    });
  });

  it('the photos go when the letter leaves, and no table holds code or address (A17)', async () => {
    const of = await answered();
    expect(await images(of)).toBe(2);
    await check(world, of);
    expect(await images(of)).toBe(0);
    const dump = await world.dump();
    for (const secret of [codeIn(of), codeIn(of).replace(' ', ''), person.street]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('is addressed as the post sorts it: a ZIP+4 with its dash, a Canadian code with its space, and the country last', async () => {
    const line = async (fields: Parameters<typeof withFields>[0]) => {
      world.script.document = withFields(fields);
      return lettersTo(await awaiting())
        .at(-1)
        ?.to.slice(2);
    };
    expect(await line({ postalCode: '000121234' })).toEqual([`${person.city}, ZZ 00012-1234`]);
    expect(await line({ state: 'ZY', postalCode: 'Z0L1A4' })).toEqual([
      `${person.city}, ZY Z0L 1A4`,
      'CANADA',
    ]);
  });

  it('comes back days later to the same page, and is the only page that is open', async () => {
    const of = await awaiting();
    later(days(9));
    await world.proofing.sweep();
    const view = await world.start(of, { ial: 2 });
    expect(view).toMatchObject({ step: 'letter', open: ['letter'] });
    expect(view.letter?.to.reveal()).toEqual(lettersTo(of)[0]?.to);
  });

  it('A12: counts until the last second of 21 days within the contiguous states, and of 30 elsewhere', async () => {
    for (const [state, isDomestic, limit] of [
      ['OH', true, days(21)],
      ['DC', true, days(21)],
      ['AK', true, days(30)],
      ['PR', true, days(30)],
      ['AE', true, days(30)],
      ['ON', false, days(30)],
    ] as const) {
      expect([state, lifetimeOf(state, isDomestic, mailedCodeDefaults)]).toEqual([state, limit]);
    }
    const [inTime, tooLate] = [await awaiting(), await awaiting()];
    later(days(21) - 1000);
    expect((await typeRight(inTime)).decision).toEqual({ outcome: 'verified' });
    later(1000);
    expect(await type(tooLate, codeIn(tooLate))).toEqual({ ok: false, error: { code: 'wrong' } });
  });

  it('a code that nobody types ends the case, says so, and leaves no evidence', async () => {
    const of = await awaiting();
    later(days(21));
    await world.proofing.sweep();
    expect(await decisionOf(of)).toEqual({ outcome: 'refused', reasons: ['letter-not-used'] });
    const told = world.notices.filter(({ person: whom }) => whom === of);
    expect(told.map(({ notice }) => notice.kind)).toEqual(['letter-sent', 'proofing-decided']);
    expect(await type(of, codeIn(of))).toEqual({ ok: false, error: { code: 'not-now' } });
    expect((await world.start(of, { ial: 2 })).step).toBe('choose');
  });

  it('letters cross in the mail: the code of the first counts after the second left; there are three', async () => {
    const of = await awaiting();
    const again = () => world.proofing.mailCodeAgain(of);
    expect(await again()).toMatchObject({ ok: false, error: { code: 'too-soon' } });
    later(days(7));
    settled(await again());
    expect(await again()).toMatchObject({ ok: false, error: { code: 'too-soon' } });
    later(days(7));
    settled(await again());
    later(days(6));
    expect(await again()).toMatchObject({ ok: false, error: { code: 'no-more' } });
    expect(new Set(lettersTo(of).map(({ code }) => code)).size).toBe(3);
    expect((await typeRight(of, 0)).decision).toEqual({ outcome: 'verified' });
  });

  it('the deadline of the newest letter is that of the case', async () => {
    const of = await awaiting();
    later(days(20));
    settled(await world.proofing.mailCodeAgain(of));
    later(days(15));
    await world.proofing.sweep();
    expect(await type(of, codeIn(of, 0))).toEqual({ ok: false, error: { code: 'wrong' } });
    expect((await typeRight(of, 1)).decision).toEqual({ outcome: 'verified' });
  });

  it('two tabs, and a double click: one more letter, one check, one proof', async () => {
    const of = await awaiting();
    later(days(8));
    const asked = await Promise.all([1, 2, 3].map(() => world.proofing.mailCodeAgain(of)));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(lettersTo(of)).toHaveLength(2);
    world.jobs.length = 0;
    const typed = await Promise.all([1, 2, 3].map(() => type(of, codeIn(of))));
    expect(typed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(world.jobs).toHaveLength(1);
  });
});

describe('attack on a code by mail', () => {
  it('limit proofing-mailed-code.wrong: guessing it: five wrong codes a day, also at once, and then not even the right one; its owner elsewhere is not held up', async () => {
    const [of, other] = [await awaiting(), await awaiting()];
    const guesses = await Promise.all(
      Array.from({ length: 9 }, (_, at) => type(of, String(at).padStart(8, '0'))),
    );
    const codes = guesses.map((one) => !one.ok && one.error.code);
    expect(codes.filter((code) => code === 'wrong').length).toBe(5);
    expect(await type(of, codeIn(of))).toMatchObject({ ok: false, error: { code: 'too-many-tries' } });
    expect((await typeRight(other)).decision).toEqual({ outcome: 'verified' });
    later(days(2));
    expect((await typeRight(of)).decision).toEqual({ outcome: 'verified' });
  });

  it('typing the code of one’s own letter in somebody else’s case', async () => {
    const [thief, owner] = [await awaiting(), await awaiting()];
    expect(await type(owner, codeIn(thief))).toEqual({ ok: false, error: { code: 'wrong' } });
    expect(await type(thief, 'abcd efgh')).toEqual({ ok: false, error: { code: 'not-a-code' } });
  });

  it('changing the card once the letter is under way, or typing the code before any was sent', async () => {
    const of = await awaiting();
    const notNow = { ok: false, error: { code: 'not-now' } };
    expect(await world.proofing.addPhoto(of, 'front', new Uint8Array([1, 2, 3]))).toEqual(notNow);
    expect(await world.proofing.chooseDocument(of, 'state-id')).toEqual({ ok: false, error: 'not-now' });
    expect(await type(await answered(), '1234 5678')).toEqual(notNow);
  });

  it('having it mailed to an address that no office bore out: a person compares them with the card instead', async () => {
    world.script.motorVehicles = { ...confirmed, match: { ...confirmed.match, postalCode: 'not-held' } };
    const of = await answered();
    const { decision } = await check(world, of);
    expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['no-letter-possible'] });
    expect(lettersTo(of)).toEqual([]);
    if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
    settled(await world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' }));
    await world.proofing.runChecks((await current(world.proofing, of)).id);
    expect(await world.proofing.identityOf(of)).toMatchObject({
      facts: { evidence: [{ verified: [{ pathway: 'agent-comparison' }] }, {}] },
    });
    expect(lettersTo(of)).toEqual([]);
  });

  it('a forged card with the owner’s postal code and the thief’s street: no letter, and no address for an agency', async () => {
    for (const street of ['no-match', 'not-held'] as const) {
      world.script.motorVehicles = { ...confirmed, match: { ...confirmed.match, street } };
      const thief = await answered();
      const { decision } = await check(world, thief);
      expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['no-letter-possible'] });
      expect(lettersTo(thief)).toEqual([]);
    }
  });

  it('going without a face where no letter can go: with a passport, or where nobody mails any', async () => {
    const of = await world.newPerson();
    await world.start(of, { ial: 2 });
    settled(await world.proofing.chooseDocument(of, 'passport'));
    const notNow = { ok: false, error: 'not-now' };
    expect(await world.proofing.giveConsent(of, '1', 'face')).toEqual(notNow);
    settled(await world.proofing.chooseDocument(of, 'license'));
    settled(await world.proofing.giveConsent(of, '1', 'face'));
    const view = settled(await world.proofing.chooseDocument(of, 'passport'));
    expect(view).toMatchObject({ step: 'consent', answers: { photos: {} } }); // asked again
    expect(view.answers.withoutFace).toBeUndefined();
  });

  it('limit proofing-mailed-code.letters: having letters mailed without end by beginning again: six in 60 days, and then a person looks', async () => {
    const of = await awaiting();
    for (let round = 1; round < 7; round++) {
      await world.proofing.withdraw(of);
      later(days(1));
      await world.start(of, { ial: 2 });
      settled(await world.proofing.chooseDocument(of, 'license'));
      settled(await world.proofing.giveConsent(of, '1', 'face'));
      await addGoodPhoto(world, of, 'front');
      await addGoodPhoto(world, of, 'back');
      settled(await world.proofing.giveSsn(of, new Redacted('903-41-9999')));
      await confirmOwnPhone(world, of);
      await check(world, of);
    }
    expect(lettersTo(of)).toHaveLength(6);
    expect(await decisionOf(of)).toMatchObject({
      outcome: 'needs-person',
      reasons: ['no-letter-possible'],
    });
  });
});
