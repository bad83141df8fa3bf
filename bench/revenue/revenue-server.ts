import type { RevenueOptions } from '../../agencies/revenue/index.ts';
import { prepareRevenue, type Revenue, startRevenue } from '../../agencies/revenue/index.ts';
import { answerParent } from '../child.ts';
import { countQueries, usage } from '../usage.ts';

/** The Department of Revenue in a process of its own. */

let revenue: Revenue | undefined;

countQueries();
answerParent({
  registration: (options: RevenueOptions) => prepareRevenue(options),
  start: async (options: RevenueOptions) => {
    revenue = await startRevenue({ ...options, log: () => undefined });
  },
  staffCode: async () => (await revenue?.staff.invite())?.code,
  usage,
});
