import { AppError } from '../../../kernel/index.ts';
import { frameOf, ownerOf } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { actOf } from '../history/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { OverviewPage } from './overview-page.tsx';

type Needs = Pick<
  AccountNeeds,
  'accounts' | 'agencies' | 'audit' | 'authentication' | 'federation' | 'proofing'
>;

/** A sign-in takes a factor or two, and is stepped up now and then: this many entries reach the one before. */
const signInsLookedAt = 20;

export function overviewRoutes(needs: Needs): Routes {
  const { accounts, audit, authentication } = needs;
  const routes = signetRoutes();

  routes.get(sections.overview, async (c) => {
    const { person, presence } = ownerOf(c);
    const frame = frameOf(c);
    const account = await accounts.get(person);
    if (!account) throw new AppError('account-missing');
    const signIns = { actions: ['session.authenticated'], limit: signInsLookedAt };
    const [identity, identityCheck, authenticators, addresses, sessions, connections, signedIn, [newest]] =
      await Promise.all([
        needs.proofing.identityOf(person),
        needs.proofing.currentCase(person),
        authentication.authenticators.of(person),
        accounts.addresses.of(person),
        authentication.session.listOf(person),
        needs.federation.connections(person),
        audit.about(account.auditRef, signIns),
        audit.about(account.auditRef, { limit: 1 }),
      ]);
    const page = (
      <OverviewPage
        frame={frame}
        verifiedAt={identity?.verifiedAt}
        identityCheck={identityCheck}
        authenticators={authenticators}
        addresses={addresses}
        sessions={sessions.length}
        locked={!presence.session.opensVault}
        isFirst={account.createdAt >= presence.session.createdAt}
        lastSignIn={signedIn.find(({ at }) => at < presence.session.createdAt)?.at}
        agencies={connections.map(({ name }) => name[frame.lang])}
        newest={newest && actOf(newest, frame.lang, needs.agencies)}
      />
    );
    return answerPage(c, page);
  });

  return routes;
}
