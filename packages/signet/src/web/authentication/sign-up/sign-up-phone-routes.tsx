import type { Hono } from 'hono';
import type { Authentication } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { seeOther, type WebEnv } from '../../request/index.ts';
import { BackLink } from '../../ui/index.ts';
import { addPhoneRoutes } from '../phone/add-phone-routes.tsx';
import { SignUpSteps } from './sign-up-pages.tsx';

/** A phone as the second way in of a new account. */
export const signUpPhoneRoutes = (authentication: Authentication): Hono<WebEnv> =>
  addPhoneRoutes(authentication, {
    path: '/sign-up/phone',
    passkeyHref: '/sign-up/second',
    done: '/continue',
    async guard(c) {
      const { presence } = c.var.visit;
      const next = presence && (await authentication.nextStep(presence));
      const mayAdd = next?.step === 'second-authenticator' && next.choices.includes('phone');
      return mayAdd ? undefined : seeOther(c, '/continue');
    },
    above: (lang) => (
      <>
        <BackLink href="/sign-up/second">{words(lang).phones.add.back}</BackLink>
        <SignUpSteps frame={{ lang }} current={2} />
      </>
    ),
  });
