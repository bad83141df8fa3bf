import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addPhone,
  askingForCode,
  type PhoneAccount,
  phoneAccount,
  phoneCode,
  withoutSecond,
} from '../../../../../../test/support/visitors/phone-accounts.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  must,
  source,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { minutes, Redacted, seconds } from '../../../kernel/index.ts';

let world: AuthenticationWorld;
let account: PhoneAccount;
let count = 0;
/** Another number each time: only so many codes go to one. */
const freshNumber = () => `+1${202 + Math.floor(count / 100)}55501${String(count++ % 100).padStart(2, '0')}`;
const freshEmail = () => `phones${count++}@mail.example`;

beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  account = await phoneAccount(world, freshEmail(), freshNumber());
});

const verify = (presence: Parameters<typeof world.authentication.phone.verify>[0], code: string) =>
  world.authentication.phone.verify(presence, { code, source });
const wrong = (right: string) => (right === '000000' ? '111111' : '000000');
const person = () =>
  account.presence.session.person ??
  (() => {
    throw new Error('nobody');
  })();

describe('B6: a phone beside a password', () => {
  it('is offered last, with its number masked, and its code makes AAL2 that is not phishing-resistant', async () => {
    const atPassword = must(await withPassword(world, account.email));
    expect(await world.authentication.signIn.nextStep(atPassword)).toEqual({
      step: 'second-factor',
      choices: ['phone'],
    });
    const asked = await askingForCode(world, account);
    expect(await world.authentication.phone.codeUnderWay(asked)).toEqual({
      phone: account.phone,
      masked: `••• ••• ${account.number.slice(-4)}`,
      by: 'text',
      ways: ['text', 'voice'],
    });
    const signedIn = must(await verify(asked, await phoneCode(world, account.number)));
    expect(signedIn.session).toMatchObject({ aal: 2, phishingResistant: false, opensVault: true });
    expect(signedIn.session.events.map(({ method }) => method)).toEqual(['password', 'text-code']);
    const { phones } = await world.authentication.authenticators.of(person());
    expect(phones).toMatchObject([{ kind: 'text', on: true, lastUsedAt: world.clock.now() }]);
  });

  it('is called where somebody would rather listen, or has a landline', async () => {
    const asked = await askingForCode(world, account, 'voice');
    expect((await world.rungAt(account.number)).at(-1)?.text).toMatch(
      /^Hello. This is Signet.\n.*\n(\d\n){6}Again:\n(\d\n){6}/,
    );
    const signedIn = must(await verify(asked, await phoneCode(world, account.number)));
    expect(signedIn.session.events.at(-1)?.method).toBe('voice-code');

    const landline = freshNumber();
    world.carrier.says.set(landline, async () => ({
      ok: true,
      value: { status: 'active', lineType: 'landline' },
    }));
    const presence = await withoutSecond(world, freshEmail());
    const start = (by: 'text' | 'voice') =>
      world.authentication.phone.start(presence, { number: new Redacted(landline), by, source });
    expect(await start('text')).toEqual({ ok: false, error: { code: 'refused', why: 'gets-no-texts' } });
    expect(await start('voice')).toMatchObject({ ok: true });
  });

  it('attack, phishing relay of a code: the message says what it is for and from where, and is bound to our own host', async () => {
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
    const atPassword = must(await withPassword(world, account.email));
    must(
      await world.authentication.phone.sendCode(
        { ...atPassword, from: { source, userAgent } },
        {
          phone: account.phone,
          by: 'text',
          source,
          agency: { en: 'the Department of Revenue', es: 'el Departamento de Ingresos' },
        },
      ),
    );
    const { text } = (await world.rungAt(account.number)).at(-1) ?? { text: '' };
    expect(text).toMatch(
      /^Signet code (\d{6}) to sign in to the Department of Revenue with Firefox on Windows, near Columbus, Ohio\. Not you\? Do not share it\.\n\n@signet\.example #\1$/,
    );
  });

  it.each([
    ['+1 800 555 0199', 'toll-free'],
    ['+1 900 555 0199', 'costs-extra'],
    ['+44 845 123 4567', 'costs-extra'],
    ['+46 70 174 06 10', 'country-not-served'],
    ['+1 202 456 1414', 'not-for-sandbox'],
    ['12', 'not-a-phone-number'],
  ])('refuses %s: %s', async (typed, why) => {
    const number = new Redacted(typed);
    const presence = await withoutSecond(world, freshEmail());
    const started = await world.authentication.phone.start(presence, { number, by: 'text', source });
    expect(started).toEqual({ ok: false, error: { code: 'refused', why } });
  });

  it('takes numbers of every country that the operator names', async () => {
    const abroad = await authenticationWorld({ phones: { countries: ['SE'], calls: false } });
    const presence = await addPhone(abroad, await withoutSecond(abroad, 'se@mail.example'), '+46701740610');
    expect(
      (await abroad.authentication.authenticators.of(presence.session.person as never)).phones,
    ).toMatchObject([{ masked: '••• ••• 0610', ways: ['text'] }]);
    const called = await abroad.authentication.phone.start(presence, {
      number: new Redacted('+46701740611'),
      by: 'voice',
      source,
    });
    expect(called).toEqual({ ok: false, error: { code: 'refused', why: 'no-calls-here' } });
    await abroad.close();
  });

  it('a number is sealed, and found only by a keyed digest', async () => {
    const { rows } = await sql<{ row: string }>`SELECT row_to_json(p)::text || encode(number, 'escape') AS row
      FROM phones p`.execute(world.pool.db);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join('')).not.toContain(account.number.slice(2));
  });

  it('another number is another binding: every address and the old number are told, and others are signed out', async () => {
    const signIn = async () =>
      must(await verify(await askingForCode(world, account), await phoneCode(world, account.number)));
    const [elsewhere, here] = [await signIn(), await signIn()];
    const number = freshNumber();
    await addPhone(world, here, number, 'text', account.phone);
    const { phones } = await world.authentication.authenticators.of(person());
    expect(phones).toMatchObject([{ masked: `••• ••• ${number.slice(-4)}` }]);
    expect(phones[0]?.id).not.toBe(account.phone);
    expect((await world.newestMail(account.email)).subject).toMatch(/phone for sign-in codes/);
    expect((await world.rungAt(account.number)).at(-1)?.text).toMatch(/no longer gets sign-in codes/);
    expect(await world.sessions.load(elsewhere.cookie.reveal())).toBeUndefined();
  });

  it('a phone that is taken off gets no codes any more, and is told; the last way stays', async () => {
    const here = must(
      await verify(await askingForCode(world, account), await phoneCode(world, account.number)),
    );
    const remove = (ref: string) => world.authentication.removal.remove(here, { kind: 'phone', ref });
    expect(await remove(account.phone)).toEqual({ ok: false, error: { code: 'last-way' } });
    const second = freshNumber();
    const withTwo = await addPhone(world, here, second, 'text');
    must(await world.authentication.removal.remove(withTwo, { kind: 'phone', ref: account.phone }));
    expect((await world.authentication.authenticators.of(person())).phones).toMatchObject([
      { masked: `••• ••• ${second.slice(-4)}` },
    ]);
    expect((await world.rungAt(account.number)).at(-1)?.text).toMatch(/no longer gets sign-in codes/);
    expect((await world.newestMail(account.email)).subject).toMatch(/was removed/);
  });

  it('a session without the password sends nothing, and no phone is added beside a passkey alone', async () => {
    const nobody = await world.sessions.begin({});
    const send = { phone: account.phone, by: 'text', source } as const;
    expect(await world.authentication.phone.sendCode(nobody, send)).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
    const other = await phoneAccount(world, freshEmail(), freshNumber());
    const atPassword = must(await withPassword(world, other.email));
    expect(await world.authentication.phone.sendCode(atPassword, send)).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
    const number = new Redacted(freshNumber());
    const adding = await world.authentication.phone.start(atPassword, { number, by: 'text', source });
    expect(adding).toEqual({ ok: false, error: { code: 'not-now' } });
  });
});

describe('B5: a code by phone', () => {
  it('has six digits and works for ten minutes, not a second longer', async () => {
    const asked = await askingForCode(world, account);
    const code = await phoneCode(world, account.number);
    expect(code).toMatch(/^\d{6}$/);
    world.clock.advance(minutes(10));
    expect(await verify(asked, code)).toEqual({ ok: false, error: { code: 'code-expired' } });
    const again = await askingForCode(world, account);
    world.clock.advance(minutes(10) - seconds(1));
    expect(await verify(again, await phoneCode(world, account.number))).toMatchObject({ ok: true });
  });

  it('only the newest works, and only in the browser that asked for it', async () => {
    const asked = await askingForCode(world, account);
    const first = await phoneCode(world, account.number);
    world.clock.advance(minutes(1));
    const again = must(
      await world.authentication.phone.sendCode(asked, { phone: account.phone, by: 'text', source }),
    );
    const second = await phoneCode(world, account.number);
    if (first !== second)
      expect(await verify(again, first)).toEqual({ ok: false, error: { code: 'wrong-code' } });
    const elsewhere = must(await withPassword(world, account.email));
    expect(await verify(elsewhere, second)).toEqual({ ok: false, error: { code: 'code-expired' } });
    expect(await verify(again, ` ${second.slice(0, 3)}-${second.slice(3)} `)).toMatchObject({ ok: true });
  });

  it('B7: attack, replay: it is accepted once, also of two at the same moment', async () => {
    const asked = await askingForCode(world, account);
    const code = await phoneCode(world, account.number);
    const both = await Promise.all([verify(asked, code), verify(asked, code)]);
    const [signedIn] = both.filter(({ ok }) => ok);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await verify(asked, code)).toEqual({ ok: false, error: { code: 'not-now' } });
    if (signedIn?.ok)
      expect(await verify(signedIn.value, code)).toEqual({ ok: false, error: { code: 'code-expired' } });
    const elsewhere = await askingForCode(world, account);
    if (code !== (await phoneCode(world, account.number)))
      expect(await verify(elsewhere, code)).toEqual({ ok: false, error: { code: 'wrong-code' } });
  });
});

describe('B4: attack, code guessing across resends', () => {
  /** Signed in from here before: the last failures are for who has (`failure-limit.ts`). */
  const atHome = async () =>
    must(await verify(await askingForCode(world, account), await phoneCode(world, account.number)));
  const failed = (failures: number) =>
    sql`UPDATE phones SET failures = ${failures} WHERE person = ${person()}`.execute(world.pool.db);

  it('the hundredth wrong code in a row turns the phone off, however often it was sent again, until it is bound anew', async () => {
    await atHome();
    await failed(94); // as after so many in a row; the last six are made one by one
    for (let n = 0; n < 6; n++) {
      const asked = await askingForCode(world, account);
      const code = wrong(await phoneCode(world, account.number));
      expect([n, await verify(asked, code)]).toEqual([n, { ok: false, error: { code: 'wrong-code' } }]);
      world.clock.advance(minutes(70)); // slowly enough for every brake
    }
    const atPassword = must(await withPassword(world, account.email));
    expect(await world.authentication.signIn.nextStep(atPassword)).toEqual({
      step: 'second-factor',
      choices: [],
    });
    const send = { phone: account.phone, by: 'text', source } as const;
    expect(await world.authentication.phone.sendCode(atPassword, send)).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
    expect((await world.newestMail(account.email)).subject).toMatch(/turned off/);
  });

  it('attempt 101 with the right code fails, and a right one before it begins the count anew', async () => {
    await atHome();
    await failed(99);
    const asked = await askingForCode(world, account);
    expect(await verify(asked, await phoneCode(world, account.number))).toMatchObject({ ok: true });
    const again = await askingForCode(world, account);
    await failed(100);
    expect(await verify(again, await phoneCode(world, account.number))).toEqual({
      ok: false,
      error: { code: 'wrong-code' },
    });
  });

  it('ten wrong codes for a phone that is being added use the code up, also across resends', async () => {
    const presence = await withoutSecond(world, freshEmail());
    const number = freshNumber();
    const typed = new Redacted(number);
    let at = must(await world.authentication.phone.start(presence, { number: typed, by: 'text', source }));
    for (let tries = 0; tries < 10; tries++) {
      const code = wrong(await phoneCode(world, number));
      world.clock.advance(minutes(5));
      if (tries % 2 === 0)
        at = must(await world.authentication.phone.start(at, { number: typed, by: 'text', source }));
      expect(await world.authentication.phone.confirm(at, { code, source })).toMatchObject({
        error: { code: 'wrong-code' },
      });
    }
    const code = await phoneCode(world, number);
    expect(await world.authentication.phone.confirm(at, { code, source })).toMatchObject({
      error: { code: 'code-expired' },
    });
  });
});
