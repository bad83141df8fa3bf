import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterActs } from '../../../../../../test/support/worlds/letter-acts.ts';
import { check, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { person, Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days } from '../../../kernel/index.ts';
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

const { answered, awaiting, lettersTo, codeIn, type, typeRight, images, decisionOf, later } = letterActs(
  () => world,
);

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

  it('is addressed with what the issuer bore out and no more, as the post sorts it: five digits, a Canadian code with its space, the country last', async () => {
    const line = async (fields: Parameters<typeof withFields>[0]) => {
      world.script.document = withFields(fields);
      return lettersTo(await awaiting())
        .at(-1)
        ?.to.slice(2);
    };
    expect(await line({ postalCode: '000121234' })).toEqual([`${person.city}, ZZ 00012`]);
    expect(await line({ middleName: 'C/O M THIEF', suffix: 'PMB 12' })).toEqual([`${person.city}, ZZ 00012`]);
    expect(world.letters.at(-1)?.to[0]).toBe(`${person.givenName} ${person.familyName}`);
    expect(await line({ state: 'ZY', postalCode: 'Z0L1A4' })).toEqual([
      `${person.city}, ZY Z0L 1A4`,
      'CANADA',
    ]);
  });

  it('is none where a letter of name or address cannot be printed: a person looks, and no empty place is mailed', async () => {
    world.script.document = withFields({ givenName: 'Ω' });
    const of = await answered();
    expect((await check(world, of)).decision).toMatchObject({ reasons: ['no-letter-possible'] });
    expect(lettersTo(of)).toEqual([]);
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
    expect(await type(tooLate, codeIn(tooLate))).toEqual({ ok: false, error: { code: 'wrong', left: 4 } });
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
    later(days(1));
    expect(await again()).toMatchObject({ ok: false, error: { code: 'no-more' } });
    expect(new Set(lettersTo(of).map(({ code }) => code)).size).toBe(3);
    expect((await typeRight(of, 0)).decision).toEqual({ outcome: 'verified' });
  });

  it('the deadline of the newest letter is that of the case', async () => {
    const of = await awaiting();
    later(days(14));
    settled(await world.proofing.mailCodeAgain(of));
    later(days(20));
    await world.proofing.sweep();
    expect(await type(of, codeIn(of, 0))).toEqual({ ok: false, error: { code: 'wrong', left: 4 } });
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
