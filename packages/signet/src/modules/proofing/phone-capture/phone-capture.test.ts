import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  current,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { license } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { type AuditRef, asId, hours, minutes, newToken, type PersonId } from '../../../kernel/index.ts';
import { phoneCaptureLimits } from './limits.ts';
import type { MadeLink, PhoneTokens } from './phone-capture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const desk = (session = crypto.randomUUID()) => ({ session, language: 'en' as const });
const holding = (made: MadeLink): PhoneTokens => ({ own: newToken(), link: made.token });

/** Somebody who is about to photograph their license, and a link for it. */
async function someone(at = desk()) {
  const of = await world.newPerson();
  await world.start(of);
  await world.proofing.chooseDocument(of, 'license');
  await world.proofing.giveConsent(of, '1');
  return { of, at, made: settled(await capture().makeLink(of, at)) };
}

const capture = () => world.proofing.phoneCapture;
const standing = async (phone: PhoneTokens) => (await capture().atPhone(phone))?.link.standing;
const deskStanding = async (of: PersonId) => (await capture().atDesk(of)).link?.standing;

async function acts(of: PersonId): Promise<readonly string[]> {
  const entries = await world.audit.about(asId<AuditRef>(of), { limit: 20 });
  const actions = entries.map(({ action }) => action).filter((action) => action.includes('.phone-'));
  return actions.toReversed();
}

describe('finding P5: a phone that is not signed in', () => {
  it('takes the photos of the case that are still to take, one after the other, and the desk goes on', async () => {
    const { of, made } = await someone();
    const phone = holding(made);
    expect(await standing(phone)).toEqual({ is: 'waiting' });
    expect(await capture().join(phone)).toBe(true);
    for (const role of ['front', 'back', 'selfie'] as const) {
      expect(await deskStanding(of)).toEqual({ is: 'joined', role });
      expect(await standing(phone)).toEqual({ is: 'joined', role });
      await addGoodPhoto(world, of, role);
    }
    expect([await standing(phone), await deskStanding(of)]).toEqual([{ is: 'done' }, { is: 'done' }]);
    expect((await current(world.proofing, of)).step).toBe('phone');
    expect(await acts(of)).toEqual(['proofing.phone-link-made', 'proofing.phone-joined']);
  });

  it('is asked only for what was not taken at the desk', async () => {
    const { of, at } = await someone();
    await addGoodPhoto(world, of, 'front');
    expect(settled(await capture().makeLink(of, at)).link.roles).toEqual(['back', 'selfie']);
  });

  it('shows the same two words as the desk, which are never one word twice', async () => {
    const { of, made } = await someone();
    const onPhone = (await capture().atPhone(holding(made)))?.link;
    const onDesk = (await capture().atDesk(of)).link;
    expect([onPhone?.match, onPhone?.language]).toEqual([onDesk?.match, 'en']);
    expect(new Set(onDesk?.match).size).toBe(2);
  });

  it('may be given the link by the code that is typed, however it is typed', async () => {
    const { made } = await someone();
    const phone = { own: newToken() };
    const typed = made.code
      .reveal()
      .toLowerCase()
      .replace(/^(....)/, ' $1 - ')
      .replaceAll('0', 'o');
    expect(await capture().openByCode(phone, typed, 'here')).toMatchObject({ ok: true });
    expect(await capture().openByCode(phone, typed, 'here')).toMatchObject({ ok: true }); // pressed twice
    expect(await standing(phone)).toEqual({ is: 'opened' });
    expect([await capture().join(phone), await capture().join(phone)]).toEqual([true, true]);
    expect(await standing(phone)).toMatchObject({ is: 'joined' });
  });

  it('a link is over after a quarter of an hour; one press gives the phone that has it as long again', async () => {
    const { of, made } = await someone();
    const phone = holding(made);
    await capture().join(phone);
    world.clock.advance(minutes(15));
    expect([await standing(phone), await deskStanding(of)]).toEqual([{ is: 'expired' }, { is: 'expired' }]);
    await capture().prolong(of);
    expect(await standing(phone)).toEqual({ is: 'joined', role: 'front' });
  });

  it('there is none where no photo is due', async () => {
    const { of } = await someone();
    for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
    expect(await capture().makeLink(of, desk())).toEqual({ ok: false, error: 'not-now' });
    expect(await capture().makeLink(await world.newPerson(), desk())).toEqual({
      ok: false,
      error: 'not-now',
    });
  });

  it('says that it is over for a day, and is then forgotten', async () => {
    const { of, made } = await someone();
    world.clock.advance(hours(23));
    await world.proofing.sweep();
    expect(await standing(holding(made))).toEqual({ is: 'expired' });
    world.clock.advance(hours(2));
    await world.proofing.sweep();
    expect([await standing(holding(made)), (await capture().atDesk(of)).link]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

it('a link ends with the last photo: where the checks ask for one again, that takes another link', async () => {
  const { of, at, made } = await someone();
  const phone = holding(made);
  await capture().join(phone);
  for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
  world.script.seenAtOnce = ['blurry'];
  await world.proofing.addPhoto(of, 'selfie', new Uint8Array([1]));
  world.script.seenAtOnce = [];
  expect((await current(world.proofing, of)).step).toBe('selfie');
  expect([await standing(phone), await deskStanding(of)]).toEqual([{ is: 'done' }, { is: 'done' }]);
  expect(settled(await capture().makeLink(of, at)).link.roles).toEqual(['selfie']);
});

it('a link ends with photos that were taken at the desk: where the checks ask for one again, the phone takes none', async () => {
  const { of, made } = await someone();
  const phone = holding(made);
  await capture().join(phone);
  await answerAll(world, of, '904-24-2000');
  world.script.document = { ...license, data: { ok: false, error: 'no-barcode' } };
  const { decision } = await check(world, of);
  world.script.document = license;
  expect(decision).toMatchObject({ outcome: 'try-again', step: 'back' });
  expect([await standing(phone), await deskStanding(of)]).toEqual([{ is: 'done' }, { is: 'done' }]);
});

describe('attack', () => {
  it('a link used twice: of many phones at once one gets it, and the others are told so, and learn and change nothing', async () => {
    const { made } = await someone();
    const phones = Array.from({ length: 8 }, () => holding(made));
    const joined = await Promise.all(phones.map((phone) => capture().join(phone)));
    expect(joined.filter((did) => did)).toHaveLength(1);
    for (const [n, phone] of phones.entries()) {
      const is = joined[n] ? { is: 'joined', role: 'front' } : { is: 'another-phone' };
      expect(await standing(phone)).toEqual(is);
      if (!joined[n]) await capture().refuse(phone);
    }
    expect(await standing(phones[joined.indexOf(true)] ?? holding(made))).toMatchObject({ is: 'joined' });
  });

  it('a code used twice: it opens nothing once a phone has the link', async () => {
    const { made } = await someone();
    await capture().join(holding(made));
    const late = { own: newToken() };
    const error = { ok: false, error: 'not-known' };
    expect(await capture().openByCode(late, made.code.reveal(), 'elsewhere')).toEqual(error);
    expect(await standing(late)).toBeUndefined();
  });

  it('a relayed QR code: whoever did not begin it ends the link with one press, and the account’s history says so', async () => {
    const { of, made } = await someone();
    const victim = holding(made);
    await capture().refuse(victim);
    expect([await standing(victim), await deskStanding(of)]).toEqual([{ is: 'refused' }, { is: 'refused' }]);
    expect(await capture().join(victim)).toBe(false);
    expect(await acts(of)).toEqual(['proofing.phone-link-made', 'proofing.phone-refused']);
  });

  it('a link after sign-out: it ends with the session that made it', async () => {
    const { of, at, made } = await someone();
    const phone = holding(made);
    await capture().join(phone);
    world.endedSessions.add(at.session);
    expect([await standing(phone), await deskStanding(of)]).toEqual([
      { is: 'signed-out' },
      { is: 'signed-out' },
    ]);
  });

  it.each([
    ['that ended', (of: PersonId) => world.proofing.withdraw(of)],
    [
      'that ended, when another has begun',
      async (of: PersonId) => {
        await world.proofing.withdraw(of);
        await world.start(of);
        await world.proofing.chooseDocument(of, 'license');
        await world.proofing.giveConsent(of, '1');
      },
    ],
    ['whose document is another now', (of: PersonId) => world.proofing.chooseDocument(of, 'passport')],
  ])('a link of a case %s takes nothing', async (_what, change) => {
    const { of, made } = await someone();
    const phone = holding(made);
    await capture().join(phone);
    await change(of);
    expect(await standing(phone)).toEqual({ is: 'case-over' });
  });

  it('a link that was taken back: the phone has nothing, and neither has one that comes later', async () => {
    const { of, made } = await someone();
    const phone = holding(made);
    await capture().join(phone);
    await capture().takeBack(of);
    await capture().takeBack(of);
    expect([await standing(phone), await capture().join(holding(made))]).toEqual([
      { is: 'taken-back' },
      false,
    ]);
    expect(await acts(of)).toEqual([
      'proofing.phone-link-made',
      'proofing.phone-joined',
      'proofing.phone-taken-back',
    ]);
  });

  it('a link whose place another took: the first, its code and its phone open nothing any more', async () => {
    const { of, at, made } = await someone();
    const phone = holding(made);
    await capture().join(phone);
    const next = settled(await capture().makeLink(of, at));
    expect([await standing(phone), await standing(holding(made))]).toEqual([undefined, undefined]);
    expect(await capture().openByCode({ own: newToken() }, made.code.reveal(), 'x')).toMatchObject({
      ok: false,
    });
    expect(await standing(holding(next))).toEqual({ is: 'waiting' });
  });

  it('a stolen database holds no link: neither token, nor code, nor what the phone holds', async () => {
    const { made } = await someone();
    const phone = holding(made);
    await capture().join(phone);
    const dump = await world.dump();
    for (const secret of [made.token, made.code, phone.own]) {
      const text = secret.reveal();
      expect(dump).not.toContain(text);
      expect(dump).not.toContain(Buffer.from(text).toString('hex'));
    }
  });

  it('another account’s phone: what it sends is the case’s of the desk, and nothing of its own is touched', async () => {
    const { of, made } = await someone();
    const other = await someone();
    const phone = holding(made);
    await capture().join(phone);
    expect((await capture().atPhone(phone))?.person).toBe(of);
    expect(await deskStanding(other.of)).toEqual({ is: 'waiting' });
  });
});

it('limit phone-capture.links-a-day: too many links are refused; the photos can be taken at the desk, and others go on', async () => {
  const { of, at } = await someone();
  for (let n = 1; n < phoneCaptureLimits['links-a-day'].most; n++) settled(await capture().makeLink(of, at));
  expect(await capture().makeLink(of, at)).toEqual({ ok: false, error: 'too-many-links' });
  expect((await addGoodPhoto(world, of, 'front')).step).toBe('back');
  await someone();
  world.clock.advance(hours(24));
  settled(await capture().makeLink(of, at));
});

it('limit phone-capture.wrong-codes: attack: a guessed short code: a network that guesses is stopped; the owner has the QR code, and every other network', async () => {
  const { made } = await someone();
  const code = made.code.reveal();
  const guess = `${code.slice(1)}${code[0] === '7' ? '8' : '7'}`;
  for (let n = 0; n < phoneCaptureLimits['wrong-codes'].most; n++)
    expect(await capture().openByCode({ own: newToken() }, guess, 'guessers')).toEqual({
      ok: false,
      error: 'not-known',
    });
  const phone = { own: newToken() };
  expect(await capture().openByCode(phone, code, 'guessers')).toEqual({ ok: false, error: 'too-many-codes' });
  expect(await standing(holding(made))).toEqual({ is: 'waiting' });
  expect(await capture().openByCode(phone, code, 'another')).toMatchObject({ ok: true });
  expect(await capture().openByCode(phone, 'none', 'guessers')).toEqual({
    ok: false,
    error: 'not-known',
  });
});
