import type { Frame } from '@signet/agencies-ui/pages';
import type { AgencyEnv } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { langOf } from '../locales/index.ts';
import type { VerifiedPerson } from '../sign-in/verified-person.ts';

export { page } from '@signet/agencies-ui/site';

export type BenefitsEnv = AgencyEnv<VerifiedPerson | null>;

export const frameOf = <Env extends BenefitsEnv>(c: Context<Env>, path = c.req.path): Frame => ({
  lang: langOf(c),
  path,
  formToken: c.var.session?.formToken,
  kept: c.var.kept !== undefined,
});
