import { AppError } from '../kernel/index.ts';
import { type Authorities, openAuthorities } from '../modules/records/index.ts';
import type { Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';

export function authoritiesOf(settings: Settings, log: Log): Authorities {
  return openAuthorities(
    {
      'motor-vehicles': settingsOf(settings, 'MOTOR_VEHICLES'),
      'passport-office': settings.SIGNET_PASSPORT_OFFICE_URL
        ? settingsOf(settings, 'PASSPORT_OFFICE')
        : undefined,
      'social-security': settingsOf(settings, 'SOCIAL_SECURITY'),
      'phone-carrier': settingsOf(settings, 'PHONE_CARRIER'),
    },
    (why) =>
      why.reason === 'refused'
        ? log.error({ ...why }, 'an authority refuses the request as we wrote it')
        : log.warn({ ...why }, 'an authority gave no answer'),
  );
}

type Named = 'MOTOR_VEHICLES' | 'PASSPORT_OFFICE' | 'SOCIAL_SECURITY' | 'PHONE_CARRIER';

/** Where an authority answers and how it knows us. */
function settingsOf(settings: Settings, name: Named) {
  const url = settings[`SIGNET_${name}_URL`];
  const key = settings[`SIGNET_${name}_KEY`];
  if (!url || !key)
    throw new AppError('bad-setting', { message: `Setting SIGNET_${name}_URL and _KEY: needed` });
  return { url, key: key.reveal() };
}
