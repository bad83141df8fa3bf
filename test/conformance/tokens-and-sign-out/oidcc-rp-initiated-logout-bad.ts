import { expect } from 'vitest';
import { signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';
import { askToSignOut } from '../sign-out-at.ts';

/** A wrong address, a forged or foreign hint: an error page here, a redirect nowhere, nobody signed out. */
export const oidccRpInitiatedLogoutBad: Module = async ({ world, bo }) => {
  const { idToken: id_token_hint } = await signInAt(world, world.permits, bo.browser);
  const { postLogoutUri } = world.permits;
  const forged = `${id_token_hint.slice(0, -6)}AAAAAA`;
  const bad = [
    { id_token_hint, post_logout_redirect_uri: `${postLogoutUri}/` },
    { id_token_hint, post_logout_redirect_uri: 'https://evil.example/' },
    { id_token_hint, post_logout_redirect_uri: world.records.postLogoutUri },
    { id_token_hint: forged, post_logout_redirect_uri: postLogoutUri },
    { id_token_hint, client_id: 'records' },
  ];
  for (const params of bad) {
    const { question } = await askToSignOut(world, bo.browser, params);
    expect(question.status).toBe(400);
    expect(question.url.origin).toBe(world.origin);
  }
  const { answer } = await askToSignOut(world, bo.browser, {
    post_logout_redirect_uri: 'https://evil.example/',
  });
  const end = await answer({});
  expect(end.url.origin).toBe(world.origin); // with no hint the address counts for nothing
  const unasked = await bo.browser.post(`${world.origin}/oauth/sign-out/confirm`, {
    logout: 'yes',
    xsrf: 'guess',
  });
  expect(unasked.status).toBe(400);
  expect((await bo.browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
};
