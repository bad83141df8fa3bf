import type { AgencyEnv } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import type { RevenueSession } from '../sign-in/index.ts';
import type { Frame } from '../ui/frame.ts';
import { langOf } from './language.ts';

export { page } from '@signet/agencies-ui/site';

export type RevenueEnv = AgencyEnv<RevenueSession>;

/** What the page is framed with; `path` where the page's own address cannot be opened again. */
export const frameOf = <E extends RevenueEnv>(c: Context<E>, path = c.req.path): Frame => ({
  lang: langOf(c),
  path,
  formToken: c.var.session?.formToken,
  kept: c.var.kept !== undefined,
});
