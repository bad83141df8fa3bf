import { AppError } from '../kernel/index.ts';
import {
  createHttpMotorVehicles,
  createHttpPhoneCarrier,
  createHttpSocialSecurity,
} from '../modules/records/index.ts';
import type { Settings } from '../platform/config/index.ts';

export interface Authorities {
  readonly motorVehicles: ReturnType<typeof createHttpMotorVehicles>;
  readonly socialSecurity: ReturnType<typeof createHttpSocialSecurity>;
  readonly phoneCarrier: ReturnType<typeof createHttpPhoneCarrier>;
  /** The same carrier, asked while a page waits: it has little time. */
  readonly phoneLines: ReturnType<typeof createHttpPhoneCarrier>;
}

const patience = 4000; // milliseconds, after which an authority is taken for unavailable
const pagePatience = 1500;

export const openAuthorities = (settings: Settings): Authorities => ({
  motorVehicles: createHttpMotorVehicles(at(settings, 'MOTOR_VEHICLES', patience)),
  socialSecurity: createHttpSocialSecurity(at(settings, 'SOCIAL_SECURITY', patience)),
  phoneCarrier: createHttpPhoneCarrier(at(settings, 'PHONE_CARRIER', patience)),
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
