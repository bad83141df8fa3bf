import { err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import { type Account, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { Authentication, PasskeyRequest } from '../authentication.ts';
import { mailCode } from '../email/mail-code.ts';
import { countMail } from '../email/start-sign-up.ts';
import type { SignInWithPasskeyError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Circumstances } from '../session/circumstances.ts';
import { challengeKey, confirmedFor, withChallenge } from '../session/pending.ts';
import type { Presence } from '../session/session.ts';
import { signInAs } from '../sign-in/sign-in-as.ts';
import {
  type Assertion,
  challengeIn,
  counterMovedOn,
  credentialIdIn,
  passkeyWay,
  prfSecret,
  requestOptions,
  userHandleIn,
  verifyRequest,
} from './passkey.ts';
import type { PasskeyRequestOptions, PasskeyRequestResponse } from './passkey-json.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';

type FoundPasskey = NonNullable<Awaited<ReturnType<PasskeyStore['find']>>>;

/** Somebody who gave their password is asked for one of their own passkeys; anybody else for any. */
export const passkeyRequest =
  ({ authenticators, clock, passkeys, settings }: Parts): Authentication['passkeyRequest'] =>
  async (presence, { deviceBound = false } = {}): Promise<PasskeyRequest> => {
    const session = presence?.session;
    const person = session?.person ?? session?.idle?.person;
    const known = person ? await passkeys.idsOf(person) : [];
    const bound = deviceBound && person ? (await authenticators(person)).passkeys : undefined;
    const single = new Set(bound?.flatMap(({ id, synced }) => (synced ? [] : [id])));
    const allowed = bound ? known.filter(({ credentialId }) => single.has(passkeyWay(credentialId))) : known;
    const options = await requestOptions(settings, allowed);
    return { options, pending: withChallenge(session?.pending ?? {}, options.challenge, clock.now()) };
  };

export const passkeyRequestOptions =
  (parts: Parts): Authentication['passkeyRequestOptions'] =>
  async (
    presence,
    kind,
  ): Promise<{ readonly presence: Presence; readonly options: PasskeyRequestOptions }> => {
    const { options, pending } = await passkeyRequest(parts)(presence, kind);
    return { presence: await parts.sessions.setPending(presence, pending), options };
  };

export const signInWithPasskey =
  (parts: Parts): Authentication['signInWithPasskey'] =>
  async (
    presence,
    input,
  ): Promise<
    Result<{ readonly presence: Presence; readonly opensVault: boolean }, SignInWithPasskeyError>
  > => {
    const challenge = challengeIn(input);
    const consume = challenge && challengeKey(challenge);
    if (!challenge || !consume || presence.session.pending[consume] === undefined)
      return err({ code: 'not-now' });
    const judged = whoMay(input.only, await judge(parts, input, challenge, presence.from));
    if (!judged.ok) {
      await parts.sessions.takePending(presence, consume); // a challenge serves one answer, right or wrong
      return judged;
    }
    const { account, passkey, assertion } = judged.value;
    const unconfirmed = await unconfirmedAddress(parts, presence, judged.value);
    if (unconfirmed) {
      const mail = await countMail(parts, unconfirmed, input.source);
      if (!mail.allowed) return err(mail.error);
    }
    const secret = prfSecret(input.prf);
    const at = parts.clock.now();
    const signedIn = await signInAs(parts)(presence, account, {
      event: {
        method: 'passkey',
        at,
        userVerified: assertion.userVerified,
        backupEligible: assertion.backupEligible,
      },
      consume,
      way: secret && { kind: 'passkey', ref: passkeyWay(passkey.credentialId), secret },
      lend: true,
      opened: secret ? undefined : await parts.waysIn.openEscrow(account.person),
      accept: (tx, opened) =>
        parts.passkeys.used(tx, passkey.credentialId, {
          counter: assertion.counter,
          userVerified: assertion.userVerified,
          backedUp: assertion.backedUp,
          opensVault: secret ? opened !== undefined : passkey.opensVault,
          at,
        }),
    });
    if (!signedIn) return err({ code: 'passkey-refused' });
    const { opensVault } = signedIn.session;
    // beside a password, as the app's code is: the place is theirs, and the password goes on working there
    if (presence.session.events.some(({ method }) => method === 'password') && signedIn.session.aal >= 2)
      await parts.attempts.atHome(account.person, input.source);
    if (!unconfirmed) return ok({ presence: signedIn, opensVault });
    const { person, language } = account;
    const code = { purpose: 'account', address: unconfirmed, language, person, known: false } as const;
    return ok({ presence: await mailCode(parts)(signedIn, code), opensVault });
  };

/** Looked at once the passkey was found right: whose it is, is told to its holder only. */
function whoMay(only: PersonId | undefined, judged: Judgment): Judgment {
  const { account } = judged.ok ? judged.value : {};
  return account && only && account.person !== only ? err({ code: 'another-person' }) : judged;
}

/**
 * Where the mail goes with which an unfinished account is finished (`may-bind.ts`), as after a password: for a key
 * that asked for no PIN. Undefined: the account is finished, becomes so by this, or was confirmed in this session.
 */
async function unconfirmedAddress(
  { accounts, authenticators }: Parts,
  { session }: Presence,
  { account: { person }, assertion }: Judged,
): Promise<EmailAddress | undefined> {
  if (assertion.userVerified || (session.person === person && session.aal >= 2)) return undefined;
  if (confirmedFor(session, person) || (await authenticators(person)).finished) return undefined;
  const address = await accounts.primaryAddress(person);
  const parsed = address && parseEmailAddress(address.reveal());
  return parsed?.ok ? parsed.value : undefined;
}

interface Judged {
  readonly account: Account;
  readonly passkey: FoundPasskey;
  readonly assertion: Assertion;
}

type Judgment = Result<Judged, SignInWithPasskeyError>;

async function judge(
  parts: Parts,
  input: PasskeyRequestResponse & { readonly source: string },
  challenge: string,
  from: Circumstances | undefined,
): Promise<Judgment> {
  const passkey = await parts.passkeys.find(credentialIdIn(input));
  if (!passkey) {
    const mayComeBack = await parts.waysBeforeRecovery.hasPasskey(credentialIdIn(input), parts.clock.now());
    return err({ code: mayComeBack ? 'passkey-refused' : 'passkey-unknown' });
  }
  const refused = refusing(parts, input.source);
  const [account, assertion] = await Promise.all([
    parts.accounts.get(passkey.person),
    verifyRequest(parts.settings, input, challenge, passkey),
    from && parts.knownDevices.look(passkey.person, from), // asked now, in the same breath; wanted by `signInAs`
  ]);
  const handle = userHandleIn(input);
  const isItself =
    assertion?.backupEligible === passkey.backupEligible && // section 7.2: eligibility never changes
    (handle === undefined || handle.equals(passkey.userHandle));
  if (!assertion || !isItself || account?.status !== 'active') return refused(account, 'refused');
  if (!counterMovedOn(passkey.counter, assertion.counter)) return refused(account, 'counter-went-back');
  return ok({ account, passkey, assertion });
}

/** Counted and written down, up to a limit: whoever knows a passkey's id could otherwise fill the log with it. */
const refusing =
  ({ attempts, audit, transact }: Parts, source: string) =>
  async (
    account: Account | undefined,
    reason: 'refused' | 'counter-went-back',
  ): Promise<Result<never, SignInWithPasskeyError>> => {
    const counted = await attempts.take('passkey-refused', account?.person ?? 'nobody', source);
    if (!counted.allowed) return err(counted.error);
    await transact((tx) =>
      audit.record(tx, {
        action: 'sign-in.failed',
        actor: { kind: 'person' },
        ...(account ? { subject: account.auditRef } : {}),
        details: { method: 'passkey', reason },
      }),
    );
    return err({ code: 'passkey-refused' });
  };
