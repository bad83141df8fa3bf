import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { Redacted } from '../../kernel/index.ts';
import {
  outboxCaller,
  outboxMessenger,
  providerCaller,
  providerMessenger,
  type VoiceCaller,
} from './index.ts';

const message = {
  id: '7f0c1f57-6a3e-4f0a-9a59-0d9d0a6f6f01',
  channel: 'sms',
  to: '+12025550101',
  text: '271828 is your Signet code & more: é',
} as const;

const call = {
  id: message.id,
  channel: 'voice',
  to: message.to,
  lang: 'es',
  spoken: ['Su código para entrar a Parks & <Roads> es:', '2', '7', '1', '8', '2', '8'],
} satisfies Parameters<VoiceCaller['deliver']>[0];

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => server?.close());

async function listening(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((begun) => server?.once('listening', begun));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

interface Adapter {
  /** Delivers the message, or the call, at this host. */
  readonly at: (host: string) => () => Promise<void>;
  /** The number and what is said in a request's body. */
  readonly read: (body: string) => { to: string | null; text: string | null };
  readonly says: string;
}

const providerUrl = (host: string) => new Redacted(`http://AC123:a-secret-key@${host}`);

const adapters: Record<string, Adapter> = {
  'a text to the sandbox’s outbox': {
    at: (host) => () => outboxMessenger(`http://${host}`, 'a-secret-key').deliver(message),
    read: (body) => {
      const { to, text } = JSON.parse(body);
      return { to, text };
    },
    says: message.text,
  },
  'a text through a provider': {
    at: (host) => () => providerMessenger(providerUrl(host), '+12025550199').deliver(message),
    read: (body) => {
      const form = new URLSearchParams(body);
      return { to: form.get('To'), text: form.get('Body') };
    },
    says: message.text,
  },
  'a call to the sandbox’s handset': {
    at: (host) => () => outboxCaller(`http://${host}`, 'a-secret-key').deliver(call),
    read: (body) => {
      const { to, text } = JSON.parse(body);
      return { to, text };
    },
    says: call.spoken.join('\n'),
  },
  'a call through a provider': {
    at: (host) => () => providerCaller(providerUrl(host), '+12025550199').deliver(call),
    read: (body) => {
      const form = new URLSearchParams(body);
      return { to: form.get('To'), text: form.get('Twiml') };
    },
    says: `<Response>${[
      'Su código para entrar a Parks &amp; &lt;Roads&gt; es:',
      ...['2', '7', '1', '8', '2', '8'],
    ]
      .map((part) => `<Say language="es-US">${part}</Say><Pause length="1"/>`)
      .join('')}</Response>`,
  },
};

describe.each(Object.entries(adapters))('%s', (_, { at, read, says }) => {
  it('is handed number, words and the id that makes a repeated delivery the same message', async () => {
    const seen: unknown[] = [];
    const host = await listening(async (request, response) => {
      seen.push({ ...read(await bodyOf(request)), id: request.headers['idempotency-key'] });
      response.writeHead(201).end('{}');
    });
    await at(host)();
    const { to, id } = message;
    expect(seen).toEqual([{ to, text: says, id }]);
  });

  it.each<[string, RequestListener]>([
    ['a refusal', (_, response) => void response.writeHead(400).end(JSON.stringify(message))],
    ['a fault', (_, response) => void response.writeHead(503).end()],
    ['a redirect', (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end()],
    ['a closed connection', (request) => void request.socket.destroy()],
  ])('throws on %s, and says neither number, words nor key', async (_, listener) => {
    const thrown: unknown = await at(await listening(listener))().catch((error) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect(inspect(thrown, { depth: 9 })).not.toMatch(/2025550101|271828|a-secret-key/);
  });
});

describe('a provider', () => {
  it('is asked as its Messages and Calls API say, without the token in the address', async () => {
    const seen: unknown[] = [];
    const host = await listening(async (request, response) => {
      const { method, url, headers } = request;
      const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
      seen.push({ method, url, authorization: headers.authorization, type: headers['content-type'], form });
      response.writeHead(201).end('{}');
    });
    await providerMessenger(new Redacted(`http://AC123:t%3Ak@${host}`), 'MG77').deliver(message);
    await providerCaller(new Redacted(`http://AC123:t%3Ak@${host}`), '+12025550199').deliver(call);
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/2010-04-01/Accounts/AC123/Messages.json',
        authorization: `Basic ${Buffer.from('AC123:t:k').toString('base64')}`,
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
        form: { To: message.to, Body: message.text, MessagingServiceSid: 'MG77' },
      },
      {
        method: 'POST',
        url: '/2010-04-01/Accounts/AC123/Calls.json',
        authorization: `Basic ${Buffer.from('AC123:t:k').toString('base64')}`,
        form: { To: call.to, From: '+12025550199' },
      },
    ]);
  });
});
