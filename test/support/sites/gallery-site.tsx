import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { pickLang } from '../../../packages/signet/src/web/locales/index.ts';
import { answerPage, type PageFrame, serveAssets } from '../../../packages/signet/src/web/ui/index.ts';
import { buildClient } from '../../../scripts/build-client.ts';
import { galleryPages } from './gallery-pages.tsx';

/** As strict as the product's own (http sets it): a breach shows up as an error in the browser's console. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "media-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Gallery {
  /** `http://localhost:<port>`, without a slash. */
  readonly url: string;
  /** For routes that only one test needs. */
  readonly app: Hono;
  close(): Promise<void>;
}

/** Builds the browser assets and serves every gallery page at `/<name>`, on a free port. */
export async function openGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'signet-gallery-'));
  await buildClient(outDir);
  const app = new Hono();
  app.get('/assets/*', serveAssets(outDir));
  for (const [name, draw] of Object.entries(galleryPages)) {
    app.get(`/${name}`, (c) => {
      const lang = pickLang({ query: c.req.query('lang') });
      const frame: PageFrame = { lang, path: c.req.path, csrf: 'token', sandbox: true };
      c.header('content-security-policy', policy);
      return answerPage(c, draw(frame));
    });
  }
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    app,
    async close() {
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
