import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { type Agency, openAgency } from './agency.ts';
import { answerParent } from './child.ts';
import { type OpenedAccount, openAccount, openMailbox } from './open-account.ts';
import {
  bareSignIn,
  giveConsent,
  passkeySignIn,
  passwordSignIn,
  resumeSignIn,
  type SignIn,
} from './sign-in.ts';

/** Browsers and the agency, in a process of their own: what a sign-in costs them is nobody's but theirs. */
export type Kind = 'bare' | 'passkey' | 'password' | 'resume' | 'bare-userinfo' | 'userinfo';

export interface Load {
  readonly kind: Kind;
  readonly issuer: string;
  readonly seconds: number;
}

export interface Measured {
  /** Or, of a kind that is one, requests to userinfo. */
  readonly signIns: number;
  readonly seconds: number;
  /** Milliseconds of one sign-in as its browser saw it. */
  readonly p50: number;
  readonly p95: number;
}

/** As many browsers as keep one server busy, and an account for each. */
const atOnce = 4;

let agency: Agency | undefined;
let database: pg.Pool | undefined;
const accounts: OpenedAccount[] = [];
/** Their owners, in the same order. */
const persons: string[] = [];
const resuming = new Map<number, SignIn>();

answerParent({
  async agency(agenciesFile: string) {
    agency = await openAgency();
    const { id, redirectUri, publicKey } = agency;
    await writeFile(agenciesFile, JSON.stringify([registered(agency)]));
    return { id, redirectUri, key: publicKey };
  },

  async openAccounts({
    issuer,
    mailPort,
    databaseUrl,
  }: {
    issuer: string;
    mailPort: number;
    databaseUrl: string;
  }) {
    database = new pg.Pool({ connectionString: databaseUrl, max: atOnce });
    const mailbox = await openMailbox(mailPort);
    for (let n = 1; n <= atOnce; n += 1) {
      accounts.push(await openAccount(issuer, `person${n}@people.example`, mailbox.codeFor));
    }
    mailbox.server.close();
    return accounts.map(({ email }) => email);
  },

  async consent({ issuer, persons: opened }: { issuer: string; persons: string[] }) {
    persons.push(...opened);
    await rewindApps();
    for (const account of accounts) await giveConsent(needed(agency), issuer, account);
  },

  measure,

  async times({ kind, issuer, times }: Pick<Load, 'kind' | 'issuer'> & { readonly times: number }) {
    const signIn = signInOf(kind, issuer, 0);
    const startedAt = new Date();
    for (let done = 1; done <= times; done += 1) {
      await signIn();
      await keepSessionsFew({ kind, n: 0, done, startedAt });
    }
  },
});

async function measure({ kind, issuer, seconds }: Load): Promise<Measured> {
  const took: number[] = [];
  const startedAt = new Date();
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const browsers = Array.from({ length: atOnce }, async (_, n) => {
    const signIn = await repeated(kind, issuer, n);
    for (let done = 1; performance.now() < until; done += 1) {
      const at = performance.now();
      await signIn();
      took.push(performance.now() - at);
      await keepSessionsFew({ kind, n, done, startedAt });
    }
  });
  await Promise.all(browsers);
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0;
  return {
    signIns: took.length,
    seconds: (performance.now() - begun) / 1000,
    p50: at(0.5),
    p95: at(0.95),
  };
}

/** What is done over and over: a sign-in, or what an agency does with the token of one. */
async function repeated(kind: Kind, issuer: string, n: number): Promise<SignIn> {
  if (kind !== 'userinfo' && kind !== 'bare-userinfo') return signInOf(kind, issuer, n);
  await signInOf(kind === 'userinfo' ? 'passkey' : 'bare', issuer, n)();
  return needed(agency).askAgain();
}

function signInOf(kind: Kind, issuer: string, n: number): SignIn {
  const relyingParty = needed(agency);
  if (kind === 'bare') return bareSignIn(relyingParty, issuer);
  const account = needed(accounts[n]);
  if (kind === 'passkey') return passkeySignIn(relyingParty, issuer, account);
  if (kind === 'resume') {
    const begun = resuming.get(n) ?? resumeSignIn(relyingParty, issuer, account, () => leftForAnHour(n));
    resuming.set(n, begun);
    return begun;
  }
  return passwordSignIn(relyingParty, issuer, account, rewindApps);
}

/** Nobody has more browsers. With fifty each sign-in would end the oldest session, at its agency too. */
const fewSessions = 20;

const withSessions: readonly Kind[] = ['passkey', 'password'];

/** Forgets what a browser that is opened anew each time left behind, and not the session of one that comes back. */
async function keepSessionsFew(at: { kind: Kind; n: number; done: number; startedAt: Date }): Promise<void> {
  if (at.done % fewSessions !== 0 || !withSessions.includes(at.kind)) return;
  await database?.query({
    name: 'forget',
    text: 'DELETE FROM sessions WHERE person = $1 AND created_at >= $2',
    values: [needed(persons[at.n]), at.startedAt],
  });
}

async function rewindApps(): Promise<void> {
  await database?.query({ name: 'rewind', text: 'UPDATE totp_authenticators SET last_step = 0' });
}

/** The clock of sessions is in their rows: two hours pass for one person's, and for nobody else's. */
async function leftForAnHour(n: number): Promise<void> {
  await database?.query({
    name: 'leave',
    text: "UPDATE sessions SET last_seen_at = last_seen_at - interval '2 hours' WHERE person = $1",
    values: [needed(persons[n])],
  });
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('asked too early');
  return value;
}

const registered = ({ id, redirectUri, publicKey }: Agency) => ({
  id,
  name: { en: 'Measured Agency', es: 'Agencia medida' },
  purpose: { en: 'To measure.', es: 'Para medir.' },
  home: 'http://localhost:19999',
  help: {
    phone: '+12025550199',
    hours: { en: 'None', es: 'Ninguna' },
    address: ['1 Example Street', 'Springfield, EX 99950'],
    page: 'http://localhost:19999',
  },
  redirectUris: [redirectUri],
  postLogoutRedirectUris: [],
  keys: [publicKey],
  entitled: ['name', 'birthdate', 'address', 'email', 'ssn'],
  optional: [],
});
