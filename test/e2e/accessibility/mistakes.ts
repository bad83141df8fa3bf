import type { Page } from 'playwright-core';
import type { Actor } from '../../journey/actor.ts';
import { press, type } from '../../journey/actor.ts';
import { arriving } from '../../journey/journey.ts';

type Mistake = (actor: Actor) => Promise<void>;

const send = (actor: Actor, action: string) => press(actor, `form[action="${action}"] button[type="submit"]`);

const sends =
  (action: string, fields: Readonly<Record<string, string>> = {}): Mistake =>
  async (actor) => {
    for (const [name, value] of Object.entries(fields)) await type(actor, name, value);
    await send(actor, action);
  };

/** A file that is no photo: without one there is no button to press. */
const sendsNoPhoto =
  (action: string): Mistake =>
  async (actor) => {
    await actor.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo at all') });
    await send(actor, action);
  };

/** What somebody may do wrong on a page of the journey; the page then says so, and the right answer is still taken. */
const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  'signet/sign-up': [sends('/sign-up', { email: 'not an address' })],
  'signet/sign-up/code': [sends('/sign-up/code', { code: '000000' })],
  'signet/sign-up/password': [
    sends('/sign-up/password', { password: 'short' }),
    sends('/sign-up/password', { password: 'password' }),
  ],
  'signet/sign-up/app': [sends('/sign-up/app', { code: '000000' })],
  'signet/sign-up/phone': [sends('/sign-up/phone', { number: '555' })],
  'signet/sign-up/phone/code': [sends('/sign-up/phone/code', { code: '000000' })],
  'signet/sign-in/phone': [sends('/sign-in/phone/code', { code: '000000' })],
  'signet/verify': [sends('/verify')],
  'signet/verify/consent': [sends('/verify/consent')],
  'signet/verify/front': [sendsNoPhoto('/verify/front')],
  'signet/verify/selfie': [sendsNoPhoto('/verify/selfie')],
  'signet/verify/ssn': [sends('/verify/ssn', { ssn: '123' })],
  'signet/verify/phone': [sends('/verify/phone', { phone: '555' })],
  'signet/verify/phone-code': [sends('/verify/phone-code', { code: '000000' })],
};

/** Makes each mistake of this page, and `look`s at what the page then says. */
export async function makeMistakes(
  actor: Actor,
  name: string,
  look: (page: Page, name: string, options: { wrong: true }) => Promise<void>,
): Promise<void> {
  for (const [nth, mistake] of (mistakes[name] ?? []).entries()) {
    await arriving(actor, () => mistake(actor));
    await look(actor.page, `${name}, mistake ${nth + 1}`, { wrong: true });
  }
}
