import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { openPdf, rolesIn, textIn } from '../../../../../test/support/read-pdf.ts';
import { Redacted } from '../../kernel/index.ts';
import { type LetterPost, outboxPost, servicePost } from './index.ts';

const letter = {
  id: '7f0c1f57-6a3e-4f0a-9a59-0d9d0a6f6f01',
  channel: 'letter',
  lang: 'es',
  from: ['Signet', 'PO Box 12', 'Port Alder, ZZ 00012'],
  date: '3 de junio de 2026',
  to: ['Marisol Núñez', '12 Calle Peñón', 'Alder Creek, AL 99002'],
  subject: 'Su código de Signet',
  paragraphs: ['Este es su código:', '1. Escriba el código.', 'No le diga este código a nadie.'],
  code: '2718 2845',
} satisfies Parameters<LetterPost['deliver']>[0];

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => server?.close());

async function listening(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((begun) => server?.once('listening', begun));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Adapter {
  readonly at: (origin: string) => LetterPost;
  readonly path: string;
  /** The envelope, line by line. */
  readonly read: (body: { to: string[] & string }) => readonly string[];
}

const adapters: Record<string, Adapter> = {
  'the sandbox’s outbox': {
    at: (origin) => outboxPost(origin, 'a-secret-key'),
    path: '/outbox/messages',
    read: ({ to }) => to.split('\n'),
  },
  'a service that prints and mails': {
    at: (origin) => servicePost(`${origin}/v1`, new Redacted('a-secret-key')),
    path: '/v1/letters',
    read: ({ to }) => to,
  },
};

describe.each(Object.entries(adapters))('a letter to %s', (_name, { at, path, read }) => {
  it('is a page with the address on it, and the same letter when it is sent again', async () => {
    const seen: { path?: string; key?: string; again?: unknown; body: string }[] = [];
    const origin = await listening(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { authorization: key = '', 'idempotency-key': again } = request.headers;
      seen.push({ path: request.url ?? '', key, again, body: Buffer.concat(chunks).toString() });
      response.writeHead(201).end();
    });
    await at(origin).deliver(letter);
    await at(origin).deliver(letter);
    expect(seen).toMatchObject([1, 2].map(() => ({ path, key: 'Bearer a-secret-key', again: letter.id })));
    const body = JSON.parse(seen[0]?.body ?? '{}');
    expect(read(body)).toEqual(letter.to);
    const pdf = await openPdf(Buffer.from(body.pdf, 'base64'));
    expect(pdf.numPages).toBe(1);
    const printed = await textIn(pdf);
    for (const line of [...letter.to, ...letter.paragraphs, letter.code]) expect(printed).toContain(line);
    expect(await rolesIn(pdf)).toEqual(expect.arrayContaining(['Document', 'H1', 'P']));
  });

  it('that is refused says so without a word of it, so that the job tries again', async () => {
    const origin = await listening(
      (_request, response) => void response.writeHead(500).end(JSON.stringify(letter)),
    );
    const fault = await at(origin)
      .deliver(letter)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(inspect(fault)).toMatch(/answered 500/);
    expect(inspect(fault, { depth: 9 })).not.toMatch(/Núñez|Peñón|2718|a-secret-key/);
  });
});

describe('a service that prints and mails, and does not take a letter', () => {
  const answering = async (status: number) => {
    const origin = await listening((_request, response) => void response.writeHead(status).end());
    const ours: number[] = [];
    const post = servicePost(origin, new Redacted('a-secret-key'), (seen) => void ours.push(seen));
    const posted = await post.deliver(letter).catch((error: Error) => error.message);
    return [posted, ours];
  };

  it('since no mail is carried to its address: that is an answer, and not tried again', async () => {
    expect(await answering(422)).toEqual(['not-mailable', []]);
  });

  it.each([400, 401, 403, 404, 413])(
    'since our request is wrong (%i): the operator hears of it, and it is tried again',
    async (status) => {
      expect(await answering(status)).toEqual([`the post answered ${status}`, [status]]);
    },
  );

  it.each([408, 429, 500, 503])('for now (%i): it is tried again, and is nobody’s fault', async (status) => {
    expect(await answering(status)).toEqual([`the post answered ${status}`, []]);
  });
});
