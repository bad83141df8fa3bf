import type { Hono } from 'hono';
import { addPhoneRoutes } from '../../authentication/index.ts';
import { words } from '../../locales/index.ts';
import { seeOther, type WebEnv } from '../../request/index.ts';
import { BackLink } from '../../ui/index.ts';
import type { AccountDeps } from '../deps.ts';
import { sections } from '../layout/sections.ts';
import { askedAgain, ownerOf } from '../owner.ts';

/** A phone for an account that stands, or another number in the place of one (B6). */
export const phoneRoutes = ({ authentication }: Pick<AccountDeps, 'authentication'>): Hono<WebEnv> =>
  addPhoneRoutes(authentication, {
    path: '/account/phone',
    passkeyHref: sections.ways,
    done: `${sections.ways}?done=phone`,
    async guard(c) {
      const { password } = await authentication.authenticators(ownerOf(c).person);
      return password ? askedAgain(c, pathOf(c.req.url)) : seeOther(c, sections.ways);
    },
    above: (lang) => <BackLink href={sections.ways}>{words(lang).yourAccount.ways.title}</BackLink>,
  });

/** The page that a request came from or is for. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.replace(/\/again$/, '') + search;
}
