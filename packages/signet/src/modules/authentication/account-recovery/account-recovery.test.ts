import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phoneAccount, phoneCode } from '../../../../../../test/support/visitors/phone-accounts.ts';
import {
  codeIn,
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../../../../../test/support/worlds/recovery-world.ts';
import { days, hours, minutes, Redacted, seconds } from '../../../kernel/index.ts';
import type { Presence } from '../session/index.ts';

let world: RecoveryWorld;
beforeAll(async () => {
  world = await recoveryWorld();
});
afterAll(() => world.close());

let made = 0;
const account = () => finishedAccount(world, `lost-${made++}@mail.example`);

const password = (presence: Presence, _of: FinishedAccount) =>
  world.recovery.usePassword(presence, { password: new Redacted(goodPassword), source });
const saved = (presence: Presence, { codes }: FinishedAccount) =>
  world.recovery.useSavedCode(presence, { code: codes[0] ?? '', source });
function app(presence: Presence, { totpKey }: FinishedAccount) {
  world.clock.advance(seconds(60)); // each code is taken once (B7)
  return world.recovery.useAppCode(presence, { code: totpCode(totpKey, world.clock.now()), source });
}

describe('an emailed code and one proof of another kind', () => {
  it.each([
    ['a saved recovery code', saved, 0],
    ['the password', password, 1],
    ['the app', app, 1],
  ] as const)(
    'B15: with %s make a session that may bind and is worth no more than it used',
    async (_, use, aal) => {
      const ana = await account();
      const used = await use(await world.underWay(ana.email), ana);
      const recovered = must(used);
      expect(recovered.session.aal).toBe(aal);
      expect((await world.authentication.signIn.nextStep(recovered)).step).toBe('rebind');
      expect(world.recovery.isRecovered(recovered)).toBe(true);
      expect(await world.sessions.load(ana.presence.cookie.reveal())).toBeUndefined();
    },
  );

  it('B15: two emailed codes never suffice, nor the same code twice', async () => {
    const ana = await account();
    const first = await world.underWay(ana.email);
    world.clock.advance(minutes(30));
    const again = must(await world.recovery.ask(first, { email: ana.email, language: 'en', source }));
    const code = codeIn(await world.newestMail(ana.email));
    const second = must(await world.recovery.confirm(again, { code, source }));
    expect(second.session.person).toBeUndefined();
    expect(world.recovery.isRecovered(second)).toBe(false);
    expect((await world.recovery.confirm(second, { code, source })).ok).toBe(false);
    expect(await world.recovery.useSession(second)).toMatchObject({ ok: false });
    expect(
      (await world.authentication.password.set(second, { password: new Redacted(goodPassword) })).ok,
    ).toBe(false);
  });

  it('B15: a person who gave the password already is back with the emailed code', async () => {
    const ana = await account();
    const half = must(await withPassword(world, ana.email));
    const asked = must(await world.recovery.ask(half, { email: ana.email, language: 'en', source }));
    const code = codeIn(await world.newestMail(ana.email));
    const recovered = must(await world.recovery.confirm(asked, { code, source }));
    expect(world.recovery.isRecovered(recovered)).toBe(true);
    expect(recovered.session.aal).toBe(1);
    expect(world.endedAtAgencies.at(-1)).toBe(recovered.session.person); // P4: whoever was in is out there too
  });

  it('B14: the emailed code counts for an hour, of the day that is allowed, and not a second longer', async () => {
    const ana = await account();
    const early = await world.asked(ana.email);
    const code = codeIn(await world.newestMail(ana.email));
    world.clock.advance(hours(1) - seconds(1) - minutes(1));
    const kept = must(
      await world.recovery.ask(await world.sessions.begin({}), { email: ana.email, language: 'en', source }),
    );
    const newer = codeIn(await world.newestMail(ana.email));
    expect((await world.recovery.confirm(early, { code, source })).ok).toBe(true);
    world.clock.advance(hours(1));
    const fresh = (await world.sessions.load(kept.cookie.reveal())) ?? kept;
    expect(await world.recovery.confirm(fresh, { code: newer, source })).toMatchObject({ ok: false });
  });

  it('B4: ten wrong emailed codes and the right one fails too', async () => {
    const ana = await account();
    const asked = await world.asked(ana.email);
    const right = codeIn(await world.newestMail(ana.email));
    const wrong = right === '000000' ? '111111' : '000000';
    for (let n = 0; n < 10; n++) await world.recovery.confirm(asked, { code: wrong, source });
    expect(await world.recovery.confirm(asked, { code: right, source })).toMatchObject({
      error: { code: 'code-expired' },
    });
  });
});

describe('a phone beside the mailbox', () => {
  it('B15, B6: a texted code is another method than the emailed one, and counts once', async () => {
    const ana = await phoneAccount(world, `phone-${made++}@mail.example`, '+12025550131');
    const here = await world.underWay(ana.email);
    expect(await world.recovery.rungs(here)).toEqual(['password', 'phone', 'none']);
    const asked = must(
      await world.authentication.phone.sendCode(here, { phone: ana.phone, by: 'text', source }),
    );
    const code = await phoneCode(world, ana.number);
    const wrong = await world.recovery.usePhoneCode(asked, {
      code: code === '000000' ? '1' : '000000',
      source,
    });
    expect(wrong).toMatchObject({ error: { code: 'does-not-match' } });
    const both = await Promise.all([
      world.recovery.usePhoneCode(asked, { code, source }),
      world.recovery.usePhoneCode(asked, { code, source }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [recovered] = both.flatMap((one) => (one.ok ? [one.value] : []));
    expect(recovered?.session.events.map(({ method }) => method)).toEqual(['text-code']);
    expect(recovered && (await world.authentication.signIn.nextStep(recovered)).step).toBe('rebind');
    const texts = await world.rungAt(ana.number);
    expect(texts.at(-1)?.text).toMatch(/got back into your account.*\/not-me\/[\w-]{43}/);
  });
});

describe('the recovered session', () => {
  it('binds a password and an app, is then signed in, and is asked what was lost', async () => {
    const ana = await account();
    const recovered = must(await saved(await world.underWay(ana.email), ana));
    world.clock.advance(seconds(1));
    const set = must(
      await world.authentication.password.set(recovered, { password: new Redacted('another lamp at dusk') }),
    );
    expect(await world.authentication.signIn.nextStep(set)).toEqual({
      step: 'rebind',
      choices: ['passkey', 'totp'],
    });
    const { presence, offer } = must(await world.authentication.authenticatorApp.start(set));
    const key = offer.key.reveal().replaceAll(' ', '');
    const bound = must(
      await world.authentication.authenticatorApp.confirm(presence, {
        code: totpCode(key, world.clock.now()),
      }),
    );
    expect(bound.session.aal).toBe(2);
    expect((await world.authentication.signIn.nextStep(bound)).step).toBe('review-ways');
    expect(await world.recovery.earlierWays(bound)).toEqual([]); // one password and one app a person: both are new
    const settled = await world.recovery.settle(bound, []);
    expect((await world.authentication.signIn.nextStep(settled)).step).toBe('done');
  });

  it('opens the vault where a saved code did, and gives its new ways in the key', async () => {
    const ana = await account();
    const recovered = must(await saved(await world.underWay(ana.email), ana));
    expect(recovered.session.opensVault).toBe(true);
    must(
      await world.authentication.password.set(recovered, { password: new Redacted('another lamp at dusk') }),
    );
    const later = must(await withPassword(world, ana.email, 'another lamp at dusk'));
    expect(later.session.opensVault).toBe(true);
  });

  it('neither shows nor changes anything else', async () => {
    const ana = await account();
    const recovered = must(await saved(await world.underWay(ana.email), ana));
    expect(recovered.session.aal).toBe(0);
    expect(await world.authentication.recoveryCodes.issue(recovered)).toMatchObject({ ok: false });
    const used = await world.authentication.recoveryCodes.use(recovered, {
      code: ana.codes[1] ?? '',
      source,
    });
    expect(used.ok).toBe(false);
  });

  it('attack, double click: the same code pressed twice at once recovers once', async () => {
    const ana = await account();
    const here = await world.underWay(ana.email);
    const both = await Promise.all([saved(here, ana), saved(here, ana)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const started = (await world.mailTo(ana.email)).filter(({ subject }) => /got back into/.test(subject));
    expect(started).toHaveLength(1);
  });
});

describe('attack, account recovery', () => {
  it('as enumeration: an address without an account gets the same steps, and a mail that says so', async () => {
    const ana = await account();
    const known = await world.recovery.ask(await world.sessions.begin({}), {
      email: ana.email,
      language: 'en',
      source,
    });
    const nobody = await world.recovery.ask(await world.sessions.begin({}), {
      email: 'nobody-here@mail.example',
      language: 'en',
      source,
    });
    expect([known.ok, nobody.ok]).toEqual([true, true]);
    expect((await world.newestMail('nobody-here@mail.example')).text).toContain('There is no account');
    const guess = (presence: Presence) => world.recovery.confirm(presence, { code: '000001', source });
    expect(await guess(must(nobody))).toMatchObject({ error: { code: 'wrong-code', attemptsLeft: 9 } });
  });

  it('as mail flood: a stranger causes one mail an hour and no notice', async () => {
    const ana = await account();
    world.clock.advance(days(2));
    const before = (await world.mailTo(ana.email)).length;
    for (let n = 0; n < 24 * 6; n++) {
      await world.recovery.ask(await world.sessions.begin({}), {
        email: ana.email,
        language: 'en',
        source: `198.51.100.${n % 250}`,
      });
      world.clock.advance(minutes(10));
    }
    const got = (await world.mailTo(ana.email)).slice(before);
    expect(got.length).toBeLessThanOrEqual(26);
    expect(got.every(({ subject }) => /is your Signet code/.test(subject))).toBe(true);
  });

  it('across accounts: one’s emailed code with another’s proof recovers neither', async () => {
    const [ana, ben] = [await account(), await account()];
    const here = await world.underWay(ana.email);
    expect(await saved(here, ben)).toMatchObject({ error: { code: 'does-not-match' } });
    expect(await app(here, ben)).toMatchObject({ error: { code: 'does-not-match' } });
    // half signed in as Ben, with Ana's mailbox
    const half = must(await withPassword(world, ben.email));
    const asked = must(await world.recovery.ask(half, { email: ana.email, language: 'en', source }));
    const code = codeIn(await world.newestMail(ana.email));
    const mixed = must(await world.recovery.confirm(asked, { code, source }));
    expect(mixed.session.person).toBeUndefined();
    expect(world.recovery.isRecovered(mixed)).toBe(false);
  });
});
