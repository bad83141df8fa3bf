import { err, ok, type Result, rollBackOnError, type Transact, type Tx } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import { signalDetails } from '../../risk/index.ts';
import type { VaultKey, WayIn } from '../../vault/index.ts';
import type { Authenticators, RenewLostVault, VaultWaysIn } from '../authenticators/index.ts';
import type { AuthenticationEvent, Presence, Sessions } from '../session/index.ts';
import {
  type AnswerAlong,
  type Answering,
  prepareAnswer,
  reportUnanswered,
  type WaysAtSignIn,
} from './answer-along.ts';
import { type AssessmentNeeds, assessSignIn } from './assess-sign-in.ts';

export interface AcceptedAuthentication {
  readonly event: AuthenticationEvent;
  /** An entry of `pending` that it uses up. */
  readonly consume?: string;
  /** The way into the vault that it carries, and whether it is given one when it has none yet. */
  readonly way?: WayIn | undefined;
  readonly lend?: boolean;
  /**
   * What the person has, where that is known already or is to be asked along the way: by this authentication it stays the
   * same, so that the page after it need not ask again.
   */
  readonly ways?: Authenticators | 'ask' | undefined;
  /** A key that was opened in its place, from escrow. */
  readonly opened?: VaultKey | undefined;
  /**
   * Marks the authenticator as used; false when another request was first, and then nothing happens. `opened` is the
   * vault's key, where this very way opens it.
   */
  accept(tx: Tx, opened: VaultKey | undefined): Promise<boolean>;
  /** What else is written with it, once it is accepted. */
  accepted?(tx: Tx, next: Presence): Promise<void>;
  readonly along?: AnswerAlong | undefined;
}

interface Needs extends AssessmentNeeds {
  readonly accounts: Pick<Accounts, 'holdActive'>;
  readonly waysAtSignIn: WaysAtSignIn;
  readonly audit: AuditLog;
  readonly renewLostVault: RenewLostVault;
  readonly sessions: Pick<Sessions, 'renew' | 'prepareRenewal' | 'begin' | 'openVault'>;
  readonly transact: Transact;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give' | 'open'>;
}

export type SignInAs = (
  presence: Presence,
  account: Account,
  accepted: AcceptedAuthentication,
) => Promise<Presence | undefined>;

/**
 * After an authenticator was found right: it is marked as used, the session goes on under a new cookie (B12) and the
 * audit log says so, in one transaction, with what is answered along with it. The challenge or code is consumed
 * before the session exists. Undefined: another request used it first, or the account was suspended meanwhile.
 */
export const signInAs =
  (needs: Needs): SignInAs =>
  async (presence, account, accepting) => {
    const { accounts, audit, renewLostVault, sessions, transact, vaultWaysIn, waysAtSignIn } = needs;
    const { event, consume, way, lend, opened, ways, accept, along } = accepting;
    const { person, auditRef } = account;
    const { idle } = presence.session;
    const current = presence.session.person ?? (resumes(event) ? idle?.person : undefined);
    const held = current === person ? await sessions.openVault(presence) : undefined;
    const [byWay, assessment, has] = await Promise.all([
      way && (lend || !held) ? vaultWaysIn.open(person, way) : undefined,
      assessSignIn(needs)(presence, account, event),
      ways === 'ask' ? needs.authenticators(person) : ways,
    ]);
    const { signals = [], pending } = assessment ?? {};
    const isSomebodyElse = current !== person && (current !== undefined || idle !== undefined);
    const answering = await prepared();
    const result = answering ? await signedIn(answering).catch(unanswered) : await signedIn();
    if (!result.ok) return undefined;
    if (has && byWay !== 'new-way') waysAtSignIn.set(result.value.session, has); // a vault made anew takes ways away
    answering?.committed(result.value);
    return result.value;

    async function prepared(): Promise<Answering | undefined> {
      if (!along || byWay === 'new-way' || isSomebodyElse) return undefined;
      const how = { event, person, vaultKey: byWay ?? held ?? opened, consume, pending, signals };
      return prepareAnswer(needs, presence, how, along, has);
    }

    function unanswered(error: unknown): ReturnType<typeof signedIn> {
      if (along) reportUnanswered(along, error);
      return signedIn();
    }

    function signedIn(answer?: Answering): Promise<Result<Presence, 'too-late'>> {
      return rollBackOnError(transact, async (tx) => {
        const wayKey = byWay === 'new-way' ? await newWay(tx) : byWay;
        // asked together, as one round trip; what the first two answer decides
        const [active, accepted, renewal] = await Promise.allSettled([
          accounts.holdActive(tx, person),
          accept(tx, wayKey),
          answer ? answer.write(tx) : renewed(tx, wayKey ?? held ?? opened),
        ]);
        for (const one of [active, accepted]) if (one.status === 'rejected') throw one.reason;
        if (!isTrue(active) || !isTrue(accepted)) return err('too-late');
        if (renewal.status === 'rejected') throw renewal.reason;
        const next = renewal.value;
        await assessment?.record(tx);
        await accepting.accepted?.(tx, next);
        await audit.record(tx, {
          action: 'session.authenticated',
          actor: { kind: 'person' },
          subject: auditRef,
          details: { method: event.method, aal: next.session.aal, ...signalDetails(signals) },
        });
        return ok(next);
      });
    }

    async function newWay(tx: Tx): Promise<VaultKey | undefined> {
      if (!way || !lend) return undefined;
      const own = current === person ? (at: Tx) => renewLostVault(at, presence) : undefined;
      return vaultWaysIn.give(tx, person, [way], held ?? opened ?? own);
    }

    /** Somebody else was signed in here: nothing of theirs goes along. */
    function renewed(tx: Tx, key: VaultKey | undefined): Promise<Presence> {
      if (isSomebodyElse) {
        return sessions.begin(
          { person, events: [event], vaultKey: key, pending, signals, previous: presence },
          tx,
        );
      }
      return sessions.renew(presence, { event, person, vaultKey: key, consume, pending, signals, tx });
    }
  };

/**
 * After the idle limit a password, or a passkey that checked who holds it, resumes a session (SP 800-63B-4 section
 * 2.2.3); whatever else is right begins a new one.
 */
const resumes = ({ method, userVerified }: AuthenticationEvent): boolean =>
  method === 'password' || (method === 'passkey' && userVerified === true);

const isTrue = (one: PromiseSettledResult<boolean>): boolean => one.status === 'fulfilled' && one.value;
