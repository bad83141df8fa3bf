import { setTimeout as pause } from 'node:timers/promises';
import { HOTP, Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { SandboxPerson } from '../../sandbox/people/person.ts';
import type { World } from '../support/sites/world.ts';
import type { VirtualAuthenticator } from './virtual-authenticator.ts';

/** `password`: with an authenticator app beside it; `text` and `voice`: with a code to the person's phone. */
export type Way = 'password' | 'passkey' | 'text' | 'voice';

/** Somebody in front of the browser: a sandbox person, and what they come to know on the way. */
export interface Actor {
  readonly person: SandboxPerson;
  readonly page: Page;
  readonly world: Pick<World, 'signet' | 'revenue' | 'benefits' | 'sandbox'>;
  readonly email: string;
  readonly password: string;
  readonly lang: 'en' | 'es';
  /** Keyboard only: buttons are reached with Tab and pressed with Enter. */
  readonly keyboard: boolean;
  /** Which way in they choose first. */
  readonly way: Way;
  authenticator?: VirtualAuthenticator;
  totpKey?: string;
  /** The last step of the authenticator app whose code was used: each is accepted once (B7). */
  usedStep?: number;
  /** Codes that came by phone before: each is accepted once (B5). */
  usedCodes?: readonly string[];
  recoveryCodes?: readonly string[];
  /** How often they pressed something so far: a button, a link, a choice, a picture to send. */
  presses?: number;
}

const period = 30;

/**
 * The app's code: of the present step, or of the next one (Signet allows one step of drift) when that is used up. A person
 * who signs in a third time within half a minute waits for the next code, and so does this.
 */
export async function appCode(actor: Pick<Actor, 'totpKey' | 'usedStep'>): Promise<string> {
  if (!actor.totpKey) throw new Error('no authenticator app was set up');
  const present = () => Math.floor(Date.now() / 1000 / period);
  const step = actor.usedStep === undefined ? present() : Math.max(present(), actor.usedStep + 1);
  while (step > present() + 1) await pause(500);
  actor.usedStep = step;
  const secret = Secret.fromBase32(actor.totpKey.replace(/\s/g, ''));
  return HOTP.generate({ secret, algorithm: 'SHA1', digits: new TOTP({ secret }).digits, counter: step });
}

type AtWorld = Pick<Actor, 'world'>;

interface Message {
  readonly id: string;
  readonly channel: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Every message in the outbox to this address or number, the newest first. */
export async function messagesTo({ world }: AtWorld, to: string): Promise<readonly Message[]> {
  const url = `${world.sandbox}/outbox/messages?to=${encodeURIComponent(to)}`;
  return (await (await fetch(url)).json()) as readonly Message[];
}

/** The newest message in the outbox to this address or number that matches; waits for it. */
export async function messageTo(actor: AtWorld, to: string, pattern: RegExp): Promise<RegExpExecArray> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const messages = await messagesTo(actor, to);
    for (const { subject, text } of messages) {
      const found = pattern.exec(`${subject}\n${text}`);
      if (found) return found;
    }
    await pause(150);
  }
  throw new Error(`no message for that address within 20 s matches ${pattern}`);
}

/** Presses a button or link as this actor would. */
export async function press(actor: Actor, selector: string): Promise<void> {
  const target = actor.page.locator(selector).first();
  countPress(actor);
  if (!actor.keyboard) return target.click();
  await target.press('Enter'); // focused and pressed as one: nothing can take the focus in between
}

const countPress = (actor: Actor): void => {
  actor.presses = (actor.presses ?? 0) + 1;
};

/** Chooses one of several, or ticks a box. */
export async function choose(actor: Actor, selector: string): Promise<void> {
  countPress(actor);
  await actor.page.locator(selector).check({ force: true });
}

/** Picks a photo, as with the camera's button. */
export async function pickPhoto(actor: Actor, name: string, buffer: Buffer): Promise<void> {
  countPress(actor);
  const file = { name, mimeType: 'image/jpeg', buffer };
  await actor.page.locator('input[type="file"]').setInputFiles(file);
}

/** Types into a field, and leaves it as it was found otherwise. */
export async function type(actor: Actor, name: string, value: string): Promise<void> {
  await actor.page.locator(`[name="${name}"]`).first().fill(value);
}

/** The code in the newest text to this actor's phone, or the newest call: spoken digits stand one a line. */
export async function phoneCode(actor: Actor): Promise<string> {
  const used = [...(actor.usedCodes ?? [])];
  const spoken = actor.way === 'voice';
  const shaped = (code: string) => (spoken ? [...code].map((digit) => `${digit}\\n`).join('') : `${code}\\b`);
  const not = used.map((code) => `(?!${shaped(code)})`).join('');
  const pattern = new RegExp(spoken ? `^${not}(?:\\d\\n){6}` : `\\b${not}\\d{6}\\b`, 'm');
  const [found] = await messageTo(actor, actor.person.phone, pattern);
  const code = found.replaceAll('\n', '');
  actor.usedCodes = [...used, code];
  return code;
}
