import type { RecordKeys } from '@signet/agencies-ui/records';
import type { AgencyOptions } from '@signet/agencies-ui/site';
import { AAL2, IAL2, loadOrCreateClientKey, loadOrCreateSecretKey, publicJwks } from '@signet/relying-party';

export const sessionLimits = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 } as const;

export const paths = {
  callback: '/callback',
  signedOut: '/signed-out',
  backchannelLogout: '/backchannel-logout',
  welcome: '/welcome',
  service: '/service',
  claims: '/claims',
  problem: '/sign-in-problem',
} as const;

const clientId = 'veterans-benefits-office';
const scope = 'openid email identity';

/** What Signet must know of the office before anybody can sign in. Holds no secret. */
export async function clientRegistration({ origin, dataDir }: Pick<AgencyOptions, 'origin' | 'dataDir'>) {
  return {
    clientId,
    name: { en: 'Veterans Benefits Office', es: 'Oficina de Beneficios para Veteranos' },
    nameInSentence: { en: 'the Veterans Benefits Office', es: 'la Oficina de Beneficios para Veteranos' },
    purpose: {
      en: 'To greet you and fill in your applications.',
      es: 'Para saludarle y llenar sus solicitudes.',
    },
    home: origin,
    help: {
      phone: '+12025550177',
      hours: {
        en: 'Monday to Saturday, 7 a.m. to 7 p.m.',
        es: 'De lunes a sábado, de 7 a.\u00a0m. a 7 p.\u00a0m.',
      },
      address: ['Veterans Benefits Office', 'P.O. Box 5560', 'Meridian, EX 99950'],
      office: ['Veterans Benefits Office', '12 Harbor Square', 'Meridian, EX 99950'],
      page: origin,
    },
    jwks: publicJwks(await loadOrCreateClientKey(dataDir)),
    redirectUris: [`${origin}${paths.callback}`],
    postLogoutRedirectUris: [`${origin}${paths.signedOut}`],
    backchannelLogoutUri: `${origin}${paths.backchannelLogout}`,
    scope,
    entitled: ['name', 'birthdate', 'address', 'email'],
    optional: ['address', 'email'],
  } as const;
}

/** The settings of the sign-in, with the private key. */
export async function relyingPartySettings(options: AgencyOptions) {
  return {
    issuer: options.issuer,
    clientId,
    privateKeyJwk: await loadOrCreateClientKey(options.dataDir),
    redirectUri: `${options.origin}${paths.callback}`,
    postLogoutRedirectUri: `${options.origin}${paths.signedOut}`,
    scope,
    acrValues: [IAL2, AAL2],
    allowHttpOnLocalhost: true,
  };
}

export interface BenefitsKeys extends RecordKeys {
  /** Seals the cookie of a sign-in under way. */
  readonly cookie: Uint8Array;
}

export async function loadKeys(dataDir: string): Promise<BenefitsKeys> {
  const load = (name: string) => loadOrCreateSecretKey(dataDir, name);
  const [cookie, index, seal] = await Promise.all([load('cookie'), load('index'), load('seal')]);
  return { cookie, index, seal };
}
