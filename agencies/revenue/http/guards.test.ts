import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { type Checks, guarded } from './guards.ts';

const pass: Checks['form'] = (_, next) => next();
const checks: Checks = { session: [pass], form: pass, agent: pass };
const staffPages = () =>
  new Hono()
    .get('/', (c) => c.text('list'))
    .get('/enroll', (c) => c.text('code'))
    .post('/enroll', (c) => c.text('enrolled'))
    .post('/looks', (c) => c.text('opened'))
    .get('/looks/:id', (c) => c.text('file'));

it('attack, a new page without a row in the table of guards: the department does not start', () => {
  const pages = staffPages().get('/everything', (c) => c.text('all'));
  expect(() => guarded('staff', pages, checks)).toThrow(
    'No row in the table of guards: staff, GET /everything',
  );
});

it('a row that no page has stops the start, so that the table stays true', () => {
  const pages = new Hono().get('/', (c) => c.text('list'));
  expect(() => guarded('staff', pages, checks)).toThrow(/Rows of guards without a page: staff, GET \/enroll/);
});

it('a site that cannot make a check does not start', () => {
  expect(() => guarded('staff', staffPages(), { session: [pass], form: pass })).toThrow(/no check "agent"/);
});

it('asks in the order of the row, and what one refuses is not answered', async () => {
  const asked: string[] = [];
  const note =
    (name: string): Checks['form'] =>
    (_, next) => {
      asked.push(name);
      return next();
    };
  const refuse: Checks['form'] = async (c) => c.text('no', 403);
  const site = (form: Checks['form']) =>
    guarded('staff', staffPages(), { session: [note('session')], form, agent: note('agent') });
  const opened = await site(note('form')).request('/looks', { method: 'POST' });
  expect([await opened.text(), asked]).toEqual(['opened', ['session', 'agent', 'form']]);
  expect((await site(refuse).request('/looks', { method: 'POST' })).status).toBe(403);
});
