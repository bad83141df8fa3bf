import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError, err, newId, ok, type PersonId, type Redacted, type Result } from '../../kernel/index.ts';
import { type Account, type EmailAddress, parseEmailAddress } from '../accounts/index.ts';
import type { Authentication } from './authentication.ts';
import { failuresAtMost, failuresFromStrangers } from './failure-limit.ts';
import type { Place } from './hash-lane.ts';
import { mailCode } from './mail-code.ts';
import type { SignInWithPasswordError } from './outcomes.ts';
import type { Parts } from './parts.ts';
import { derivePassword, newHashParameters } from './password-hash.ts';
import type { StoredPassword } from './postgres-passwords.ts';
import type { Presence } from './session.ts';
import { passwordWay } from './set-password.ts';
import { type AcceptedAuthentication, isSessionGone, signInAs } from './sign-in-as.ts';
import { countMail } from './start-sign-up.ts';

/** What an address without a password is measured against: nothing matches it, and it costs the same. */
const nobodysPassword = (): StoredPassword => ({ ...newHashParameters(), verifier: randomBytes(32) });

/**
 * The first factor. Whether there is such an account, whether it has a password and whether that is off: every case
 * makes the same queries, one Argon2id and one audit entry, and gets the same answer.
 */
export const signInWithPassword =
  (parts: Parts): Authentication['signInWithPassword'] =>
  async (presence, { email, password, source }): Promise<Result<Presence, SignInWithPasswordError>> => {
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: 'does-not-match' });
    const place = parts.lane.enter();
    if (!place) return err({ code: 'busy' });
    try {
      const subject = (await parts.accounts.digestOf(address.value)).toString('base64url');
      const taken = await parts.attempts.take('password', subject, source);
      if (!taken.allowed) return err(taken.error);
      const judged = await judge(
        parts,
        place,
        address.value,
        password,
        await parts.attempts.isKnown(subject, source),
      );
      if (!judged.ok) return judged;
      await taken.attempt.succeeded();
      return await enter(parts, presence, address.value, source, judged.value);
    } finally {
      place.leave();
    }
  };

interface Matched {
  readonly account: Account;
  readonly vaultSecret: Redacted<Uint8Array>;
}

async function judge(
  parts: Parts,
  place: Place,
  address: EmailAddress,
  password: Redacted<string>,
  fromKnownPlace: boolean,
): Promise<Result<Matched, { readonly code: 'does-not-match' }>> {
  const account = await parts.accounts.findByEmail(address);
  const most = fromKnownPlace ? failuresAtMost : failuresFromStrangers;
  const stored = await parts.passwords.takeAttempt(account?.person ?? newId<PersonId>(), most);
  const measure = stored ?? nobodysPassword();
  const { verifier, vaultSecret } = await place.run(() => derivePassword(password, measure));
  const peppered = await parts.kms.mac('password-pepper', verifier);
  const matches = timingSafeEqual(peppered, measure.verifier) && stored !== undefined;
  if (matches && account?.status === 'active') return ok({ account, vaultSecret });
  await parts.transact((tx) =>
    parts.audit.record(tx, {
      action: 'sign-in.failed',
      actor: { kind: 'person' },
      ...(account ? { subject: account.auditRef } : {}),
      details: { method: 'password' },
    }),
  );
  if (account && stored?.failures === failuresAtMost) await parts.tell.disabled(account.person, 'password');
  return err({ code: 'does-not-match' });
}

async function enter(
  parts: Parts,
  presence: Presence,
  address: EmailAddress,
  source: string,
  { account, vaultSecret }: Matched,
): Promise<Result<Presence, SignInWithPasswordError>> {
  const { person } = account;
  const { finished } = await parts.authenticators(person);
  if (!finished) {
    const mail = await countMail(parts, address, source);
    if (!mail.allowed) return err(mail.error);
  }
  const way = { kind: 'password', ref: passwordWay, secret: vaultSecret } as const;
  const accepted: AcceptedAuthentication = {
    event: { method: 'password', at: parts.clock.now() },
    way,
    lend: true,
    accept: async (tx) => {
      await parts.passwords.succeeded(tx, person);
      return true;
    },
  };
  const signedIn = await signInAgainWhenGone(parts, presence, account, accepted);
  if (finished) return ok(signedIn);
  // An account that is unfinished is finished by whoever also reads its mailbox (`may-bind.ts`).
  const { language } = account;
  return ok(await mailCode(parts)(signedIn, { address, language, person, known: false }));
}

/** A second press of the button finds that the first has taken the session: the password is right all the same. */
async function signInAgainWhenGone(
  parts: Parts,
  presence: Presence,
  account: Account,
  accepted: AcceptedAuthentication,
): Promise<Presence> {
  const signIn = (from: Presence) => signInAs(parts)(from, account, accepted);
  const signedIn = await signIn(presence).catch(async (error: unknown) => {
    if (!isSessionGone(error)) throw error;
    return signIn(await parts.sessions.begin({}));
  });
  if (!signedIn) throw new AppError('password-not-accepted'); // `accept` above never refuses
  return signedIn;
}
