import { AppError } from '../../../kernel/index.ts';
import { frameOf, ownerOf } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { actOf, groupOf, wantedOf } from './activity.ts';
import { HistoryPage } from './history-page.tsx';

const onAPage = 25;

export function historyRoutes(needs: Pick<AccountNeeds, 'accounts' | 'agencies' | 'audit'>): Routes {
  const routes = signetRoutes();

  routes.get(sections.history, async (c) => {
    const account = await needs.accounts.get(ownerOf(c).person);
    if (!account) throw new AppError('account-missing');
    const group = groupOf(c.req.query('show'));
    const before = idIn(c.req.query('before'));
    const wanted = { ...wantedOf(group), before, limit: onAPage + 1 };
    const found = await needs.audit.about(account.auditRef, wanted);
    const entries = found.slice(0, onAPage);
    const frame = frameOf(c);
    const page = (
      <HistoryPage
        frame={frame}
        group={group}
        acts={entries.map((entry) => actOf(entry, frame.lang, needs.agencies))}
        earlier={found.length > onAPage ? entries.at(-1)?.id : undefined}
        isFirst={before === undefined}
      />
    );
    return answerPage(c, page);
  });

  return routes;
}

/** What somebody wrote into the address themselves is the newest page. */
function idIn(asked: string | undefined): number | undefined {
  return asked && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
}
