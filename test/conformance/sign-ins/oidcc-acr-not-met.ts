import { expect } from 'vitest';
import { acr, newFlow, open } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/**
 * What was asked for and is not there yet is asked of the person, never passed over. What is essential to the agency and
 * cannot be had here is answered at once (OpenID Connect Core Unmet Authentication Requirements 1.0).
 */
export const oidccAcrNotMet: Module = async ({ world, bo, stranger }) => {
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
  const level = (value: string) => JSON.stringify({ id_token: { acr: { essential: true, value } } });
  for (const value of ['urn:unheard-of', 'http://idmanagement.gov/ns/assurance/ial/3'])
    for (const browser of [bo.browser, stranger()]) {
      const flow = newFlow(world.permits, { claims: level(value) });
      const { url } = await open(world, flow, browser);
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        error: 'unmet_authentication_requirements',
        state: flow.state,
        iss: world.origin,
      });
    }
};
