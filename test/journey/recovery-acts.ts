import { type Actor, messagesTo, messageTo, press, type } from './actor.ts';
import { type Act, usePasskey } from './acts.ts';

const sendForm = (actor: Actor, action: string): Promise<void> =>
  press(actor, `form[action="${action}"] button[type="submit"]`);

/** There is a code from the first time: how many texts there were before the new one. */
const textsBefore = new WeakMap<Actor, number>();

async function nextText(actor: Actor): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [newest, ...others] = await messagesTo(actor, actor.person.phone);
    if (newest && others.length >= (textsBefore.get(actor) ?? 0)) return /\d{6}/.exec(newest.text)?.[0] ?? '';
    await actor.page.waitForTimeout(150);
  }
  throw new Error('no new text within 15 s');
}

/** The mail with a recovery's code, and no other mail with a code in it. */
export const recoveryMail = /(\d{6})[^\n]*\n[\s\S]*(?:opens nothing|no abre nada)/;

/** For somebody who lost every way to sign in and proves again who they are. */
export const provingAgainActs: readonly Act[] = [
  {
    at: /^signet\/recover$/,
    name: 'email address of the account',
    async perform(actor) {
      await type(actor, 'email', actor.email);
      await sendForm(actor, '/recover');
    },
  },
  {
    at: /^signet\/recover\/code$/,
    name: 'code from the email',
    async perform(actor) {
      const [, code = ''] = await messageTo(actor, actor.email, recoveryMail);
      await type(actor, 'code', code);
      await sendForm(actor, '/recover/code');
    },
  },
  {
    at: /^signet\/recover\/choose$/,
    name: 'what there is beside it',
    async perform(actor) {
      await actor.page.locator('input[name="rung"][value="proofing"]').check({ force: true });
      await sendForm(actor, '/recover/choose');
    },
  },
  {
    at: /^signet\/recover\/proofing$/,
    name: 'what proving again needs',
    perform: (actor) => sendForm(actor, '/recover/proofing'),
  },
  {
    at: /^signet\/verify\/phone$/,
    name: 'phone number',
    async perform(actor) {
      textsBefore.set(actor, (await messagesTo(actor, actor.person.phone)).length);
      await type(actor, 'phone', actor.person.phone);
      await sendForm(actor, '/verify/phone');
    },
  },
  {
    at: /^signet\/verify\/phone-code$/,
    name: 'code from the text message',
    async perform(actor) {
      await type(actor, 'code', await nextText(actor));
      await sendForm(actor, '/verify/phone-code');
    },
  },
  {
    at: /^signet\/verify\/decision$/,
    name: 'proven again',
    perform: (actor) => sendForm(actor, '/recover/proven'),
  },
  {
    at: /^signet\/recover\/new$/,
    name: 'something new to sign in with',
    async perform(actor) {
      if (actor.way === 'passkey') return usePasskey(actor);
      const app = 'a[href="/sign-up/app"]';
      const next = (await actor.page.locator(app).count()) ? app : 'a[href="/sign-up/password"]';
      await press(actor, next);
    },
  },
  {
    at: /^signet\/recover\/review$/,
    name: 'what is lost',
    async perform(actor) {
      for (const box of await actor.page.locator('input[name="lost"]').all())
        await box.check({ force: true });
      await sendForm(actor, '/recover/review');
    },
  },
];
