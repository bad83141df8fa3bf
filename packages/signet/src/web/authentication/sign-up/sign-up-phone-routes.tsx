import type { Authentication } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import type { Routes } from '../../routes/index.ts';
import { BackLink } from '../../ui/index.ts';
import { addPhoneRoutes } from '../phone/index.ts';
import { SignUpSteps } from './sign-up-pages.tsx';

/** A phone as the second authenticator of a new account. */
export const signUpPhoneRoutes = (authentication: Authentication): Routes =>
  addPhoneRoutes(authentication, {
    path: '/sign-up/phone',
    passkeyHref: '/sign-up/second',
    done: '/continue',
    above: (lang) => (
      <>
        <BackLink href="/sign-up/second">{words(lang).phones.add.back}</BackLink>
        <SignUpSteps frame={{ lang }} current={2} />
      </>
    ),
  });
