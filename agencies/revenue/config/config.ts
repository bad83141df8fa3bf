import type { AgencyOptions, LogEvent } from '@signet/agencies-ui/site';
import {
  AAL1,
  AAL2,
  AAL2_PHISHING_RESISTANT,
  IAL2,
  loadOrCreateClientKey,
  loadOrCreateSecretKey,
  publicJwks,
} from '@signet/relying-party';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';

export interface RevenueOptions extends AgencyOptions {
  /** The clearing house, through which payments are drawn. */
  readonly bank: { readonly url: string; readonly key: string };
  /** Puts the sandbox's made-up taxpayers on file. Default: yes, this department is itself made up. */
  readonly sandboxRecords?: boolean;
}

export type { LogEvent };

/** As short as banks keep them; a whole working day at the longest. */
export const sessionLimits = { idleMs: 15 * 60_000, absoluteMs: 12 * 3_600_000 } as const;

export const paths = {
  callback: '/callback',
  signedOut: '/signed-out',
  backchannelLogout: '/backchannel-logout',
  account: '/account',
  problem: '/sign-in-problem',
} as const;

/** The staff's own site, with a sign-in and sessions of its own. */
export const staffPaths = {
  home: '/staff',
  callback: '/staff/callback',
  signedOut: '/staff/signed-out',
  problem: '/staff/problem',
  enroll: '/staff/enroll',
  looks: '/staff/looks',
} as const;

/** The refund tool, with a sign-in and sessions of its own. */
export const refundPaths = {
  home: '/refund',
  callback: '/refund/callback',
  problem: '/refund/problem',
} as const;

/** T10: tax records are for a proven identity and two factors. */
export const acrValues = [IAL2, AAL2] as const;
/** How far a refund is can be seen with one factor, and without a proof of identity. */
export const refundAcrValues = [AAL1] as const;
/** Agents, who open other people's records, sign in with a key that answers only the true site. */
export const staffAcrValues = [AAL2_PHISHING_RESISTANT] as const;
const scope = 'openid email identity ssn';
const clientId = 'department-of-revenue';

/** What Signet must know of the department before anybody can sign in. Holds no secret. */
export async function clientRegistration({ origin, dataDir }: Pick<RevenueOptions, 'origin' | 'dataDir'>) {
  return {
    clientId,
    name: { en: 'Department of Revenue', es: 'Departamento de Ingresos' },
    nameInSentence: { en: 'the Department of Revenue', es: 'el Departamento de Ingresos' },
    purpose: {
      en: 'To find your tax record and show it to you.',
      es: 'Para encontrar su registro de impuestos y mostrárselo.',
    },
    home: origin,
    help: {
      phone: '+12025550155',
      hours: {
        en: 'Monday to Friday, 8 a.m. to 6 p.m.',
        es: 'De lunes a viernes, de 8 a.\u00a0m. a 6 p.\u00a0m.',
      },
      address: ['Department of Revenue', 'Taxpayer Help', 'P.O. Box 5550', 'Meridian, EX 99950'],
      office: ['Department of Revenue', '410 Ledger Street, Room 101', 'Meridian, EX 99950'],
      page: origin,
    },
    jwks: publicJwks(await loadOrCreateClientKey(dataDir)),
    redirectUris: [
      `${origin}${paths.callback}`,
      `${origin}${staffPaths.callback}`,
      `${origin}${refundPaths.callback}`,
    ],
    postLogoutRedirectUris: [`${origin}${paths.signedOut}`, `${origin}${staffPaths.signedOut}`],
    backchannelLogoutUri: `${origin}${paths.backchannelLogout}`,
    scope,
    entitled: ['name', 'birthdate', 'address', 'email', 'ssn'],
    optional: ['email'],
  } as const;
}

/** The settings of the sign-in, with the private key. */
export async function relyingPartySettings(options: RevenueOptions) {
  return {
    issuer: options.issuer,
    clientId,
    privateKeyJwk: await loadOrCreateClientKey(options.dataDir),
    redirectUri: `${options.origin}${paths.callback}`,
    postLogoutRedirectUri: `${options.origin}${paths.signedOut}`,
    scope,
    acrValues,
    allowHttpOnLocalhost: true,
  };
}

export interface RevenueKeys extends RecordKeys {
  readonly cookie: Uint8Array;
}

/** The department's own keys: for its cookies, for finding a record by SSN, and for sealing who it is about. */
export async function loadKeys(dataDir: string): Promise<RevenueKeys> {
  return {
    cookie: await loadOrCreateSecretKey(dataDir, 'cookie'),
    index: await loadOrCreateSecretKey(dataDir, 'ssn-index'),
    seal: await loadOrCreateSecretKey(dataDir, 'master-file'),
  };
}
