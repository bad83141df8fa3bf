import { AppError, type Clock, type Transact } from '../kernel/index.ts';
import {
  type Authorities,
  type Circuits,
  createCircuits,
  openAuthorities,
  postgresCircuits,
} from '../modules/records/index.ts';
import type { Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';
import type { Pool } from '../platform/postgres/index.ts';

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
    (why) => {
      if (why.reason === 'refused') log.error({ ...why }, 'an authority refuses the request as we wrote it');
      else if (why.reason === 'another-reference')
        log.error(
          { ...why },
          'an authority answered a question that was not ours: nothing is believed of it',
        );
      else log.warn({ ...why }, 'an authority gave no answer');
    },
  );
}

/** The circuits of all offices. A line at each opening and closing, of the one process in which it happened. */
export const circuitsOf = (
  { pool, log }: { readonly pool: Pool; readonly log: Log },
  { clock, transact }: { readonly clock: Clock; readonly transact: Transact },
): Circuits =>
  createCircuits({
    clock,
    transact,
    store: postgresCircuits(pool.db),
    on: {
      opened: (office, nextTryAt) =>
        log.error({ office, nextTryAt }, 'an office does not answer: it is asked one question at a time'),
      closed: (office, since) => log.info({ office, since }, 'an office answers again'),
    },
  });

type Named = 'MOTOR_VEHICLES' | 'PASSPORT_OFFICE' | 'SOCIAL_SECURITY' | 'PHONE_CARRIER';

/** Where an authority answers and how it knows us. */
function settingsOf(settings: Settings, name: Named) {
  const url = settings[`SIGNET_${name}_URL`];
  const key = settings[`SIGNET_${name}_KEY`];
  if (!url || !key)
    throw new AppError('bad-setting', { message: `Setting SIGNET_${name}_URL and _KEY: needed` });
  return { url, key: key.reveal() };
}
