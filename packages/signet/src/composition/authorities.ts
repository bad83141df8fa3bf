import { AppError } from '../kernel/index.ts';
import {
  createHttpMotorVehicles,
  createHttpPhoneCarrier,
  createHttpSocialSecurity,
  type RecordAuthorities,
} from '../modules/records/index.ts';
import type { Settings } from '../platform/config/index.ts';

export interface Authorities {
  /** Every record that a kind of evidence may name. */
  readonly records: RecordAuthorities;
  /** The same carrier, asked while a page waits: it has little time. */
  readonly phoneLines: ReturnType<typeof createHttpPhoneCarrier>;
}

const patience = 4000; // milliseconds, after which an authority is taken for unavailable
const pagePatience = 1500;

export const openAuthorities = (settings: Settings): Authorities => ({
  records: {
    'motor-vehicles': createHttpMotorVehicles(at(settings, 'MOTOR_VEHICLES', patience)),
    'social-security': createHttpSocialSecurity(at(settings, 'SOCIAL_SECURITY', patience)),
    'phone-carrier': createHttpPhoneCarrier(at(settings, 'PHONE_CARRIER', patience)),
  },
  phoneLines: createHttpPhoneCarrier(at(settings, 'PHONE_CARRIER', pagePatience)),
});

/** Where an authority answers and how it knows us. */
function at(
  settings: Settings,
  name: 'MOTOR_VEHICLES' | 'SOCIAL_SECURITY' | 'PHONE_CARRIER',
  timeoutMs: number,
) {
  const url = settings[`SIGNET_${name}_URL`];
  const key = settings[`SIGNET_${name}_KEY`];
  if (!url || !key)
    throw new AppError('bad-setting', { message: `Setting SIGNET_${name}_URL and _KEY: needed` });
  return { url, key: key.reveal(), timeoutMs };
}
