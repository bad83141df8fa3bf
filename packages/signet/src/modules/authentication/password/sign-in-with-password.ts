import { type Clock, err, ok, type Result } from '../../../kernel/index.ts';
import { type Account, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { Vault } from '../../vault/index.ts';
import { type AuthenticatorsOf, passwordWay, type VaultWaysIn } from '../authenticators/index.ts';
import { isSessionGone, type Presence, type Sessions } from '../session/index.ts';
import type { AcceptedAuthentication, FinishByMailbox, SignInAs } from '../sign-in/index.ts';
import type { JudgePassword, MatchedPassword } from './judge-password.ts';
import type { SignInWithPasswordError } from './outcomes.ts';
import type { Password } from './password.ts';

interface Needs {
  readonly authenticators: AuthenticatorsOf;
  readonly clock: Clock;
  readonly finishByMailbox: FinishByMailbox;
  readonly judge: JudgePassword;
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly signInAs: SignInAs;
  readonly vault: Pick<Vault, 'addWayIn'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'lookAhead'>;
}

/** The first factor. */
export const signInWithPassword =
  (needs: Needs): Password['signIn'] =>
  async (presence, { email, password, source }): Promise<Result<Presence, SignInWithPasswordError>> => {
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: 'does-not-match' });
    const judged = await needs.judge(address.value, password, source, presence.from);
    if (!judged.ok) return judged;
    const entered = await enter(needs, presence, address.value, source, judged.value);
    if (!entered.ok) await judged.value.attempt.succeeded(); // the password itself was right
    return entered;
  };

async function enter(
  needs: Needs,
  presence: Presence,
  address: EmailAddress,
  source: string,
  { account, vaultSecret, anew, accept, attempt }: MatchedPassword,
): Promise<Result<Presence, SignInWithPasswordError>> {
  const { person } = account;
  const way = { kind: 'password', ref: passwordWay, secret: vaultSecret } as const;
  needs.vaultWaysIn.lookAhead(person, way);
  const ways = await needs.authenticators(person);
  const { finished } = ways;
  if (!finished) {
    const mail = await needs.finishByMailbox.count(address, source, person);
    if (!mail.ok) return mail;
  }
  const accepted: AcceptedAuthentication = {
    event: { method: 'password', at: needs.clock.now() },
    way,
    lend: true,
    ways: { ...ways, password: true }, // it was just right, whatever this try itself was counted as
    async accept(tx, opened) {
      if (!(await accept(tx, anew))) return false;
      if (anew && opened) await needs.vault.addWayIn(tx, opened, { ...way, secret: anew.vaultSecret });
      return true;
    },
    // a password alone makes no place theirs: a thief may have it
    accepted: (tx, next) => (next.session.aal >= 2 ? attempt.succeededAtHome(tx) : attempt.succeeded(tx)),
  };
  const signedIn = await signInAgainWhenGone(needs, presence, account, accepted);
  if (!signedIn) return err({ code: 'does-not-match' }); // it was changed while it was judged
  if (finished) return ok(signedIn);
  const { language } = account;
  return ok(await needs.finishByMailbox.mail(signedIn, { address, language, person }));
}

/** A second press of the button finds that the first has taken the session: the password is right all the same. */
async function signInAgainWhenGone(
  needs: Needs,
  presence: Presence,
  account: Account,
  accepted: AcceptedAuthentication,
): Promise<Presence | undefined> {
  const signIn = (from: Presence) => needs.signInAs(from, account, accepted);
  return signIn(presence).catch(async (error: unknown) => {
    if (!isSessionGone(error)) throw error;
    return signIn(await needs.sessions.begin({ from: presence.from }));
  });
}
