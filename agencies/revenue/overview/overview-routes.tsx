import type { Clock } from '@signet/agencies-ui/clock';
import { Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import type { OwnFile } from '../http/own-file.ts';
import { type Balances, isOnItsWay, type Payments } from '../payments/index.ts';
import type { Plans } from '../plans/index.ts';
import type { Accounts } from '../records/accounts/postgres-accounts.ts';
import { isNotice } from '../records/letters/letter.ts';
import type { Letters } from '../records/letters/postgres-letters.ts';
import type { PapersByYear } from '../records/papers-by-year.ts';
import { NoRecordPage } from './no-record-page.tsx';
import { AccountPage } from './overview-page.tsx';
import { whatNeedsDoing } from './what-needs-doing.ts';

interface OverviewRoutesNeeds {
  readonly accounts: Accounts;
  readonly papers: PapersByYear;
  readonly letters: Letters;
  readonly balances: Balances;
  readonly payments: Payments;
  readonly plans: Plans;
  readonly clock: Clock;
}

/** The home of a signed-in person. */
export function overviewRoutes(needs: OverviewRoutesNeeds) {
  const { clock } = needs;

  /** Everything on the home page about one person. */
  async function homeOf(person: string) {
    const [accounts, unfiled, papers, letters, balances, payments, plans] = await Promise.all([
      needs.accounts.all(person),
      needs.accounts.unfiled(person),
      needs.papers(person),
      needs.letters.of(person),
      needs.balances(person),
      needs.payments.of(person),
      needs.plans.of(person),
    ]);
    const plannedYears = plans.filter(({ state }) => state === 'running').map(({ taxYear }) => taxYear);
    const filings = papers.flatMap((year) => year.filings);
    const notices = letters.filter(isNotice); // what they asked for themselves is no news to them
    const facts = { letters: notices, balances, plannedYears, filings, payments };
    const toDo = whatNeedsDoing(facts, clock.today());
    const underWay = payments.filter(isOnItsWay);
    return { accounts, unfiled, papers, plannedYears, toDo, underWay, latestNotice: notices[0] };
  }

  return new Hono<OwnFile>()
    .get('/account', async (c) => {
      const { taxpayer, session } = c.var;
      const home = await homeOf(taxpayer.customerFileNumber);
      return page(
        c,
        <AccountPage
          frame={frameOf(c)}
          taxpayer={taxpayer}
          accounts={home.accounts}
          unfiled={home.unfiled}
          papers={home.papers}
          plannedYears={home.plannedYears}
          toDo={home.toDo}
          underWay={home.underWay}
          latestNotice={home.latestNotice}
          year={Number(c.req.query('year'))}
          signedInAt={session?.authTime ?? clock.now()}
          timeZone={clock.timeZone}
          today={clock.today()}
        />,
      );
    })
    .get('/no-record', (c) => {
      if (c.var.session?.data.customerFileNumber) return c.redirect('/account', 303);
      return page(c, <NoRecordPage frame={frameOf(c)} />);
    });
}
