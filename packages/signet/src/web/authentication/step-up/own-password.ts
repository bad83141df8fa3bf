import { Redacted, type Result } from '../../../kernel/index.ts';
import type { Accounts } from '../../../modules/accounts/index.ts';
import type {
  Authentication,
  Presence,
  SignInWithPasswordError,
} from '../../../modules/authentication/index.ts';
import { ensurePresence, type WebContext } from '../../request/index.ts';
import { type NotTyped, whenTyped } from '../refusals/index.ts';

/** The password of the person of this session, without asking for the address again. Undefined: it has none. */
export async function signInWithOwnPassword(
  c: WebContext,
  needs: { readonly authentication: Authentication; readonly accounts: Pick<Accounts, 'primaryAddress'> },
  password: string,
): Promise<Result<Presence, SignInWithPasswordError | NotTyped> | undefined> {
  const presence = await ensurePresence(c, needs.authentication.session);
  const { person } = presence.session;
  const email = person && (await needs.accounts.primaryAddress(person));
  if (!email) return undefined;
  const typed = { email: email.reveal(), password: new Redacted(password), source: c.var.visit.source };
  return whenTyped('password', password, () => needs.authentication.password.signIn(presence, typed));
}
