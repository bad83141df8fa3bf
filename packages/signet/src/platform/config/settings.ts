import { z } from 'zod';
import { Redacted } from '../../kernel/index.ts';

const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
const secret = z
  .string()
  .min(8)
  .transform((value) => new Redacted(value));
/**
 * An address with a password in it. Tried here, in words that show nothing of it: whoever opens it later would quote
 * it whole in their error, and a password with an unescaped `#` or `/` is all it takes.
 */
const secretUrl = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)), {
      error: `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
      abort: true,
    })
    .refine((value) => URL.canParse(value), {
      error: 'cannot be read; percent-encode what is special in its name and password',
      abort: true,
    })
    .transform((value) => new Redacted(value));
const port = z.coerce.number().int().min(1).max(65_535);
/** Paths of files, with a comma between. */
const listOfFiles = z
  .string()
  .default('')
  .transform((value) => value.split(',').filter(Boolean));
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
const origin = z.url().transform((value) => new URL(value).origin);

/**
 * Every setting of a Signet process: name, meaning, default. Nothing else reads the environment. A value that does
 * not fit stops the start with its name; secrets are `Redacted` from here on.
 */
export const settingsSchema = z.object({
  /**
   * `production` refuses simulators and made-up issuers; `sandbox` is the make-believe world, and has to be asked for
   * (decision 28).
   */
  SIGNET_PROFILE: z.enum(['sandbox', 'production']).default('production'),
  /** What this process does: answer people, work on jobs, or both. */
  SIGNET_ROLE: z.enum(['both', 'web', 'worker']).default('both'),
  /** How far a worker stands back on its machine for whatever answers people there: 0 does not, 19 most. */
  SIGNET_WORKER_NICENESS: z.coerce.number().int().min(0).max(19).default(15),
  /** The address that people see, and the OpenID issuer. */
  SIGNET_ORIGIN: origin.default('http://localhost:8080'),
  /** What people call the service: on pages, in mails and texts, in their authenticator app and beside their passkey. */
  SIGNET_BRAND: z
    .string()
    .regex(/^[^\p{Cc}<>"]{1,40}$/u, { error: 'must be a name of at most 40 characters' })
    .default('Signet'),
  /**
   * An IANA time zone: what times are said in where the reader's own is not known, as in mails and texts. Always with the
   * zone's name beside it.
   */
  SIGNET_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be a time zone like America/New_York' })
    .default('America/New_York'),
  SIGNET_HOST: z.string().default('127.0.0.1'),
  SIGNET_PORT: port.default(8080),
  /** How many proxies in front add to X-Forwarded-For; 0 believes only the connection itself. */
  SIGNET_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Requests that one process works on at once, half of them for one network; beyond that it says 503 and when to come back. */
  SIGNET_MOST_REQUESTS: z.coerce.number().int().min(16).max(10_000).default(256),
  /** Megabytes of photos that lie in the memory of one process at once, half of them of one network; beyond that it says so too. */
  SIGNET_MOST_PHOTO_MEGABYTES: z.coerce.number().int().min(64).max(100_000).default(256),
  /** Whether photos are looked at while their senders wait, in a process of 550 MB beside each that answers people. */
  SIGNET_PHOTOS_AT_ONCE: flag.default(true),
  /** Seconds that a process which is told to stop says so at /readyz before it ends anything. */
  SIGNET_STOP_NOT_READY_SECONDS: z.coerce.number().int().min(0).max(120).default(0),
  /** Seconds that it then gives to what is under way, such as a photo that comes slowly. */
  SIGNET_STOP_FINISH_SECONDS: z.coerce.number().int().min(0).max(600).default(30),
  /** The folder `assets` of the release before, for pages that were opened while it ran. */
  SIGNET_ASSETS_BEFORE: z.string().optional(),
  /** PostgreSQL. */
  DATABASE_URL: secretUrl('postgres', 'postgresql').optional(),
  /** The same database as its owner: only the schema is changed with it. */
  SIGNET_DATABASE_OWNER_URL: secretUrl('postgres', 'postgresql').optional(),
  /** The same database as the login that orders the audit log: only workers need it. */
  SIGNET_DATABASE_AUDIT_URL: secretUrl('postgres', 'postgresql').optional(),
  /**
   * How long a request waits for one answer of the database before it is told to try again; half of it for what is only
   * looked up, for a connection, and for `/readyz`. Workers and commands wait longer.
   */
  SIGNET_DATABASE_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
  /** The local KMS key file. */
  SIGNET_KMS_KEY_FILE: z.string().optional(),
  SIGNET_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Lets a passkey without PRF open the vault through a KMS-held wrap, audited at each use (docs/design.md §4). */
  SIGNET_VAULT_ESCROW: flag.default(false),
  /** B3: a file of passwords that appeared in leaks, lines of `SHA1:count` sorted by hash; searched, never loaded. */
  SIGNET_LEAKED_PASSWORDS_FILE: z.string().optional(),
  /**
   * Mail server, `smtp://user:password@host:587`, over which production demands STARTTLS, or `smtps://`. The sandbox
   * delivers to its outbox instead.
   */
  SIGNET_SMTP_URL: secretUrl('smtp', 'smtps')
    .refine((url) => new URL(url.reveal()).search === '', { error: 'takes no options after "?"' })
    .optional(),
  /** An address, or `Name <address>`; an address alone is given the brand for a name. */
  SIGNET_MAIL_FROM: z.string().default('no-reply@signet.example'),
  /**
   * Text messages, through a provider's Messages API: `https://ACCOUNT:TOKEN@api.provider.example`. The sandbox
   * delivers to its outbox instead.
   */
  SIGNET_SMS_URL: secretUrl('https', 'http').optional(),
  /** Sender of text messages: a phone number (E.164), a short code, or the id of a messaging service (`MG…`). */
  SIGNET_SMS_FROM: z.string().optional(),
  /** A phone number (E.164) that the same provider may call from. Without it no codes are spoken by telephone. */
  SIGNET_VOICE_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: 'must be a phone number like +12025550199' })
    .optional(),
  /**
   * Countries that codes are sent to, ISO 3166 with commas between. A number in a country that nobody here lives in is
   * most often a thief's who earns from each text (toll fraud). So the default is where people who file in the United
   * States live: the States, their territories, and the two neighbors.
   */
  SIGNET_PHONE_COUNTRIES: z
    .string()
    .default('US,PR,GU,VI,AS,MP,CA,MX')
    .transform((value) => value.split(',').filter(Boolean))
    .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, { error: 'must be two-letter country codes, e.g. US,CA' }))),
  /** Texts and calls with sign-in codes an hour to one country, in the whole deployment: what toll fraud may cost at most. */
  SIGNET_PHONE_CODES_PER_HOUR: z.coerce.number().int().min(1).default(20_000),
  /** A service that prints and mails letters. Without it nobody is offered a code by mail in place of a face check. */
  SIGNET_POST_URL: z.url().optional(),
  SIGNET_POST_KEY: secret.optional(),
  /** The sender's name and address on a letter, to which it goes back if it cannot be delivered: lines, with `|` between. */
  SIGNET_POST_SENDER: z
    .string()
    .transform((value) => value.split('|').map((line) => line.trim()))
    .pipe(
      z
        .array(z.string().min(1).max(60))
        .min(3, { error: 'must be a name and an address, e.g. Signet|PO Box 12|Alder Creek, AL 99002' })
        .max(4, { error: 'must be four lines at most' }),
    )
    .optional(),
  /** The sandbox's outbox, where its mail and text messages arrive. */
  SIGNET_OUTBOX_URL: z.url().optional(),
  SIGNET_OUTBOX_KEY: secret.optional(),
  /** The record authorities. The sandbox sets these to its own. */
  SIGNET_MOTOR_VEHICLES_URL: z.url().optional(),
  SIGNET_MOTOR_VEHICLES_KEY: secret.optional(),
  /** Without it a person looks at every passport. */
  SIGNET_PASSPORT_OFFICE_URL: z.url().optional(),
  SIGNET_PASSPORT_OFFICE_KEY: secret.optional(),
  SIGNET_SOCIAL_SECURITY_URL: z.url().optional(),
  SIGNET_SOCIAL_SECURITY_KEY: secret.optional(),
  SIGNET_PHONE_CARRIER_URL: z.url().optional(),
  SIGNET_PHONE_CARRIER_KEY: secret.optional(),
  /** Hours between an agent's yes to somebody who lost every way in and their link: the owner can stop it meanwhile. */
  SIGNET_RECOVERY_WAIT_HOURS: z.coerce.number().int().min(24).max(720).default(72),
  /** Days that photos of a case wait for a person to look; photos of decided cases go at once (A17). */
  SIGNET_REVIEW_RETENTION_DAYS: z.coerce.number().int().min(1).max(90).default(14),
  /** Whether anybody may read how often people pass, at /how-it-goes (A25). */
  SIGNET_SHOW_FIGURES: flag.default(false),
  /** No smaller count of people is told, there or by `scoreboard`. */
  SIGNET_SMALLEST_FIGURE: z.coerce.number().int().min(1).max(1000).default(10),
  /** Days between asking for an account to be deleted and its deletion, while it can still be kept (decision 19). */
  SIGNET_DELETION_WAIT_DAYS: z.coerce.number().int().min(1).max(30).default(7),
  /**
   * Files of signed reports of error rates, as `node main.js evaluate` writes them, each with its signature beside it
   * (`FILE.sig`). Outside the sandbox an automated check counts only where one of them meets A15, A16 or A18 for the models
   * and thresholds that run here.
   */
  SIGNET_EVALUATION_REPORTS: listOfFiles,
  /** Files with the public keys, Ed25519 in PEM, of those whose reports are believed. */
  SIGNET_EVALUATOR_KEYS: listOfFiles,
  /** JSON file that lists the agencies outside the sandbox. */
  SIGNET_AGENCIES_FILE: z.string().optional(),
  /**
   * MaxMind DB file (GeoLite2 City or another in its fields) with the places of network addresses. Without it places
   * are unknown; the sandbox makes some up for the networks of documentation.
   */
  SIGNET_PLACES_FILE: z.string().optional(),
  /** Where a browser finds the sandbox's made-up people: pages of the sandbox lead there. */
  SIGNET_SANDBOX_URL: z.url().optional(),
});

export type Settings = z.output<typeof settingsSchema>;
