import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshSsn, letterActs } from '../../../../../../test/support/worlds/letter-acts.ts';
import {
  addGoodPhoto,
  answerAll,
  check,
  confirmOwnPhone,
  current,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, minutes, Redacted } from '../../../kernel/index.ts';
import { travelOf } from './lifetime.ts';
import { mailedCodeDefaults } from './settings.ts';

/** A8, A22: what is known before a letter leaves, or while it is under way, is said and decided then. */
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

const { answered, awaiting, lettersTo, codeIn, type, typeRight, decisionOf, later } = letterActs(() => world);

describe('a letter that is awaited', () => {
  it('its address is shown for half an hour before it leaves, in which it can be stopped', async () => {
    const of = await awaiting();
    const { letter, step } = await current(world.proofing, of);
    const leavesAt = new Date(world.clock.now().getTime() + minutes(30));
    expect([step, letter?.leavesAt]).toEqual(['letter', leavesAt]);
    expect(letter?.to.reveal()).toEqual(lettersTo(of)[0]?.to);
    expect(lettersTo(of)[0]?.leavesAt).toEqual(leavesAt);
  });

  it.each([
    ['OH', true, 7, 7],
    ['DC', true, 7, 7],
    ['AK', true, 14, 14],
    ['PR', true, 14, 14],
    ['AE', true, 21, 14],
    ['ON', false, 21, 14],
  ] as const)('A12: to %s it is said to take what it takes there', (state, isDomestic, takes, again) => {
    expect(travelOf(state, isDomestic, mailedCodeDefaults)).toEqual({
      takes: days(takes),
      againAfter: days(again),
    });
  });

  it('says by when it should arrive, and from when another one may be asked for; after the last that there is none', async () => {
    const of = await awaiting();
    const letterOf = async () => (await current(world.proofing, of)).letter;
    const inDays = (count: number, more = 0) => new Date(world.clock.now().getTime() + days(count) + more);
    expect(await letterOf()).toMatchObject({ arrivesBy: inDays(7, minutes(30)), againFrom: inDays(7) });
    expect(world.notices[0]?.notice).toMatchObject({ arrivesBy: inDays(7, minutes(30)) });
    later(days(7));
    settled(await world.proofing.mailCodeAgain(of));
    expect(await letterOf()).toMatchObject({ againFrom: inDays(7) });
    later(days(7));
    settled(await world.proofing.mailCodeAgain(of));
    expect((await letterOf())?.againFrom).toBeUndefined();
  });

  it('to Canada: three weeks, another one after two, and then none, since what was read is not kept on and on (A17)', async () => {
    world.script.document = withFields({ state: 'ZY', postalCode: 'Z0L1A4' });
    const of = await awaiting();
    const letterOf = async () => (await current(world.proofing, of)).letter;
    const inDays = (count: number) => new Date(world.clock.now().getTime() + days(count));
    expect(await letterOf()).toMatchObject({ againFrom: inDays(14), until: inDays(30) });
    later(days(14));
    settled(await world.proofing.mailCodeAgain(of));
    expect((await letterOf())?.againFrom).toBeUndefined();
  });

  it('each wrong code says how many more may be tried, down to none; the right one uses none up', async () => {
    const of = await awaiting();
    for (const left of [4, 3, 2, 1, 0])
      expect(await type(of, '0000 0000')).toEqual({ ok: false, error: { code: 'wrong', left } });
    expect(await type(of, codeIn(of))).toMatchObject({ ok: false, error: { code: 'too-many-tries' } });
    const other = await awaiting();
    await type(other, '0000 0000');
    expect((await typeRight(other)).decision).toEqual({ outcome: 'verified' });
  });
});

describe('what could be told before the letter', () => {
  it('A22: a number that another account is proven with: no letter travels for a week in vain', async () => {
    const first = await world.newPerson();
    await world.start(first, { ial: 2 });
    const ssn = freshSsn();
    await answerAll(world, first, ssn);
    expect((await check(world, first)).decision).toEqual({ outcome: 'verified' });
    const of = await answered();
    settled(await world.proofing.giveSsn(of, new Redacted(ssn)));
    expect((await check(world, of)).decision).toEqual({ outcome: 'refused', reasons: ['already-verified'] });
    expect(lettersTo(of)).toEqual([]);
  });

  it('and a number of one’s own that is another than before', async () => {
    const of = await answered();
    await check(world, of);
    expect((await typeRight(of)).decision).toEqual({ outcome: 'verified' });
    later(days(1));
    await world.transact((tx) => world.proofing.startAgain(tx, of));
    await answered(of);
    expect((await check(world, of)).decision).toEqual({ outcome: 'refused', reasons: ['not-this-account'] });
    expect(lettersTo(of)).toHaveLength(1);
  });
});

describe('while a letter is under way', () => {
  it('an agency that asks for more does not send its case to an agent without photos: it ends as what it was begun for', async () => {
    const of = await world.newPerson();
    await world.start(of, { ial: 1 });
    settled(await world.proofing.chooseDocument(of, 'license'));
    settled(await world.proofing.giveConsent(of, '1', 'face'));
    await addGoodPhoto(world, of, 'front');
    await addGoodPhoto(world, of, 'back');
    settled(await world.proofing.sayNoPhone(of));
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    expect((await check(world, of)).step).toBe('letter');
    expect((await world.start(of, { ial: 2 })).required).toEqual({ ial: 1 });
    expect((await typeRight(of)).decision).toEqual({ outcome: 'verified' });
    expect(await world.start(of, { ial: 2 })).toMatchObject({ step: 'choose', required: { ial: 2 } });
  });

  it('where it proves enough all the same, nothing is begun anew', async () => {
    const of = await world.newPerson();
    await world.start(of, { ial: 1 });
    settled(await world.proofing.chooseDocument(of, 'license'));
    settled(await world.proofing.giveConsent(of, '1', 'face'));
    await addGoodPhoto(world, of, 'front');
    await addGoodPhoto(world, of, 'back');
    await confirmOwnPhone(world, of);
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    await check(world, of);
    await world.start(of, { ial: 2 });
    await typeRight(of);
    expect(await world.start(of, { ial: 2 })).toMatchObject({
      step: 'decision',
      decision: { outcome: 'verified' },
    });
  });

  it('A12, A27: the record keeps when the letter left, and the day on which the answers were sent stays that day', async () => {
    const of = await awaiting();
    const sent = world.clock.now();
    const left = new Date(sent.getTime() + minutes(30));
    later(days(9));
    await typeRight(of);
    const { id } = await current(world.proofing, of);
    expect((await world.needs.stores.cases.byId(id))?.submittedAt).toEqual(sent);
    const facts = (await world.proofing.identityOf(of))?.facts;
    expect(facts?.evidence[0]?.verified).toMatchObject([
      { pathway: 'mailed-code', at: world.clock.now().toISOString(), mailedAt: left.toISOString() },
    ]);
  });

  it('and an office that is silent then is waited for as ever, not given up for the days of the letter', async () => {
    const of = await awaiting();
    later(days(15));
    world.script.socialSecurity = 'unavailable';
    await typeRight(of);
    expect((await decisionOf(of))?.outcome).not.toBe('needs-person');
    world.script.socialSecurity = 'match';
    await world.proofing.runChecks((await current(world.proofing, of)).id);
    expect(await decisionOf(of)).toEqual({ outcome: 'verified' });
  });
});
