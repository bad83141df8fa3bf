import { levelMet } from '@signet/relying-party';
import type { MiddlewareHandler } from 'hono';
import { acrValues } from '../config/config.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { RevenueEnv } from './answer.ts';

export type OwnFile = { Variables: RevenueEnv['Variables'] & { taxpayer: Taxpayer } };

/**
 * The file of who is signed in, at IAL2 and AAL2 (T10). It is in their session and nowhere in the address, so there is
 * no number that could be changed to see another's. Stands behind the session and its guard.
 */
export const ownFile =
  (taxpayers: Taxpayers): MiddlewareHandler<OwnFile> =>
  async (c, next) => {
    const { session } = c.var;
    const number = session?.data.customerFileNumber;
    const proven = session !== undefined && levelMet(session.levels, acrValues);
    const taxpayer = number && proven ? await taxpayers.get(number) : undefined;
    if (taxpayer === undefined) return c.redirect('/no-record', 303);
    c.set('taxpayer', taxpayer);
    return next();
  };
