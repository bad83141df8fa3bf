import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  type Clock,
  err,
  hours,
  type Language,
  newSixDigitCode,
  newToken,
  ok,
  type PersonId,
  type Redacted,
  type Result,
  seconds,
  type Tx,
  typedDigits,
} from '../../../kernel/index.ts';
import type { EmailAddress } from '../../accounts/index.ts';
import type { NotNow, PendingEmail } from '../session/index.ts';
import type { EmailLimits } from './email-limits.ts';
import { emailCodeLimits } from './limits.ts';
import {
  type LinkContents,
  type LinkPurpose,
  linkLookup,
  openUnderLink,
  sealUnderLink,
} from './mailed-link.ts';
import type { ConfirmEmailError } from './outcomes.ts';
import type { ConfirmationStore } from './postgres-confirmations.ts';

/**
 * An hour: A12 allows a day for email, but an hour outlasts any usual delay of a mail and is as long as an idle
 * session, which holds what the code is checked with. This confirms an address and authenticates nobody (B5).
 */
const lifetime = hours(1);

/**
 * A day, as A12 and B14 allow: longer than any limit on mails lasts. So where no more mails go out, because a stranger asked
 * for them, one that came before still lets its reader in.
 */
const linkLifetime = hours(24);

const tries = emailCodeLimits['a-code'].most;

/**
 * The same form sent twice within so long is a second press of its button, not a wish for a second code, which would
 * make the first one worthless.
 */
const duplicateWithin = seconds(10);

/** What a mail says, and what is kept of it in two places: neither alone is worth anything to a thief. */
export interface MadeCode {
  readonly code: Redacted<string>;
  /** How long it counts. */
  readonly minutes: number;
  /** For a link that does the same, where one is mailed. Its row is found and opened by it alone. */
  readonly linkToken: Redacted<string>;
  /** For the session that asked: without its secret the row's hash cannot be searched for the six digits. */
  readonly pending: PendingEmail;
  /** Keeps the row, in the place of the earlier code's. */
  keep(tx: Tx): Promise<void>;
}

export interface CodeRequest {
  readonly address: EmailAddress;
  readonly language: Language;
  /** The owner of the address, now or once it is confirmed, where the code is for an account that exists. */
  readonly person: PersonId | null;
  readonly link?: LinkPurpose;
  /** A code that this one takes the place of; wrong codes so far still count. */
  readonly earlier?: PendingEmail | undefined;
}

/** A code that was found right. */
export interface RightCode {
  readonly person: PersonId | null;
  /** False when another request used it up. */
  useUp(tx?: Tx): Promise<boolean>;
  /** After it all: this try does not count as a failure. */
  succeeded(): Promise<void>;
}

/** Codes of six digits that are emailed: for an address of an account, for a recovery and for a case of one. */
export interface EmailedCodes {
  make(request: CodeRequest): MadeCode;
  /** Uses the link up; whoever has it reads the mailbox, in whatever browser. Undefined when it is used or too old. */
  openLink(
    purpose: LinkPurpose,
    token: string,
  ): Promise<(LinkContents & { readonly person: PersonId | null }) | undefined>;
  /** The same form a moment ago; its mail is on the way. */
  isDuplicate(held: PendingEmail | undefined, address: EmailAddress): boolean;
  /** Counted before it is judged (B4). A code for anybody but `of`, where that is given, is none. */
  judge(
    pending: PendingEmail,
    typed: { readonly code: string; readonly source: string },
    of?: PersonId,
  ): Promise<Result<RightCode, Exclude<ConfirmEmailError, NotNow>>>;
}

interface Needs {
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'put' | 'remove' | 'takeByToken' | 'takeTry'>;
  readonly emailLimits: Pick<EmailLimits, 'countGuess'>;
}

export function createEmailedCodes(needs: Needs): EmailedCodes {
  const { clock } = needs;
  return {
    make: (request) => makeCode(needs, request),
    async openLink(purpose, token) {
      const lookup = linkLookup(purpose, token);
      const taken = lookup && (await needs.confirmations.takeByToken(lookup, clock.now()));
      return taken && { ...openUnderLink(purpose, token, taken.sealed), person: taken.person };
    },
    isDuplicate: (held, address) =>
      held !== undefined &&
      held.address === address.written.reveal() &&
      clock.now().getTime() - held.sentAt < duplicateWithin,
    judge: judgeCode(needs),
  };
}

function makeCode({ clock, confirmations }: Needs, request: CodeRequest): MadeCode {
  const { address, language, person, earlier, link = 'email-link' } = request;
  const code = newSixDigitCode();
  const linkToken = newToken();
  const codeSecret = newToken().reveal();
  const id = earlier?.id ?? randomUUID();
  const written = address.written.reveal();
  const { lookup, sealed } = sealUnderLink(link, linkToken.reveal(), { address: written, language });
  const now = clock.now().getTime();
  const codeHash = hashOf(codeSecret, code.reveal());
  const row = { tokenLookup: lookup, codeHash, sealed, person, expiresAt: new Date(now + linkLifetime) };
  return {
    code,
    minutes: lifetime / 60_000,
    linkToken,
    pending: { id, codeSecret, address: written, language, sentAt: now },
    keep: (tx) => confirmations.put(tx, id, row, tries),
  };
}

const judgeCode =
  ({ clock, confirmations, emailLimits }: Needs): EmailedCodes['judge'] =>
  async ({ id, address, codeSecret, sentAt }, { code, source }, of) => {
    const counted = await emailLimits.countGuess(address, source);
    if (!counted.allowed) return err(counted.error);
    const now = clock.now();
    const taken = now.getTime() < sentAt + lifetime && (await confirmations.takeTry(id, tries, now));
    if (!taken || (of && taken.person !== of)) return err({ code: 'code-expired' });
    if (!timingSafeEqual(hashOf(codeSecret, typedDigits(code)), taken.codeHash))
      return err({ code: 'wrong-code', attemptsLeft: tries - taken.failures });
    return ok({
      person: taken.person,
      useUp: (tx) => confirmations.remove(id, tx),
      succeeded: () => counted.attempt.succeeded(),
    });
  };

const hashOf = (codeSecret: string, code: string): Buffer =>
  createHmac('sha256', Buffer.from(codeSecret, 'base64url')).update(code).digest();
