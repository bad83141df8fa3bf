import { AppError } from '../kernel/index.ts';
import {
  createHttpMotorVehicles,
  createHttpPhoneCarrier,
  createHttpSocialSecurity,
  type NoAnswer,
  type RecordAuthorities,
} from '../modules/records/index.ts';
import type { Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';

export interface Authorities {
  /** Every record that a kind of evidence may name. */
  readonly records: RecordAuthorities;
  /** The same carrier, asked while a page waits: it has little time. */
  readonly phoneLines: ReturnType<typeof createHttpPhoneCarrier>;
}

const patience = 4000; // milliseconds, after which an authority is taken for unavailable
const pagePatience = 1500;

export function openAuthorities(settings: Settings, log: Log): Authorities {
  const onNoAnswer = (why: NoAnswer) =>
    why.reason === 'refused'
      ? log.error({ ...why }, 'an authority refuses the request as we wrote it')
      : log.warn({ ...why }, 'an authority gave no answer');
  const at = (name: Named, timeoutMs: number) => ({ ...settingsOf(settings, name), timeoutMs, onNoAnswer });
  return {
    records: {
      'motor-vehicles': createHttpMotorVehicles(at('MOTOR_VEHICLES', patience)),
      'social-security': createHttpSocialSecurity(at('SOCIAL_SECURITY', patience)),
      'phone-carrier': createHttpPhoneCarrier(at('PHONE_CARRIER', patience)),
    },
    phoneLines: createHttpPhoneCarrier(at('PHONE_CARRIER', pagePatience)),
  };
}

type Named = 'MOTOR_VEHICLES' | 'SOCIAL_SECURITY' | 'PHONE_CARRIER';

/** Where an authority answers and how it knows us. */
function settingsOf(settings: Settings, name: Named) {
  const url = settings[`SIGNET_${name}_URL`];
  const key = settings[`SIGNET_${name}_KEY`];
  if (!url || !key)
    throw new AppError('bad-setting', { message: `Setting SIGNET_${name}_URL and _KEY: needed` });
  return { url, key: key.reveal() };
}
