import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayFrom, freshSsn, letterActs } from '../../../../../../test/support/worlds/letter-acts.ts';
import {
  addGoodPhoto,
  answerAll,
  check,
  confirmOwnPhone,
  current,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  confirmed,
  faces,
  Script,
  withFields,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, Redacted } from '../../../kernel/index.ts';
import { createProofing } from '../create-proofing.ts';

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

const { answered, awaiting, lettersTo, codeIn, type, typeRight, decisionOf, later } = letterActs(() => world);

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
    expect(await type(owner, codeIn(thief))).toEqual({ ok: false, error: { code: 'wrong', left: 4 } });
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
    const approve = (more: object) =>
      world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7', ...more });
    expect(await approve({})).toEqual({ ok: false, error: 'needs-comparison' }); // there is no picture of the person
    settled(await approve({ compared: true }));
    await world.proofing.runChecks((await current(world.proofing, of)).id);
    expect(await world.proofing.identityOf(of)).toMatchObject({
      facts: { evidence: [{ verified: [{ pathway: 'agent-comparison' }] }, {}] },
    });
    expect(lettersTo(of)).toEqual([]);
  });

  it('a forged card with the owner’s postal code and the thief’s street: no letter, and no address for an agency', async () => {
    for (const part of ['street', 'city', 'state'] as const)
      for (const said of ['no-match', 'not-held'] as const) {
        world.script.motorVehicles = { ...confirmed, match: { ...confirmed.match, [part]: said } };
        await world.forgetTries();
        const thief = await answered();
        const { decision } = await check(world, thief);
        expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['no-letter-possible'] });
        expect(lettersTo(thief)).toEqual([]);
      }
  });

  it('a typed sheet, or a card without a portrait: the document is asked for again, and then a person looks (A4, A18)', async () => {
    world.script.portrait = { ok: false, problem: 'no-face' };
    const of = await answered();
    const { decision } = await check(world, of);
    expect(decision).toMatchObject({ outcome: 'try-again', reasons: ['portrait-not-found'] });
    expect(lettersTo(of)).toEqual([]);
    world.script.portrait = {
      ok: true,
      portraitFace: { x: 1400, y: 900, width: 60, height: 60, confidence: 1 },
    };
    const pasted = await answered();
    expect((await check(world, pasted)).decision).toMatchObject({ reasons: ['document-needs-a-look'] });
  });

  it('a face that did not match is not forgotten for a letter, also in another case and weeks later (A10)', async () => {
    const of = await world.newPerson();
    await world.start(of, { ial: 2 });
    world.script.face = faces(-0.05);
    await answerAll(world, of, freshSsn());
    expect((await check(world, of)).decision).toMatchObject({ reasons: ['selfie-not-matched'] });
    await world.proofing.withdraw(of);
    later(days(40));
    await answered(of);
    const { decision } = await check(world, of);
    expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['selfie-not-matched'] });
    expect(lettersTo(of)).toEqual([]);
  });

  it('a card that ran out, was given up, or whose holder died while the letter was under way', async () => {
    const expired = await awaiting();
    later(days(15));
    const { document } = world.script;
    world.script.document = document;
    world.script.motorVehicles = { ...confirmed, status: 'surrendered' };
    expect((await typeRight(expired)).decision).not.toEqual({ outcome: 'verified' });
    world.script.motorVehicles = confirmed;
    const dead = await awaiting();
    later(days(15));
    world.script.socialSecurity = 'deceased';
    expect((await typeRight(dead)).decision).not.toEqual({ outcome: 'verified' });
    world.script.socialSecurity = 'match';
    world.script.document = withFields({ expiryDate: dayFrom(world.clock.now(), 5) });
    const ranOut = await awaiting();
    later(days(15));
    expect((await typeRight(ranOut)).decision).toMatchObject({ reasons: ['document-expired'] });
  });

  it('a fault as the letter leaves uses none up: a database or a key that is away for a while', async () => {
    const of = await answered();
    const { notices } = world.needs;
    const { mailLetter } = notices;
    Object.assign(notices, { mailLetter: () => Promise.reject(new Error('away')) });
    const { id } = settled(await world.proofing.submit(of));
    for (let times = 0; times < 8; times++)
      await expect(world.proofing.runChecks(id)).rejects.toThrow('away');
    Object.assign(notices, { mailLetter });
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).step).toBe('letter');
  });

  it('limit proofing-mailed-code.to-a-holder: filling a letter box from many accounts with one card: six in 60 days; the owner still has the face check', async () => {
    world.script.document = withFields({ documentNumber: 'H0000001' });
    for (let accounts = 0; accounts < 6; accounts++) await awaiting();
    const seventh = await answered();
    expect((await check(world, seventh)).decision).toMatchObject({ reasons: ['no-letter-possible'] });
    expect(lettersTo(seventh)).toEqual([]);
    const owner = await world.newPerson();
    await world.start(owner, { ial: 2 });
    await answerAll(world, owner, freshSsn());
    expect((await check(world, owner)).decision).toEqual({ outcome: 'verified' });
  });

  it('attack, filling a letter box with one card whose number is written another way each time: it is one card', async () => {
    for (const documentNumber of [
      'H0000002',
      'H 000 0002',
      'H-0000002',
      'H000-0002',
      'H00 00002',
      'H0-000002',
    ]) {
      world.script.document = withFields({ documentNumber });
      await awaiting();
    }
    world.script.document = withFields({ documentNumber: 'H00000-02' });
    const seventh = await answered();
    expect((await check(world, seventh)).decision).toMatchObject({ reasons: ['no-letter-possible'] });
    expect(lettersTo(seventh)).toEqual([]);
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
    const { mailLetter: _off, ...noLetters } = world.needs.notices;
    const withoutLetters = createProofing({ ...world.needs, notices: noLetters });
    settled(await withoutLetters.chooseDocument(of, 'license'));
    expect(await withoutLetters.giveConsent(of, '1', 'face')).toEqual(notNow);
    settled(await world.proofing.giveConsent(of, '1', 'face'));
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
      await confirmOwnPhone(world, of);
      settled(await world.proofing.giveSsn(of, new Redacted('903-41-9999')));
      await check(world, of);
    }
    expect(lettersTo(of)).toHaveLength(6);
    expect(await decisionOf(of)).toMatchObject({
      outcome: 'needs-person',
      reasons: ['no-letter-possible'],
    });
  });
});
