import { AppError, type Redacted } from '../../kernel/index.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** Settings that a production process cannot do without. */
const neededInProduction = [
  'DATABASE_URL',
  'SIGNET_KMS_KEY_FILE',
  'SIGNET_SMTP_URL',
  'SIGNET_SMS_URL',
  'SIGNET_SMS_FROM',
  'SIGNET_MOTOR_VEHICLES_URL',
  'SIGNET_MOTOR_VEHICLES_KEY',
  'SIGNET_SOCIAL_SECURITY_URL',
  'SIGNET_SOCIAL_SECURITY_KEY',
  'SIGNET_PHONE_CARRIER_URL',
  'SIGNET_PHONE_CARRIER_KEY',
  'SIGNET_AGENCIES_FILE',
] as const;

/**
 * Reads the settings, or throws AppError `bad-setting` whose message names each setting at fault and never a
 * value: the value may be the secret.
 */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    throw badSetting(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`));
  }
  const settings = parsed.data;
  if (settings.SIGNET_EVALUATION_REPORTS.length > 0 && settings.SIGNET_EVALUATOR_KEYS.length === 0)
    throw badSetting(['SIGNET_EVALUATOR_KEYS: needed with SIGNET_EVALUATION_REPORTS']);
  if (settings.SIGNET_PROFILE === 'production') checkProduction(settings);
  return settings;
}

/** The one setting of commands that read the database and nothing else, whatever the others are. */
export function databaseSetting(environment: NodeJS.ProcessEnv = process.env): Redacted<string> {
  const { DATABASE_URL: given } = environment;
  const parsed = settingsSchema.shape.DATABASE_URL.safeParse(given === '' ? undefined : given);
  if (!parsed.success) throw badSetting(parsed.error.issues.map(({ message }) => `DATABASE_URL: ${message}`));
  if (!parsed.data) throw badSetting(['DATABASE_URL: needed']);
  return parsed.data;
}

function checkProduction(settings: Settings): void {
  const problems = neededInProduction
    .filter((name) => settings[name] === undefined)
    .map((name) => `${name}: needed in production`);
  for (const name of ['SIGNET_OUTBOX_URL', 'SIGNET_SANDBOX_URL'] as const)
    if (settings[name]) problems.push(`${name}: a sandbox thing, refused in production`);
  if (!settings.SIGNET_ORIGIN.startsWith('https://'))
    problems.push('SIGNET_ORIGIN: must be https in production');
  const post = [settings.SIGNET_POST_URL, settings.SIGNET_POST_KEY, settings.SIGNET_POST_SENDER];
  if (new Set(post.map((one) => one === undefined)).size > 1)
    problems.push('SIGNET_POST_URL, _KEY and _SENDER: needed all, or none');
  for (const name of carryPersonalData) {
    if (settings[name] !== undefined && !isProtected(addressIn(settings[name])))
      problems.push(`${name}: must be https in production, or on this machine`);
  }
  if (problems.length > 0)
    throw badSetting([...problems, 'SIGNET_PROFILE: is production unless it is set to sandbox']);
}

/** A26: SSNs, birth dates, addresses and codes go there. */
const carryPersonalData = [
  'SIGNET_SMS_URL',
  'SIGNET_MOTOR_VEHICLES_URL',
  'SIGNET_PASSPORT_OFFICE_URL',
  'SIGNET_SOCIAL_SECURITY_URL',
  'SIGNET_PHONE_CARRIER_URL',
  'SIGNET_POST_URL',
] as const;

const addressIn = (value: string | Redacted<string>): URL =>
  new URL(typeof value === 'string' ? value : value.reveal());

/** Encrypted on the way, or on no way at all: a proxy beside us that encrypts. */
const isProtected = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const badSetting = (problems: string[]): AppError =>
  new AppError('bad-setting', { message: `Setting ${problems.join('; ')}` });
