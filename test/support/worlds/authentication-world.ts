import { Secret, TOTP } from 'otpauth';
import { hours, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import { createAccounts } from '../../../packages/signet/src/modules/accounts/index.ts';
import { createAuditLog } from '../../../packages/signet/src/modules/audit/index.ts';
import {
  type Circumstances,
  createAuthentication,
  createPostgresAuthenticationStores,
  type LeakedPasswords,
  type Presence,
  type RefusedPasskey,
  type RenewLostVault,
} from '../../../packages/signet/src/modules/authentication/index.ts';
import { createDisavowals, createNotices } from '../../../packages/signet/src/modules/notices/index.ts';
import type { PhoneLines } from '../../../packages/signet/src/modules/records/index.ts';
import { openPlaces } from '../../../packages/signet/src/modules/risk/index.ts';
import {
  createEscrow,
  createVault,
  postgresVaultStore,
} from '../../../packages/signet/src/modules/vault/index.ts';
import { openPool, transactOn } from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase } from '../database/database.ts';
import { testKms } from '../database/kms.ts';
import { manualClock } from '../manual-clock.ts';

export const origin = 'https://signet.example';
export const source = '192.0.2.1';
export const goodPassword = 'correct horse battery';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A text or a call: what was written, or what was spoken line by line. */
export interface Ring {
  readonly to: string;
  readonly text: string;
}

type PhoneSettings = Parameters<typeof createAuthentication>[0]['settings']['phones'];

const phoneSettings: PhoneSettings = {
  profile: 'sandbox',
  countries: ['US', 'CA', 'MX'],
  perCountryAnHour: 10_000,
  calls: true,
};

/** A carrier that says of each number what a test has it say, and of others that nothing ever happened to them. */
function scriptedCarrier(): PhoneLines & {
  readonly says: Map<string, () => ReturnType<PhoneLines['look']>>;
} {
  const says = new Map<string, () => ReturnType<PhoneLines['look']>>();
  return {
    says,
    look: async (number) =>
      says.get(number.reveal())?.() ?? { ok: true, value: { status: 'active', lineType: 'mobile' } },
  };
}

/** Accounts, notices, vault, audit and authentication as in production, on a database and a clock of a test's own. */
export async function authenticationWorld(
  options: {
    escrow?: boolean;
    hashesWaiting?: number;
    renewLostVault?: RenewLostVault;
    leakedPasswords?: LeakedPasswords;
    phones?: Partial<PhoneSettings>;
  } = {},
) {
  const database = await createTestDatabase();
  const pool = openPool(database.url, () => undefined);
  const { db } = pool;
  const transact = transactOn(db);
  const clock = manualClock(new Date('2026-06-03T14:00:00Z'));
  const kms = await testKms();
  const audit = createAuditLog({ db, clock });
  const accounts = createAccounts({ db, kms, clock });
  const vaultStore = postgresVaultStore(db);
  const vault = createVault({ store: vaultStore, kms });
  const mails: Mail[] = [];
  const rung: Ring[] = [];
  const carrier = scriptedCarrier();
  const jobs: string[] = [];
  const notices = createNotices({
    db,
    transact,
    kms,
    service: { name: 'Signet', notMeUrl: `${origin}/not-me`, timeZone: 'America/New_York' },
    jobs: { enqueue: async (_tx, _name, data) => void jobs.push(String(data.id)) },
    mailer: { deliver: async (mail) => void mails.push(mail) },
    texts: { deliver: async (text) => void rung.push(text) },
    calls: { deliver: async ({ to, spoken }) => void rung.push({ to, text: spoken.join('\n') }) },
    clock,
  });
  const subjectOf = async (_tx: unknown, person: Parameters<typeof accounts.get>[0]) => {
    const account = await accounts.get(person);
    if (!account) throw new Error('no account');
    return account.auditRef;
  };
  const escrow = options.escrow
    ? createEscrow({ store: vaultStore, kms, audit, transact, subjectOf })
    : undefined;
  const refusedPasskeys: RefusedPasskey[] = [];
  const proven = new Set<PersonId>();
  const endedAtAgencies: PersonId[] = [];
  const authentication = createAuthentication({
    stores: createPostgresAuthenticationStores(db, vault),
    transact,
    kms,
    vault,
    escrow,
    renewLostVault: async (tx, presence) => options.renewLostVault?.(tx, presence),
    endAtAgencies: async () => {},
    endAllAtAgencies: async (_tx, person) => void endedAtAgencies.push(person),
    isProven: async (person) => proven.has(person),
    disavowals: createDisavowals({ db, clock }),
    onPasskeyRefused: (refused) => refusedPasskeys.push(refused),
    audit,
    notices,
    accounts,
    lines: carrier,
    clock,
    placeOf: await openPlaces({ sandbox: true }),
    leakedPasswords: options.leakedPasswords,
    settings: {
      origin,
      rpId: 'signet.example',
      serviceName: 'Signet',
      hashesWaiting: options.hashesWaiting ?? 200,
      waitBeforeRecovery: hours(72),
      phones: { ...phoneSettings, ...options.phones },
    },
  });

  async function deliver(): Promise<void> {
    for (const id of jobs.splice(0)) await notices.deliverMessage(id);
  }

  /** Delivers what is queued and gives the texts and calls to a number, oldest first. */
  async function rungAt(number: string): Promise<Ring[]> {
    await deliver();
    return rung.filter(({ to }) => to === number);
  }

  /** Delivers what is queued and gives the mails to an address, oldest first. */
  async function mailTo(address: string): Promise<Mail[]> {
    await deliver();
    return mails.filter(({ to }) => to.toLowerCase() === address);
  }

  async function newestMail(address: string): Promise<Mail> {
    const mail = (await mailTo(address)).at(-1);
    if (!mail) throw new Error(`no mail to ${address}`);
    return mail;
  }

  return {
    authentication,
    sessions: authentication.session,
    accounts,
    audit,
    notices,
    vault,
    kms,
    clock,
    transact,
    pool,
    mailTo,
    newestMail,
    rungAt,
    carrier,
    /** What the log would say of passkeys that were no good. */
    refusedPasskeys,
    /** The people whose identity counts as proven, where a test says so. */
    proven,
    /** The people whose sessions were ended at every agency. */
    endedAtAgencies,
    /** The same database as the owner of its tables, who alone may change them. */
    owner: () => openPool(database.ownerUrl, () => undefined, 1),
    async close() {
      await pool.close();
      await database.drop();
    },
  };
}

export type AuthenticationWorld = Awaited<ReturnType<typeof authenticationWorld>>;

/** The value of a result that the test takes for granted. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (result.ok) return result.value;
  throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
}

export const codeIn = ({ text }: Mail): string => /^\d{6}$/m.exec(text)?.[0] ?? 'no code';
export const tokenIn = ({ text }: Mail): string => /token=([\w-]+)/.exec(text)?.[1] ?? 'no token';

/** A browser whose address is confirmed and that has no account yet. */
export async function confirmed(
  world: AuthenticationWorld,
  email: string,
  from?: Circumstances,
): Promise<Presence> {
  const { authentication, sessions } = world;
  const started = must(
    await authentication.email.start(await sessions.begin({ from }), { email, language: 'en', source }),
  );
  return must(
    await authentication.email.confirm(started, { code: codeIn(await world.newestMail(email)), source }),
  );
}

export interface FinishedAccount {
  readonly presence: Presence;
  readonly email: string;
  readonly totpKey: string;
  readonly codes: readonly string[];
}

/** An account with a password, an authenticator app and recovery codes; the browser is signed in at AAL2. */
export async function finishedAccount(
  world: AuthenticationWorld,
  email: string,
  from?: Circumstances,
): Promise<FinishedAccount> {
  const { authentication } = world;
  const atPassword = must(
    await authentication.password.set(await confirmed(world, email, from), {
      password: new Redacted(goodPassword),
    }),
  );
  const { presence: offered, offer } = must(await authentication.authenticatorApp.start(atPassword));
  const totpKey = offer.key.reveal().replaceAll(' ', '');
  const code = totpCode(totpKey, world.clock.now());
  const bound = must(await authentication.authenticatorApp.confirm(offered, { code }));
  const { presence, codes } = must(await authentication.recoveryCodes.issue(bound));
  return { presence, email, totpKey, codes: codes.map((one) => one.reveal()) };
}

/** What the app shows. */
export function totpCode(key: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at.getTime() });
}

/** A browser that has given the right password. */
export async function withPassword(
  world: AuthenticationWorld,
  email: string,
  password: string = goodPassword,
  from: string = source,
) {
  return world.authentication.password.signIn(await world.sessions.begin({}), {
    email,
    password: new Redacted(password),
    source: from,
  });
}
