import type { PersonId } from '../../../kernel/index.ts';
import type { Presence } from '../../../modules/authentication/index.ts';
import { asPending, type Recovery, recoveryIn } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { frameOf, keepPresence, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { hoursUntil } from '../step/index.ts';
import { recoverPath } from '../subject.ts';
import { ProveAgainPage } from './prove-again-page.tsx';
import { forgetRecovery, rememberedRecovery, rememberRecovery } from './recovery-cookie.ts';

/**
 * Recovery by proving one's identity again (SP 800-63B-4 §4.2.1.4), once a browser has shown that it reads the account's
 * mailbox: from the list of methods to the steps at `/verify`, and from their good end to the session that may bind new
 * authenticators.
 */
export function proveAgainRoutes(needs: ProofingPagesNeeds): Routes {
  const { proofing, recovery: accountRecovery, sessions, transact, reviewRetentionDays } = needs;
  const routes = signetRoutes();

  routes.get('/recover/proofing', async (c) => {
    const at = await arrive(c);
    if (!at) return seeOther(c, recoverPath);
    return (
      (await goOn(c, at)) ?? answerPage(c, <ProveAgainPage frame={frameOf(c)} days={reviewRetentionDays} />)
    );
  });

  routes.post('/recover/proofing', async (c) => {
    const at = await arrive(c);
    if (!at) return seeOther(c, recoverPath);
    const further = await goOn(c, at); // a second click finds it begun
    if (further) return further;
    const begun = await transact((tx) => proofing.proveAgain(tx, at.account));
    if (begun.ok) {
      await hold(c, at.presence, begun.value);
      rememberRecovery(c, begun.value);
      return seeOther(c, '/verify/choose');
    }
    if (begun.error.code === 'never-proven') return seeOther(c, recoverPath);
    const error = words(c.var.visit.lang).proofing.recovery.start.tooMany(hoursUntil(begun.error.again));
    const page = <ProveAgainPage frame={frameOf(c)} days={reviewRetentionDays} error={error} />;
    return answerPage(c, page, 429);
  });

  routes.post('/recover/proven', async (c) => {
    const at = await arrive(c);
    const recovery = at && ownRecovery(at);
    if (!recovery) return seeOther(c, recoverPath);
    const begun = await accountRecovery.succeed(at.presence, {
      method: 'proofing',
      accept: async () => ((await proofing.isProvenAgain(recovery)) ? {} : undefined),
      succeeded: async () => undefined,
    });
    if (!begun.ok) return seeOther(c, recoverPath);
    await hold(c, begun.value, recovery); // what is bound next gets the account back with it
    forgetRecovery(c);
    return seeOther(c, '/continue');
  });

  async function arrive(c: WebContext): Promise<Arrived | undefined> {
    const { presence } = c.var.visit;
    const account = presence && (await accountRecovery.personUnderWay(presence));
    return account && { presence, account };
  }

  /** To where this browser's recovery of the account stands, if it began one. */
  async function goOn(c: WebContext, at: Arrived): Promise<Response | undefined> {
    const recovery = ownRecovery(at) ?? rememberedRecovery(c, at.account);
    if (!recovery || !(await proofing.isUnderWay(recovery))) return undefined;
    await hold(c, at.presence, recovery);
    return seeOther(c, '/verify');
  }

  async function hold(c: WebContext, presence: Presence, recovery: Recovery): Promise<void> {
    keepPresence(c, await sessions.setPending(presence, asPending(recovery)));
  }

  return routes;
}

interface Arrived {
  readonly presence: Presence;
  readonly account: PersonId;
}

function ownRecovery({ presence, account }: Arrived): Recovery | undefined {
  const recovery = recoveryIn(presence);
  return recovery?.account === account ? recovery : undefined;
}
