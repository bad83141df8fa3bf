import type { Result } from '../../../kernel/index.ts';
import type { Accounts } from '../../../modules/accounts/index.ts';
import type { Authentication, Presence } from '../../../modules/authentication/index.ts';
import { ensurePresence, formFields, keepPresence, seeOther, type WebContext } from '../../request/index.ts';
import { type Refusal, refusalWords, refusedAs, whenTyped } from '../refusals/index.ts';
import { nextPage } from '../session/index.ts';
import { signInWithOwnPassword } from '../step-up/index.ts';

export interface FactorNeeds {
  readonly authentication: Authentication;
  readonly accounts: Accounts;
}

export type Refused = ReturnType<typeof refusedAs>;
export type Again = (text: string, status: Refused) => Response | Promise<Response>;

export async function usePassword(c: WebContext, needs: FactorNeeds) {
  const { password } = formFields(c, 'password');
  return signInWithOwnPassword(c, needs, password);
}

export async function useRecoveryCode(c: WebContext, { authentication }: FactorNeeds) {
  const { code } = formFields(c, 'code');
  const presence = await ensurePresence(c, authentication.session);
  return whenTyped('recovery-code', code, () =>
    authentication.recoveryCodes.use(presence, { code, source: c.var.visit.source }),
  );
}

/** On with the session that came back; or the page again with `wrong`; or where the person belongs. */
export async function goOn(
  c: WebContext,
  { authentication }: FactorNeeds,
  result: Result<Presence, Refusal>,
  again: Again,
  wrong: string,
  to?: string,
): Promise<Response> {
  if (result.ok) {
    keepPresence(c, result.value);
    return seeOther(c, to ?? (await nextPage(c, authentication)));
  }
  const { error } = result;
  if (error.code === 'not-now') return seeOther(c, '/continue');
  return again(refusalWords(c.var.visit.lang, error, wrong), refusedAs(c, error));
}
