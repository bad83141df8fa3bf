import type { MiddlewareHandler } from 'hono';
import { frameOf, page, type RevenueEnv } from '../http/answer.ts';
import { createRefundTool, type RefundToolNeeds } from './refund-tool.ts';
import { RefundsPage } from './refunds-page.tsx';

/** In the tax account it is known whose refund is meant: they are shown their own, and nothing is asked. */
export function ownRefunds(needs: RefundToolNeeds): MiddlewareHandler<RevenueEnv> {
  const tool = createRefundTool(needs);
  return async (c, next) => {
    const { session } = c.var;
    const known = session && (await tool.ofKnown(session.subject));
    if (known === undefined) return next();
    c.header('Cache-Control', 'no-store');
    return page(
      c,
      <RefundsPage frame={frameOf(c)} refunds={known.refunds} without={known.without} asked={false} />,
    );
  };
}
