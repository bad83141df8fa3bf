import { readFile } from 'node:fs/promises';
import { AppError } from '../kernel/index.ts';
import { type Agencies, registerAgencies } from '../modules/agencies/index.ts';
import { openLeakedPasswords } from '../modules/authentication/index.ts';
import type { Authorities } from '../modules/records/index.ts';
import { openPlaces } from '../modules/risk/index.ts';
import type { Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';
import { authoritiesOf } from './authorities.ts';

/** What the settings point at besides the database and the key: read, and refused, before anything is changed. */
export interface Inputs {
  readonly agencies: Agencies;
  readonly authorities: Authorities;
  readonly leakedPasswords: Awaited<ReturnType<typeof openLeakedPasswords>> | undefined;
  readonly placeOf: Awaited<ReturnType<typeof openPlaces>>;
}

export async function readInputs(settings: Settings, log: Log): Promise<Inputs> {
  const leaks = settings.SIGNET_LEAKED_PASSWORDS_FILE;
  return {
    agencies: await readAgencies(settings.SIGNET_AGENCIES_FILE),
    authorities: authoritiesOf(settings, log),
    leakedPasswords: leaks ? await openLeakedPasswords(leaks) : undefined,
    placeOf: await openPlaces({
      file: settings.SIGNET_PLACES_FILE,
      sandbox: settings.SIGNET_PROFILE === 'sandbox',
    }),
  };
}

async function readAgencies(file: string | undefined): Promise<Agencies> {
  if (!file) return registerAgencies([]);
  try {
    return registerAgencies(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new AppError('bad-setting', { message: `Setting SIGNET_AGENCIES_FILE: ${whyNot(cause)}`, cause });
  }
}

function whyNot(cause: unknown): string {
  if (cause instanceof AppError) return cause.message;
  const { code } = cause as NodeJS.ErrnoException;
  return code ? `cannot be read (${code})` : 'is not JSON';
}
