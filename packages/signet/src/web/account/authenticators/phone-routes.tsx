import { addPhoneRoutes } from '../../authentication/index.ts';
import { words } from '../../locales/index.ts';
import type { Routes } from '../../routes/index.ts';
import { BackLink } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';

/** A phone for an account that stands, or another number in the place of one (B6). */
export const phoneRoutes = ({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes =>
  addPhoneRoutes(authentication, {
    path: '/account/phone',
    passkeyHref: sections.ways,
    done: `${sections.ways}?done=phone`,
    above: (lang) => <BackLink href={sections.ways}>{words(lang).account.ways.title}</BackLink>,
  });
