import { expect } from 'vitest';
import { newFlow, push } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Exactly as registered: no other path, query, case, port, host or scheme. */
export const oidccRegisteredRedirectUri: Module = async ({ world }) => {
  const near = [
    'https://permits.example/callback/',
    'https://permits.example/callback?x=1',
    'https://permits.example/Callback',
    'https://permits.example:444/callback',
    'http://permits.example/callback',
    'https://permits.example.evil.example/callback',
    'https://permits.example@evil.example/callback',
    'https://records.example/callback',
    undefined,
  ];
  for (const redirect_uri of near) {
    const answer = await push(world, newFlow(world.permits, { redirect_uri }));
    expect([redirect_uri, answer.status]).toEqual([redirect_uri, 400]);
    expect(answer.json).not.toHaveProperty('request_uri');
  }
};
