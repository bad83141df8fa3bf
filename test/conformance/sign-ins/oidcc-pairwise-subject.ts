import { decodeJwt } from 'jose';
import { expect } from 'vitest';
import { signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** One person is somebody else at each agency, and the same at each visit. */
export const oidccPairwiseSubject: Module = async ({ world, ana, bo }) => {
  const sub = async (agency: typeof world.records, who: typeof bo) =>
    String(decodeJwt((await signInAt(world, agency, who.browser)).idToken).sub);
  const atPermits = await sub(world.permits, ana);
  expect(await sub(world.permits, ana)).toBe(atPermits);
  const all = [atPermits, await sub(world.records, ana), await sub(world.permits, bo)];
  expect(new Set(all).size).toBe(3);
  for (const one of all) {
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toContain(ana.person);
  }
};
