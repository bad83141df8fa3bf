import { decodeJwt } from 'jose';
import { expect } from 'vitest';
import { acr, signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Asked in federal names or in our own, the answer is in the same words; essential claims count as asked. */
export const oidccAcrValues: Module = async ({ world, ana }) => {
  const own = `${world.origin}/assurance/ial2-aal2`;
  for (const asked of [`${acr.ial2} ${acr.aal2}`, acr.aal2, own]) {
    const { idToken } = await signInAt(world, world.records, ana.browser, { acr_values: asked });
    expect(decodeJwt(idToken)).toMatchObject({ acr: asked, ial: 2, aal: 2 });
  }
  const claims = JSON.stringify({ id_token: { acr: { essential: true, value: own } } });
  const { idToken } = await signInAt(world, world.records, ana.browser, { acr_values: undefined, claims });
  expect(decodeJwt(idToken).acr).toBe(own);
};
