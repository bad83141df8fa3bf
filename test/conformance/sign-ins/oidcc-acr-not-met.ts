import { expect } from 'vitest';
import { acr, newFlow, open } from '../../support/sites/openid-calls.ts';
import { headingIn } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** What was asked for and is not there yet is asked of the person, never passed over. */
export const oidccAcrNotMet: Module = async ({ world, bo }) => {
  const own = `${world.origin}/assurance/ial2-aal2`;
  const essential = JSON.stringify({ id_token: { acr: { essential: true, values: [own] } } });
  const ends: [Record<string, string | undefined>, string][] = [
    [{ acr_values: acr.ial2 }, '/verify'],
    [{ acr_values: own }, '/verify'],
    [{ acr_values: undefined, claims: essential }, '/verify'],
    [{ acr_values: acr.phishingResistant }, '/sign-in/passkey-needed'],
  ];
  for (const [params, path] of ends) {
    const page = await open(world, newFlow(world.permits, params), bo.browser);
    expect(page.url.pathname).toBe(path);
  }
  const unknown = await open(world, newFlow(world.permits, { acr_values: 'urn:unheard-of' }), bo.browser);
  expect([unknown.status, headingIn(unknown)]).toEqual([
    400,
    'This agency asked for something we do not offer',
  ]);
};
