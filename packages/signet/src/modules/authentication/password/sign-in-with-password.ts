import { randomBytes, timingSafeEqual } from 'node:crypto';
import { err, newId, ok, type PersonId, type Redacted, type Result } from '../../../kernel/index.ts';
import { type Account, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { Authentication } from '../authentication.ts';
import { passwordWay } from '../authenticators/vault-ways-in.ts';
import { mailCode } from '../email/mail-code.ts';
import { countMail } from '../email/start-sign-up.ts';
import type { Attempt } from '../limits/attempts.ts';
import { failuresAtMost, failuresBorne } from '../limits/failure-limit.ts';
import type { Place } from '../limits/hash-queue.ts';
import { networkOf } from '../limits/source-network.ts';
import type { SignInWithPasswordError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Circumstances } from '../session/circumstances.ts';
import type { Presence } from '../session/session.ts';
import { type AcceptedAuthentication, isSessionGone, signInAs } from '../sign-in/sign-in-as.ts';
import {
  costsLessThanNow,
  type DerivedPassword,
  derivePassword,
  newHashParameters,
} from './password-hash.ts';
import type { StoredPassword } from './postgres-passwords.ts';

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
    const judged = await judgePassword(parts, address.value, password, source, presence.from);
    if (!judged.ok) return judged;
    const { attempt } = judged.value;
    const entered = await enter(parts, presence, address.value, source, judged.value);
    // a password alone makes no place theirs: a thief may have it
    await (entered.ok && entered.value.session.aal >= 2 ? attempt.succeededAtHome() : attempt.succeeded());
    return entered;
  };

export interface MatchedPassword extends Matched {
  readonly attempt: Attempt;
}

/** The first half of it: whether this is the password of the account with this address. */
export async function judgePassword(
  parts: Parts,
  address: EmailAddress,
  password: Redacted<string>,
  source: string,
  from?: Circumstances,
): Promise<Result<MatchedPassword, SignInWithPasswordError>> {
  const place = parts.hashQueue.enter(networkOf(source));
  if (!place) return err({ code: 'busy' });
  try {
    const account = await parts.accounts.findByEmail(address);
    // by the account where there is one: its other addresses are no further tries
    const digest = await parts.accounts.digestOf(address);
    const subject = account?.person ?? digest.toString('base64url');
    const own = () => parts.knownDevices.own(account?.person, from);
    const taken = await parts.attempts.take('password', subject, source, own);
    if (!taken.allowed) return err(taken.error);
    const judged = await judge(parts, place, account, password, failuresBorne(taken.fromKnownPlace));
    if (judged.ok) return ok({ ...judged.value, attempt: taken.attempt });
    await parts.tried.failed(subject, source);
    return judged;
  } finally {
    place.leave();
  }
}

interface Matched {
  readonly account: Account;
  readonly stored: StoredPassword;
  readonly vaultSecret: Redacted<Uint8Array>;
  /** The same password at today's cost, where it was stored at a lower one. */
  readonly anew?: StoredPassword & Pick<DerivedPassword, 'vaultSecret'>;
}

async function judge(
  parts: Parts,
  place: Place,
  account: Account | undefined,
  password: Redacted<string>,
  most: number,
): Promise<Result<Matched, { readonly code: 'does-not-match' }>> {
  const stored = await parts.passwords.takeAttempt(account?.person ?? newId<PersonId>(), most);
  const measure = stored ?? nobodysPassword();
  const matched = await place.run(() => compare(parts, password, measure));
  if (matched && stored && account?.status === 'active') return ok({ account, stored, ...matched });
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

/** Undefined: not this password. What was hashed at a lower cost is hashed again in the same turn. */
async function compare(
  { kms }: Parts,
  password: Redacted<string>,
  measure: StoredPassword,
): Promise<Pick<Matched, 'vaultSecret' | 'anew'> | undefined> {
  const { verifier, vaultSecret } = await derivePassword(password, measure);
  const peppered = await kms.mac('password-pepper', verifier);
  // nobody's verifier is random bytes, and no digest
  const matches = peppered.length === measure.verifier.length && timingSafeEqual(peppered, measure.verifier);
  if (!matches || !costsLessThanNow(measure)) return matches ? { vaultSecret } : undefined;
  const parameters = newHashParameters();
  const made = await derivePassword(password, parameters);
  const anew = { ...parameters, ...made, verifier: await kms.mac('password-pepper', made.verifier) };
  return { vaultSecret, anew };
}

async function enter(
  parts: Parts,
  presence: Presence,
  address: EmailAddress,
  source: string,
  { account, stored, vaultSecret, anew }: Matched,
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
    async accept(tx, opened) {
      if (!(await parts.passwords.succeeded(tx, person, stored, anew))) return false;
      if (anew && opened) await parts.vault.addWayIn(tx, opened, { ...way, secret: anew.vaultSecret });
      return true;
    },
  };
  const signedIn = await signInAgainWhenGone(parts, presence, account, accepted);
  if (!signedIn) return err({ code: 'does-not-match' }); // it was changed while it was judged
  if (finished) return ok(signedIn);
  // An account that is unfinished is finished by whoever also reads its mailbox (`may-bind.ts`).
  const { language } = account;
  return ok(await mailCode(parts)(signedIn, { purpose: 'account', address, language, person, known: false }));
}

/** A second press of the button finds that the first has taken the session: the password is right all the same. */
async function signInAgainWhenGone(
  parts: Parts,
  presence: Presence,
  account: Account,
  accepted: AcceptedAuthentication,
): Promise<Presence | undefined> {
  const signIn = (from: Presence) => signInAs(parts)(from, account, accepted);
  return signIn(presence).catch(async (error: unknown) => {
    if (!isSessionGone(error)) throw error;
    return signIn(await parts.sessions.begin({ from: presence.from }));
  });
}
