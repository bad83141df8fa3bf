interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Visit {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface VisitOptions {
  readonly stopAt?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A browser with cookies and redirects and nothing else: pages that work in it work without JavaScript.
 * Like a real one it keeps cookies per host name and path, whatever the port.
 */
export class CookieBrowser {
  readonly #cookies = new Map<string, Cookie>();
  /** What it sends with every request of its own accord. */
  readonly ownHeaders: Readonly<Record<string, string>>;
  /** Every address visited, in order. */
  readonly trail: string[] = [];

  constructor(headers: Readonly<Record<string, string>> = {}) {
    this.ownHeaders = headers;
  }

  cookie(name: string): string | undefined {
    return [...this.#cookies.values()].find((cookie) => cookie.name === name)?.value;
  }

  setCookie(name: string, value: string, path = '/'): void {
    this.#cookies.set(`${name};${path}`, { name, value, path });
  }

  cookieNames(): string[] {
    return [...new Set([...this.#cookies.values()].map(({ name }) => name))];
  }

  /** Another browser that holds the same cookies from now on: a stolen copy, or a profile that was put back. */
  copy(): CookieBrowser {
    const other = new CookieBrowser(this.ownHeaders);
    for (const { name, value, path } of this.#cookies.values()) other.setCookie(name, value, path);
    return other;
  }

  /** All cookies for the root, as a request's header, for calls that a test makes itself. */
  cookieHeader(): string {
    const root = [...this.#cookies.values()].filter(({ path }) => path === '/');
    return root.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  cookiesFor(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ path }) => url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  keepFrom(headers: Headers): void {
    for (const line of headers.getSetCookie()) this.#keep(line);
  }

  /** Follows redirects, up to the address that starts with `stopAt`, which is then not fetched. */
  async visit(address: string | URL, { stopAt, headers = {} }: VisitOptions = {}): Promise<Visit> {
    return this.#follow(new URL(address), { method: 'GET', headers }, stopAt);
  }

  async post(
    address: string | URL,
    form: Readonly<Record<string, string>> | FormData,
    headers = {},
    options: { stopAt?: string } = {},
  ): Promise<Visit> {
    const url = new URL(address);
    const init = {
      method: 'POST',
      body: form instanceof FormData ? form : new URLSearchParams(form),
      headers: { origin: url.origin, ...headers },
    };
    return this.#follow(url, init, options.stopAt);
  }

  /** As a script of the page does, with the page's form token. */
  async postJson(address: string | URL, body: object, token: string): Promise<Visit> {
    const url = new URL(address);
    const headers = { origin: url.origin, 'content-type': 'application/json', 'x-csrf-token': token };
    return this.#follow(url, { method: 'POST', body: JSON.stringify(body), headers }, undefined);
  }

  async #follow(start: URL, init: RequestInit, stopAt: string | undefined): Promise<Visit> {
    let url = start;
    let request = init;
    for (let hop = 0; hop < 15; hop += 1) {
      this.trail.push(url.href);
      if (stopAt !== undefined && url.href.startsWith(stopAt)) {
        return { url, status: 0, headers: new Headers(), body: '' };
      }
      const response = await this.#fetch(url, request);
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399) {
        return { url, status: response.status, headers: response.headers, body: await response.text() };
      }
      await response.body?.cancel();
      url = new URL(location, url);
      request = { method: 'GET' };
    }
    throw new Error(`too many redirects from ${start.href}`);
  }

  async #fetch(url: URL, init: RequestInit): Promise<Response> {
    const cookie = this.cookiesFor(url);
    const headers = new Headers({ ...this.ownHeaders, ...(init.headers as Record<string, string>) });
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    this.keepFrom(response.headers);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', ...rest] = pair.split('=');
    const read = (key: string): string | undefined =>
      attributes.find((attribute) => attribute.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const expires = read('expires');
    const gone = read('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now());
    const path = read('path') ?? '/';
    if (gone) this.#cookies.delete(`${name};${path}`);
    else this.setCookie(name, rest.join('='), path);
  }
}
