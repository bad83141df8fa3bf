import { AppError } from '../kernel/index.ts';
import { type Agencies, registerAgencies } from '../modules/agencies/index.ts';
import type { MeasuredAlgorithms } from '../modules/assurance/index.ts';
import { openLeakedPasswords } from '../modules/authentication/index.ts';
import type { Authorities } from '../modules/records/index.ts';
import { openPlaces } from '../modules/risk/index.ts';
import { readSettingFile, type Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';
import { authoritiesOf } from './authorities.ts';
import { readMeasured } from './measured.ts';

/** What the settings point at besides the database and the key: read, and refused, before anything is changed. */
export interface Inputs {
  readonly agencies: Agencies;
  readonly authorities: Authorities;
  readonly leakedPasswords: Awaited<ReturnType<typeof openLeakedPasswords>> | undefined;
  readonly placeOf: Awaited<ReturnType<typeof openPlaces>>;
  /** The automated checks whose measured error rates let them count. */
  readonly measured: MeasuredAlgorithms;
}

export async function readInputs(settings: Settings, log: Log): Promise<Inputs> {
  const leaks = settings.SIGNET_LEAKED_PASSWORDS_FILE;
  return {
    agencies: await readAgencies(settings),
    authorities: authoritiesOf(settings, log),
    leakedPasswords: leaks ? await openLeakedPasswords(leaks) : undefined,
    placeOf: await openPlaces({
      file: settings.SIGNET_PLACES_FILE,
      sandbox: settings.SIGNET_PROFILE === 'sandbox',
    }),
    measured: await readMeasured(settings, log),
  };
}

/** Thousands of agencies fit into this, in bytes. */
const largestRegistry = 64 * 1024 * 1024;

async function readAgencies({
  SIGNET_AGENCIES_FILE: file,
  SIGNET_PROFILE: profile,
}: Settings): Promise<Agencies> {
  if (!file) return registerAgencies([]);
  const text = String(await readSettingFile('SIGNET_AGENCIES_FILE', file, largestRegistry));
  try {
    return registerAgencies(JSON.parse(text), { onLoopback: profile === 'sandbox' });
  } catch (cause) {
    const why = cause instanceof AppError ? cause.message : 'is not JSON';
    throw new AppError('bad-setting', { message: `Setting SIGNET_AGENCIES_FILE: ${why}`, cause });
  }
}
