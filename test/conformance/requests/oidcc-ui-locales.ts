import { expect } from 'vitest';
import { newFlow, open } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** The agency says which language the person was reading. */
export const oidccUiLocales: Module = async ({ world, stranger }) => {
  const page = await open(world, newFlow(world.permits, { ui_locales: 'es en' }), stranger());
  expect(page.body).toContain('<html lang="es"');
  const choice = stranger();
  await choice.visit(`${world.origin}/?lang=en`);
  const own = await open(world, newFlow(world.permits, { ui_locales: 'es' }), choice);
  expect(own.body).toContain('<html lang="en"'); // what the person chose here themselves stands
};
