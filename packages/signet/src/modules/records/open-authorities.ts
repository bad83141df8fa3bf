import type { PhoneLines, RecordAuthorities } from './ports.ts';
import type { AuthoritySettings } from './providers/ask-authority.ts';
import { createHttpMotorVehicles } from './providers/http-motor-vehicles.ts';
import { createHttpPassportOffice, noPassportOffice } from './providers/http-passport-office.ts';
import { createHttpPhoneCarrier } from './providers/http-phone-carrier.ts';
import { createHttpSocialSecurity } from './providers/http-social-security.ts';

export interface Authorities {
  /** Every record that a kind of evidence may name. */
  readonly records: RecordAuthorities;
  /** The same carrier, asked while a page waits: it has little time. */
  readonly phoneLines: PhoneLines;
}

type Address = Pick<AuthoritySettings, 'key' | 'url'>;

/** Where each authority answers; there may be no office that is asked about passports. */
export type AuthorityAddresses = Readonly<
  Record<Exclude<keyof RecordAuthorities, 'passport-office'>, Address>
> & {
  readonly 'passport-office': Address | undefined;
};

const patience = 4000; // milliseconds, after which an authority is taken for unavailable
const pagePatience = 1500;

export function openAuthorities(
  at: AuthorityAddresses,
  onNoAnswer: NonNullable<AuthoritySettings['onNoAnswer']>,
): Authorities {
  const askedAt = (address: Address, timeoutMs: number) => ({ ...address, timeoutMs, onNoAnswer });
  const asked = (name: Exclude<keyof RecordAuthorities, 'passport-office'>, timeoutMs: number) =>
    askedAt(at[name], timeoutMs);
  const passportOffice = at['passport-office'];
  return {
    records: {
      'motor-vehicles': createHttpMotorVehicles(asked('motor-vehicles', patience)),
      'passport-office': passportOffice
        ? createHttpPassportOffice(askedAt(passportOffice, patience))
        : noPassportOffice,
      'social-security': createHttpSocialSecurity(asked('social-security', patience)),
      'phone-carrier': createHttpPhoneCarrier(asked('phone-carrier', patience)),
    },
    phoneLines: createHttpPhoneCarrier(asked('phone-carrier', pagePatience)),
  };
}
