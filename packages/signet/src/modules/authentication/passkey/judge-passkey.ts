import { type Clock, err, ok, type Result, type Transact } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Attempts } from '../limits/index.ts';
import type { Circumstances, KnownDevices } from '../session/index.ts';
import type { SignInWithPasskeyError } from './outcomes.ts';
import type { PasskeyRequestResponse } from './passkey-json.ts';
import type { OnPasskeyRefused } from './ports.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';
import {
  type Assertion,
  counterMovedOn,
  credentialIdIn,
  type RelyingParty,
  userHandleIn,
  verifyRequest,
} from './webauthn.ts';

export interface JudgeNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly knownDevices: Pick<KnownDevices, 'look'>;
  /** A passkey that does not work now may come back: nobody's browser is told to forget it. */
  readonly mayComeBack: (credentialId: Buffer) => Promise<boolean>;
  readonly onRefused: OnPasskeyRefused;
  readonly passkeys: Pick<PasskeyStore, 'find'>;
  readonly relyingParty: RelyingParty;
  readonly transact: Transact;
}

export type FoundPasskey = NonNullable<Awaited<ReturnType<PasskeyStore['find']>>>;

export interface JudgedPasskey {
  readonly account: Account;
  readonly passkey: FoundPasskey;
  readonly assertion: Assertion;
}

export type Judgment = Result<JudgedPasskey, SignInWithPasskeyError>;

export async function judgePasskey(
  needs: JudgeNeeds,
  input: PasskeyRequestResponse & { readonly source: string },
  challenge: string,
  from: Circumstances | undefined,
  lookAhead: (found: FoundPasskey) => void,
): Promise<Judgment> {
  const passkey = await needs.passkeys.find(credentialIdIn(input));
  if (!passkey) {
    const mayComeBack = await needs.mayComeBack(credentialIdIn(input));
    return err({ code: mayComeBack ? 'passkey-refused' : 'passkey-unknown' });
  }
  const refused = refusing(needs, input.source);
  lookAhead(passkey);
  const [account, verified] = await Promise.all([
    needs.accounts.get(passkey.person),
    verifyRequest(needs.relyingParty, input, challenge, passkey),
    from && needs.knownDevices.look(passkey.person, from), // asked now, in the same breath; wanted by `signInAs`
  ]);
  const assertion = verified.ok ? itself(passkey, verified.value, userHandleIn(input)) : verified;
  if (!assertion.ok)
    needs.onRefused({ during: 'sign-in', reason: assertion.error, reference: from?.reference });
  if (!assertion.ok || account?.status !== 'active') return refused(account, 'refused');
  if (!counterMovedOn(passkey.counter, assertion.value.counter)) return refused(account, 'counter-went-back');
  return ok({ account, passkey, assertion: assertion.value });
}

/** WebAuthn section 7.2: whether it can be synced never changes, and whose it says it is is whose it was made for. */
function itself(
  passkey: FoundPasskey,
  assertion: Assertion,
  handle: Buffer | undefined,
): Result<Assertion, string> {
  if (assertion.backupEligible !== passkey.backupEligible) return err('its backup eligibility changed');
  if (handle && !handle.equals(passkey.userHandle)) return err('its user handle is another one');
  return ok(assertion);
}

/** Counted and written down, up to a limit: whoever knows a passkey's id could otherwise fill the log with it. */
const refusing =
  ({ attempts, audit, transact }: JudgeNeeds, source: string) =>
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
