import { decodeJwt } from 'jose';
import { expect } from 'vitest';
import { signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

const ial = 'http://idmanagement.gov/ns/assurance/ial';

/** `acr_values` are a wish: where more cannot be had, the agency is told the level that was reached. */
export const oidccAcrVoluntary: Module = async ({ world, ana, bo }) => {
  const own = (levels: string) => `${world.origin}/assurance/${levels}`;
  const asked = async (who: typeof bo, params: Readonly<Record<string, string>>) =>
    decodeJwt((await signInAt(world, world.permits, who.browser, params)).idToken);
  expect(await asked(ana, { acr_values: `${ial}/3` })).toMatchObject({ acr: `${ial}/2`, ial: 2 });
  expect(await asked(ana, { acr_values: own('ial3-aal2') })).toMatchObject({ acr: own('ial2-aal2'), ial: 2 });
  expect(await asked(bo, { acr_values: 'urn:unheard-of' })).toMatchObject({ acr: own('ial0-aal2'), ial: 0 });
  const claims = JSON.stringify({ id_token: { acr: { values: ['urn:unheard-of', `${ial}/3`] } } });
  expect(await asked(ana, { claims })).toMatchObject({ acr: `${ial}/2`, ial: 2 });
};
