import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Sending {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** Connections stay open, as they do behind a load balancer; `node:http` because it costs the machine least. */
const agent = new Agent({ keepAlive: true });

/** One request over a kept connection. Throws only when nobody answers. */
export function send(
  address: URL,
  { method = 'GET', headers = {}, form, json }: Sending = {},
): Promise<Reply> {
  const [type, body] = form
    ? ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()]
    : ['application/json', json === undefined ? '' : JSON.stringify(json)];
  const about =
    body === '' ? {} : { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { agent, method, headers: { ...headers, ...about }, family: 4 },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

/**
 * A browser with no session here: it keeps cookies, and follows redirects as far as `until`. `known` is the name that a
 * person's own browser has from an earlier sign-in; without it every one is a new device, of which they are told.
 */
export class FreshBrowser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, known?: string) {
    this.#origin = origin;
    if (known) this.#cookies.set(deviceCookie, known);
  }

  /** What it is known by from now on. */
  known(): string | undefined {
    return this.#cookies.get(deviceCookie);
  }

  async send(path: string | URL, sending: Sending = {}): Promise<Reply> {
    const url = new URL(path, this.#origin);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await send(url, {
      ...sending,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(sending.method === 'POST' ? { origin: this.#origin, 'sec-fetch-site': 'same-origin' } : {}),
        'accept-language': 'en-US,en;q=0.9',
        ...sending.headers,
      },
    });
    for (const line of reply.headers['set-cookie'] ?? []) this.#keep(line);
    return reply;
  }

  /** Follows redirects; the address that begins with `until` is returned and not visited. */
  async follow(
    path: string | URL,
    sending: Sending = {},
    until?: string,
  ): Promise<Reply & { readonly url: URL }> {
    let url = new URL(path, this.#origin);
    if (until && url.href.startsWith(until)) return { status: 0, headers: {}, body: '', url };
    let reply = await this.send(url, sending);
    for (let hop = 0; hop < 12; hop += 1) {
      const { location } = reply.headers;
      if (!location) return { ...reply, url };
      url = new URL(location, url);
      if (until && url.href.startsWith(until)) return { ...reply, url };
      reply = await this.send(url);
    }
    throw new Error(`more redirects than a sign-in has, the last to ${url.pathname}`);
  }

  /** What a page's own script and forms send back with a POST. */
  post(path: string, page: Reply, json: unknown): Promise<Reply> {
    return this.send(path, { method: 'POST', json, headers: { 'x-csrf-token': formToken(page) } });
  }

  submit(path: string, page: Reply, form: Readonly<Record<string, string>>, until?: string) {
    return this.follow(path, { method: 'POST', form: { ...form, csrf: formToken(page) } }, until);
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

const deviceCookie = 'signet_device'; // over http on this machine: no `__Host-`

export function formToken(page: Reply): string {
  const token = /<meta name="x-csrf-token" content="([^"]+)"/.exec(page.body)?.[1];
  if (!token) throw new Error(`a page without a form token (${page.status}): ${page.body.slice(0, 300)}`);
  return token;
}
