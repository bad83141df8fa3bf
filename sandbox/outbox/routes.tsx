import { Hono } from 'hono';
import type { Pool } from 'pg';
import { atMost, bearer, readJson } from '../api.ts';
import { findPhoneAccount, keepPhoneAccount } from '../authorities/index.ts';
import { frameOf, htmlOf, NotFoundPage } from '../pages/page.tsx';
import { HandsetPage } from './handset.tsx';
import { messageSchema } from './message.ts';
import { MessagePage, OutboxPage } from './pages.tsx';
import { findMessage, findPdf, keepMessage, listMessages, messagesOnPage } from './store.ts';

/**
 * Where mail, text messages and letters arrive:
 * - `POST /outbox/messages` with the key: keeps one, answers 201 `{ id }`. The same `Idempotency-Key` is one message.
 * - `GET /outbox/messages?to=`: JSON, newest first, for tests.
 * - `GET /outbox?to=&page=` and `GET /outbox/messages/:id`: pages, and a letter as it was printed under `letter.pdf`; `GET /outbox/handset?number=`: one phone, whose SIM card
 *   `POST /outbox/handset/swap` moves into a thief's.
 */
export function outbox(pool: Pool, apiKey: string): Hono {
  const app = new Hono();
  app.post('/outbox/messages', bearer(apiKey), atMost(512), async (c) => {
    const read = await readJson(c, messageSchema);
    if ('refusal' in read) return read.refusal;
    const id = await keepMessage(pool, read.body, c.req.header('idempotency-key') ?? null);
    return c.json({ id }, 201);
  });
  app.get('/outbox/messages', async (c) => c.json(await listMessages(pool, asked(c.req.query('to')))));
  app.get('/outbox', async (c) => {
    const to = asked(c.req.query('to'));
    const part = await messagesOnPage(pool, to, pageAsked(c.req.query('page')));
    return c.html(htmlOf(<OutboxPage frame={frameOf(c)} part={part} to={to} />));
  });
  app.get('/outbox/handset', async (c) => {
    const number = phoneNumber(c.req.query('number'));
    if (!number) return c.html(htmlOf(<NotFoundPage frame={frameOf(c)} />), 404);
    const [messages, account] = await Promise.all([
      listMessages(pool, number),
      findPhoneAccount(pool, number),
    ]);
    const swapped = account?.simChangedDaysAgo === 0;
    const page = <HandsetPage frame={frameOf(c)} number={number} messages={messages} swapped={swapped} />;
    return c.html(htmlOf(page));
  });
  app.post('/outbox/handset/swap', async (c) => {
    const { number: typed } = await c.req.parseBody();
    const number = phoneNumber(typeof typed === 'string' ? typed : undefined);
    const account = number ? await findPhoneAccount(pool, number) : null;
    if (number) await keepPhoneAccount(pool, { ...(account ?? prepaid(number)), simChangedDaysAgo: 0 });
    return c.redirect(`/outbox/handset?number=${encodeURIComponent(number ?? '')}`, 303);
  });
  app.get('/outbox/messages/:id', async (c) => {
    const message = await findMessage(pool, c.req.param('id'));
    return message
      ? c.html(htmlOf(<MessagePage frame={frameOf(c)} message={message} />))
      : c.html(htmlOf(<NotFoundPage frame={frameOf(c)} />), 404);
  });
  app.get('/outbox/messages/:id/letter.pdf', async (c) => {
    const pdf = await findPdf(pool, c.req.param('id'));
    if (!pdf) return c.html(htmlOf(<NotFoundPage frame={frameOf(c)} />), 404);
    return c.body(Uint8Array.from(pdf).buffer, 200, { 'content-type': 'application/pdf' });
  });
  return app;
}

/** An empty filter is none; a phone number may be typed as the pages show it, with spaces. */
function asked(to: string | undefined): string | null {
  const typed = to?.trim() ?? '';
  if (/^\+[\d ().-]+$/.test(typed)) return typed.replace(/[^+\d]/g, '');
  return typed === '' ? null : typed;
}

const pageAsked = (page: string | undefined): number =>
  /^[1-9]\d{0,5}$/.test(page ?? '') ? Number(page) : 1;

const phoneNumber = (typed: string | undefined): string | undefined => {
  const number = asked(typed);
  return number && /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
};

/** A number of which the carrier holds no name, as of most that are typed for codes. */
const prepaid = (phoneNumber: string) =>
  ({
    phoneNumber,
    holder: null,
    active: true,
    lineType: 'mobile',
    since: '2024-09',
    simChangedDaysAgo: null,
    portedDaysAgo: null,
    behavior: 'answers',
  }) as const;
