import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours, minutes } from '../../../packages/signet/src/kernel/index.ts';
import { codeIn, finishedAccount, must, source, tokenIn } from '../../support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../support/worlds/recovery-world.ts';

/** Strangers who know somebody's address and have mails sent to it until no more are. */
describe('attack, using up the mails to somebody else’s address', () => {
  let world: RecoveryWorld;
  let count = 0;
  beforeAll(async () => {
    world = await recoveryWorld();
  });
  afterAll(() => world.close());

  const fresh = () => `mails${count++}@mail.example`;
  const place = () => `2001:db8:${(count++).toString(16)}::1`;
  const linkIn = (text: string) => /\/recover\/mailed\/([\w-]+)/.exec(text)?.[1] ?? 'no link';

  /** From one network after another, over some hours. */
  async function recoveryMailsUsedUp(email: string): Promise<number> {
    for (let n = 0; n < 8; n++) {
      await world.asked(email, place());
      world.clock.advance(minutes(1));
    }
    return (await world.mailTo(email)).filter(({ text }) => text.includes('/recover/mailed/')).length;
  }

  it('finding S5: attack, recovery requests from many networks: limit recovery-mail.subject; one mail answers them all, and the link in it lets the owner in', async () => {
    const { email, codes } = await finishedAccount(world, fresh());
    expect(await recoveryMailsUsedUp(email)).toBe(3);
    const owner = await world.asked(email); // the same page as ever
    expect(world.recovery.address(owner)?.reveal()).toBe(email);
    expect((await world.mailTo(email)).filter(({ text }) => text.includes('/recover/mailed/'))).toHaveLength(
      3,
    );
    const token = linkIn((await world.newestMail(email)).text);
    const underWay = must(await world.recovery.confirmByLink(owner, { token, source }));
    const recovered = await world.recovery.useSavedCode(underWay, { code: codes[0] ?? '', source });
    expect(world.recovery.isRecovered(must(recovered))).toBe(true);
  });

  it('finding S5: the link works once, for a day, in the browser that opens it and in no other; and for nothing else', async () => {
    const { email } = await finishedAccount(world, fresh());
    const asked = await world.asked(email);
    const token = linkIn((await world.newestMail(email)).text);
    const browser = await world.sessions.begin({});
    expect(await world.authentication.email.confirmByLink(browser, { token })).toMatchObject({
      error: { code: 'link-expired' },
    });
    must(await world.recovery.confirmByLink(browser, { token, source }));
    expect(await world.recovery.rungs(asked)).toBeUndefined();
    expect(await world.recovery.confirmByLink(await world.sessions.begin({}), { token, source })).toEqual({
      ok: false,
      error: { code: 'link-expired' },
    });
    world.clock.advance(hours(4));
    await world.asked(email);
    const late = linkIn((await world.newestMail(email)).text);
    world.clock.advance(hours(24));
    expect(
      await world.recovery.confirmByLink(await world.sessions.begin({}), { token: late, source }),
    ).toMatchObject({ error: { code: 'link-expired' } });
  });

  it('limit recovery-mail.here, recovery-mail.own: a stranger in the same network, and the owner in a browser of theirs gets a mail', async () => {
    const own = { source, device: 'own'.padEnd(43, '-'), userAgent: 'Firefox' };
    const { email } = await finishedAccount(world, fresh(), own);
    for (let n = 0; n < 4; n++) {
      await world.asked(email);
      world.clock.advance(minutes(1));
    }
    const before = (await world.mailTo(email)).length;
    const browser = await world.sessions.begin({ from: { ...own } });
    const asked = must(await world.recovery.ask(browser, { email, language: 'en', source }));
    expect(await world.mailTo(email)).toHaveLength(before + 1);
    const code = codeIn(await world.newestMail(email));
    expect(await world.recovery.confirm(asked, { code, source })).toMatchObject({ ok: true });
  });

  it('limit email-sent.subject: strangers use up the mails of a sign-up, and the link in those that came makes the account', async () => {
    const email = fresh();
    const start = async (from: string) =>
      world.authentication.email.start(await world.sessions.begin({}), {
        email,
        language: 'en',
        source: from,
      });
    for (let n = 0; n < 14; n++) await start(place());
    expect(await world.mailTo(email)).toHaveLength(10);
    world.clock.advance(minutes(59));
    must(await start(source));
    const token = tokenIn(await world.newestMail(email));
    const owner = await world.sessions.begin({});
    const confirmed = must(await world.authentication.email.confirmByLink(owner, { token }));
    expect((await world.authentication.signIn.nextStep(confirmed)).step).toBe('first-authenticator');
  });

  it('limit email-sent-own.a-day: strangers use up the mails to an address, and somebody who adds it to their account still gets theirs', async () => {
    const { presence } = await finishedAccount(world, fresh());
    const email = fresh();
    for (let n = 0; n < 14; n++)
      await world.authentication.email.start(await world.sessions.begin({}), {
        email,
        language: 'en',
        source: place(),
      });
    const before = (await world.mailTo(email)).length;
    must(await world.authentication.email.addAddress(presence, { email, source }));
    expect(await world.mailTo(email)).toHaveLength(before + 1);
  });

  it('limit email-code.subject: strangers use up the guesses for an address, and the link in the owner’s mail is not one', async () => {
    const { email } = await finishedAccount(world, fresh());
    const guesser = await world.asked(email);
    for (let n = 0; n < 120; n++) await world.recovery.confirm(guesser, { code: '000000', source: place() });
    expect(await world.recovery.confirm(guesser, { code: '000000', source: place() })).toMatchObject({
      error: { code: 'too-many-attempts' },
    });
    const owner = await world.asked(email);
    const token = linkIn((await world.newestMail(email)).text);
    must(await world.recovery.confirmByLink(owner, { token, source }));
  });

  it('limit recovery-case.subject, recovery-case.here: strangers open cases about an account, and its owner opens theirs', async () => {
    const { email } = await finishedAccount(world, fresh());
    const { cases } = world.recovery;
    const open = async (contact: string, from: string) => {
      const named = must(await cases.nameAccount(await world.sessions.begin({}), { email, source: from }));
      const asked = must(await cases.askContact(named, { email: contact, language: 'en', source: from }));
      return cases.open(asked, { code: codeIn(await world.newestMail(contact)), source: from });
    };
    const stranger = fresh();
    const opened = [];
    for (let n = 0; n < 5; n++) opened.push((await open(stranger, place())).ok);
    expect(opened).toEqual([true, true, true, false, false]);
    expect(await open(fresh(), source)).toMatchObject({ ok: true });
  });

  it('limit email-code-tries.a-code: a stranger uses up the guesses at the code that they asked for, and the owner’s own code is right', async () => {
    const email = fresh();
    const start = async (from: string) =>
      must(
        await world.authentication.email.start(await world.sessions.begin({}), {
          email,
          language: 'en',
          source: from,
        }),
      );
    const stranger = await start(place());
    const strangersCode = codeIn(await world.newestMail(email));
    const wrong = strangersCode === '000000' ? '111111' : '000000';
    const guess = (code: string) => world.authentication.email.confirm(stranger, { code, source: place() });
    for (let n = 0; n < 10; n++) await guess(wrong);
    expect(await guess(strangersCode)).toMatchObject({ error: { code: 'code-expired' } });
    world.clock.advance(minutes(1));
    const owner = await start(source);
    const code = codeIn(await world.newestMail(email));
    must(await world.authentication.email.confirm(owner, { code, source }));
  });
});
