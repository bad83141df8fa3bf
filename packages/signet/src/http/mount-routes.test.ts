import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { WebEnv } from '../web/request/index.ts';
import { collectRoutes, form, type Guards, page, type Routes, type RouteTable } from '../web/routes/index.ts';
import { mountRoutes } from './mount-routes.ts';

const table = { 'GET /a': page('open'), 'POST /a': form('open') } as const;
const guards = { open: () => undefined } as unknown as Guards;
const pass = async (_c: unknown, next: () => Promise<void>) => next();
const checks = { length: () => pass, session: () => pass, body: () => pass };

function both(): Routes {
  const routes = collectRoutes<typeof table>();
  routes.get('/a', (c) => c.text('a'));
  routes.post('/a', (c) => c.text('a'));
  return routes;
}

const mount = (routes: readonly Routes[], rows: RouteTable = table) =>
  mountRoutes(new Hono<WebEnv>(), { table: rows, routes, guards }, checks);

it('mounts a table whose every row has one handler', () => {
  expect(() => mount([both()])).not.toThrow();
});

it('does not start with a route that has no row', () => {
  expect(() => mount([both()], { 'GET /a': table['GET /a'] })).toThrow('the table has no POST /a');
});

it('does not start with a row that nothing runs for', () => {
  expect(() => mount([both()], { ...table, 'GET /b': page('open') })).toThrow('nothing runs for GET /b');
});

it('does not start with two handlers for a row', () => {
  expect(() => mount([both(), both()])).toThrow('two handlers for GET /a');
  const routes = collectRoutes<typeof table>();
  routes.get('/a', (c) => c.text('a'));
  expect(() => routes.get('/a', (c) => c.text('another'))).toThrow('two handlers for GET /a');
});

it('does not compile with an address that is in no row', () => {
  const routes = collectRoutes<typeof table>();
  // @ts-expect-error no such row
  routes.get('/b', (c) => c.text('b'));
  // @ts-expect-error no such row for a GET
  routes.get('/a/b', (c) => c.text('b'));
});
