import { expect } from 'vitest';
import { newFlow, open, signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { headingIn, makeAccount } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';
import { askToSignOut } from '../sign-out-at.ts';

/** "Sign out everywhere" at an agency ends the session here too, the tokens fall, and the browser goes back exactly there. */
export const oidccRpInitiatedLogout: Module = async ({ world }) => {
  const visitor = await makeAccount(world);
  const { browser } = visitor;
  const { idToken, accessToken } = await signInAt(world, world.permits, browser);
  const { permits } = world;
  const { question, answer } = await askToSignOut(world, browser, {
    id_token_hint: idToken,
    post_logout_redirect_uri: permits.postLogoutUri,
    state: 'kept',
  });
  expect(headingIn(question)).toBe('Do you want to sign out of Signet too?');
  const { url } = await answer({ logout: 'yes' });
  expect(url.href).toBe(`${permits.postLogoutUri}?state=kept`);
  expect((await userinfo(world, accessToken)).status).toBe(401);
  expect((await browser.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
  expect(headingIn(await open(world, newFlow(permits), browser))).toBe('Sign in');
};
