import type { PhoneLines, RecordAuthorities } from './ports.ts';
import type { AuthoritySettings } from './providers/ask-authority.ts';
import { createHttpMotorVehicles } from './providers/http-motor-vehicles.ts';
import { createHttpPhoneCarrier } from './providers/http-phone-carrier.ts';
import { createHttpSocialSecurity } from './providers/http-social-security.ts';

export interface Authorities {
  /** Every record that a kind of evidence may name. */
  readonly records: RecordAuthorities;
  /** The same carrier, asked while a page waits: it has little time. */
  readonly phoneLines: PhoneLines;
}

const patience = 4000; // milliseconds, after which an authority is taken for unavailable
const pagePatience = 1500;

export function openAuthorities(
  at: Readonly<Record<keyof RecordAuthorities, Pick<AuthoritySettings, 'key' | 'url'>>>,
  onNoAnswer: NonNullable<AuthoritySettings['onNoAnswer']>,
): Authorities {
  const asked = (name: keyof RecordAuthorities, timeoutMs: number) => ({
    ...at[name],
    timeoutMs,
    onNoAnswer,
  });
  return {
    records: {
      'motor-vehicles': createHttpMotorVehicles(asked('motor-vehicles', patience)),
      'social-security': createHttpSocialSecurity(asked('social-security', patience)),
      'phone-carrier': createHttpPhoneCarrier(asked('phone-carrier', patience)),
    },
    phoneLines: createHttpPhoneCarrier(asked('phone-carrier', pagePatience)),
  };
}
