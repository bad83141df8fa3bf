import { Secret, TOTP } from 'otpauth';
import { Redacted, typedDigits } from '../../../kernel/index.ts';
import type { TotpOffer } from './authenticator-app.ts';

const period = 30; // seconds

/** 160 bits (B7 asks for 112), in base 32 as apps take it. */
export const newTotpSecret = (): Redacted<string> => new Redacted(new Secret({ size: 20 }).base32);

/** SHA-1, 6 digits and 30 s are what every app computes, also those that ignore the parameters. */
const totpOf = (secret: Redacted<string>, issuer = '', label = ''): TOTP =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret.reveal()),
  });

export function totpOffer(secret: Redacted<string>, issuer: string, address: Redacted<string>): TotpOffer {
  return {
    uri: new Redacted(totpOf(secret, issuer, address.reveal()).toString()),
    key: new Redacted((secret.reveal().match(/.{1,4}/g) ?? []).join(' ')),
  };
}

/** The time step that `code` belongs to, within one step of `now` for clocks that drift; undefined for none. */
export function totpStep(secret: Redacted<string>, typed: string, now: Date): number | undefined {
  const token = typedDigits(typed);
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}
