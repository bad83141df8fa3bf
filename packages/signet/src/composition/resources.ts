import { AppError } from '../kernel/index.ts';
import type { Settings } from '../platform/config/index.ts';
import { type Kms, openLocalKms } from '../platform/kms/index.ts';
import type { Log } from '../platform/log/index.ts';
import { type Mailer, outboxMailer, smtpMailer } from '../platform/mail/index.ts';
import { canPrint, type LetterPost, outboxPost, servicePost } from '../platform/post/index.ts';
import { openPool, type Pool, serverDecides, type Timeouts } from '../platform/postgres/index.ts';
import {
  outboxCaller,
  outboxMessenger,
  providerCaller,
  providerMessenger,
  type TextMessenger,
  type VoiceCaller,
} from '../platform/sms/index.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { sayDatabaseLost } from './say-faults.ts';

/** What a Signet process holds open. */
export interface Resources {
  readonly settings: Settings;
  readonly log: Log;
  readonly inputs: Inputs;
  /** As `signet_application`. */
  readonly pool: Pool;
  /** As `signet_audit`, where a login of its own is named. */
  readonly auditPool: Pool;
  readonly kms: Kms;
  readonly mailer: Mailer;
  readonly texts: TextMessenger;
  /** Undefined where no number is set to call from. */
  readonly calls: VoiceCaller | undefined;
  /** Undefined where nobody prints and mails letters: then none is offered. */
  readonly post: LetterPost | undefined;
}

/**
 * Reads and checks everything that the settings name, and changes nothing: no table and, in production, no file. The
 * database is asked first when its schema is brought forward.
 */
export async function openResources(
  settings: Settings,
  log: Log,
  timeouts: Timeouts = serverDecides,
): Promise<Resources> {
  const url = settings.DATABASE_URL?.reveal();
  const keyFile = settings.SIGNET_KMS_KEY_FILE;
  if (!url) throw new AppError('bad-setting', { message: 'Setting DATABASE_URL: needed' });
  if (!keyFile) throw new AppError('bad-setting', { message: 'Setting SIGNET_KMS_KEY_FILE: needed' });
  const open = (at: string, max?: number) =>
    openPool(at, (error) => sayDatabaseLost(log, error), max, timeouts);
  return {
    settings,
    log,
    inputs: await readInputs(settings, log),
    kms: await openLocalKms(keyFile, settings.SIGNET_PROFILE === 'sandbox' ? 'make' : 'refuse'),
    mailer: mailerOf(settings),
    texts: textsOf(settings),
    calls: callsOf(settings),
    post: postOf(settings, log),
    pool: open(url),
    auditPool: open(settings.SIGNET_DATABASE_AUDIT_URL?.reveal() ?? url, 3),
  };
}

type MailSettings = Pick<
  Settings,
  | 'SIGNET_BRAND'
  | 'SIGNET_MAIL_FROM'
  | 'SIGNET_OUTBOX_KEY'
  | 'SIGNET_OUTBOX_URL'
  | 'SIGNET_PROFILE'
  | 'SIGNET_SMTP_URL'
>;

export function mailerOf(settings: MailSettings): Mailer {
  if (settings.SIGNET_OUTBOX_URL && settings.SIGNET_OUTBOX_KEY) {
    return outboxMailer(settings.SIGNET_OUTBOX_URL, settings.SIGNET_OUTBOX_KEY.reveal());
  }
  if (settings.SIGNET_SMTP_URL) {
    const tls = settings.SIGNET_PROFILE === 'production' ? 'demanded' : 'taken-where-offered';
    return smtpMailer(settings.SIGNET_SMTP_URL, senderOf(settings), tls);
  }
  throw new AppError('bad-setting', { message: 'Setting SIGNET_SMTP_URL: needed to send mail' });
}

const senderOf = ({ SIGNET_MAIL_FROM: from, SIGNET_BRAND: brand }: MailSettings): string =>
  from.includes('<') ? from : `"${brand}" <${from}>`;

function textsOf(settings: Settings): TextMessenger {
  if (settings.SIGNET_OUTBOX_URL && settings.SIGNET_OUTBOX_KEY) {
    return outboxMessenger(settings.SIGNET_OUTBOX_URL, settings.SIGNET_OUTBOX_KEY.reveal());
  }
  if (settings.SIGNET_SMS_URL && settings.SIGNET_SMS_FROM) {
    return providerMessenger(settings.SIGNET_SMS_URL, settings.SIGNET_SMS_FROM);
  }
  throw new AppError('bad-setting', {
    message: 'Setting SIGNET_SMS_URL and _FROM: needed to send text messages',
  });
}

function callsOf(settings: Settings): VoiceCaller | undefined {
  if (settings.SIGNET_OUTBOX_URL && settings.SIGNET_OUTBOX_KEY) {
    return outboxCaller(settings.SIGNET_OUTBOX_URL, settings.SIGNET_OUTBOX_KEY.reveal());
  }
  if (!settings.SIGNET_SMS_URL || !settings.SIGNET_VOICE_FROM) return undefined;
  return providerCaller(settings.SIGNET_SMS_URL, settings.SIGNET_VOICE_FROM);
}

function postOf(settings: Settings, log: Log): LetterPost | undefined {
  if (!(settings.SIGNET_POST_SENDER ?? []).every(canPrint))
    throw new AppError('bad-setting', {
      message: 'Setting SIGNET_POST_SENDER: has a letter that cannot be printed',
    });
  if (settings.SIGNET_OUTBOX_URL && settings.SIGNET_OUTBOX_KEY) {
    return outboxPost(settings.SIGNET_OUTBOX_URL, settings.SIGNET_OUTBOX_KEY.reveal());
  }
  if (!settings.SIGNET_POST_URL || !settings.SIGNET_POST_KEY) return undefined;
  return servicePost(settings.SIGNET_POST_URL, settings.SIGNET_POST_KEY, (status) =>
    log.error({ status }, 'the service that mails letters does not accept our request'),
  );
}
