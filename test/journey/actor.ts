import { HOTP, Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { SandboxPerson } from '../../sandbox/person.ts';
import type { World } from '../support/world.ts';
import type { VirtualAuthenticator } from './virtual-authenticator.ts';

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
  readonly way: 'password' | 'passkey';
  authenticator?: VirtualAuthenticator;
  totpKey?: string;
  /** The last step of the authenticator app whose code was used: each is accepted once (B7). */
  usedStep?: number;
  recoveryCodes?: readonly string[];
}

const period = 30;

/** The app's code: of the present step, or of the next one (Signet allows one step of drift) when that is used up. */
export function appCode(actor: Actor): string {
  if (!actor.totpKey) throw new Error('no authenticator app was set up');
  const now = Math.floor(Date.now() / 1000 / period);
  const step = actor.usedStep === undefined ? now : Math.max(now, actor.usedStep + 1);
  actor.usedStep = step;
  const secret = Secret.fromBase32(actor.totpKey.replace(/\s/g, ''));
  return HOTP.generate({ secret, algorithm: 'SHA1', digits: new TOTP({ secret }).digits, counter: step });
}

interface Message {
  readonly channel: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The newest message in the outbox to this address or number that matches; waits for it. */
export async function messageTo(actor: Actor, to: string, pattern: RegExp): Promise<RegExpExecArray> {
  const url = `${actor.world.sandbox}/outbox/messages?to=${encodeURIComponent(to)}`;
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const messages = (await (await fetch(url)).json()) as readonly Message[];
    for (const { subject, text } of messages) {
      const found = pattern.exec(`${subject}\n${text}`);
      if (found) return found;
    }
    await actor.page.waitForTimeout(150);
  }
  throw new Error(`no message for that address within 20 s matches ${pattern}`);
}

/** Presses a button or link as this actor would. */
export async function press(actor: Actor, selector: string): Promise<void> {
  const target = actor.page.locator(selector).first();
  if (!actor.keyboard) return target.click();
  await target.press('Enter'); // focused and pressed as one: nothing can take the focus in between
}

/** Types into a field, and leaves it as it was found otherwise. */
export async function type(actor: Actor, name: string, value: string): Promise<void> {
  await actor.page.locator(`[name="${name}"]`).first().fill(value);
}
