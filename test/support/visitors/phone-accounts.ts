import { minutes, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import {
  type AuthenticationWorld,
  confirmed,
  goodPassword,
  must,
  source,
  withPassword,
} from '../worlds/authentication-world.ts';

/** The code in the newest text or call to a number. */
export async function phoneCode(world: AuthenticationWorld, number: string): Promise<string> {
  const { text } = (await world.rungAt(number)).at(-1) ?? { text: '' };
  const spoken = /^(?:\d\n){6}/m.exec(text)?.[0].replaceAll('\n', '');
  return spoken ?? /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? 'no code';
}

export interface PhoneAccount {
  readonly email: string;
  readonly number: string;
  readonly presence: Presence;
  /** Of the binding. */
  readonly phone: string;
}

/** A browser with a new account's password, at the step where a second way is chosen. */
export const withoutSecond = async (world: AuthenticationWorld, email: string): Promise<Presence> =>
  must(
    await world.authentication.password.set(await confirmed(world, email), {
      password: new Redacted(goodPassword),
    }),
  );

/** An account with a password and codes by phone, signed in at AAL2. */
export async function phoneAccount(
  world: AuthenticationWorld,
  email: string,
  number: string,
  by: 'text' | 'voice' = 'text',
): Promise<PhoneAccount> {
  const { authentication } = world;
  const presence = await addPhone(world, await withoutSecond(world, email), number, by);
  const { person } = presence.session;
  const [phone] = person ? (await authentication.authenticators.of(person)).phones : [];
  world.clock.advance(minutes(20)); // long past
  return { email, number, presence, phone: phone?.id ?? 'no phone' };
}

export async function addPhone(
  world: AuthenticationWorld,
  presence: Presence,
  number: string,
  by: 'text' | 'voice' = 'text',
  replaces?: string,
): Promise<Presence> {
  const { authentication } = world;
  const started = must(
    await authentication.phone.start(presence, { number: new Redacted(number), by, source, replaces }),
  );
  return must(await authentication.phone.confirm(started, { code: await phoneCode(world, number), source }));
}

/** The password given, and a code asked for. */
export async function askingForCode(
  world: AuthenticationWorld,
  { email, phone }: PhoneAccount,
  by: 'text' | 'voice' = 'text',
): Promise<Presence> {
  const atPassword = must(await withPassword(world, email));
  return must(await world.authentication.phone.sendCode(atPassword, { phone, by, source }));
}
