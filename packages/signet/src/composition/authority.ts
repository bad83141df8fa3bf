import { AppError, type Redacted } from '../kernel/index.ts';
import type { Settings } from '../platform/config/index.ts';

/** Where an authority answers and how it knows us; `timeoutMs` after which it is taken for unavailable. */
export function authority(
  settings: Settings,
  name: 'MOTOR_VEHICLES' | 'SOCIAL_SECURITY' | 'PHONE_CARRIER',
  timeoutMs = 4000,
) {
  const url = settings[`SIGNET_${name}_URL`];
  const key: Redacted<string> | undefined = settings[`SIGNET_${name}_KEY`];
  if (!url || !key)
    throw new AppError('bad-setting', { message: `Setting SIGNET_${name}_URL and _KEY: needed` });
  return { url, key: key.reveal(), timeoutMs };
}
