import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { openAssets } from './assets.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Fonts and pictures are compressed already. */
  readonly brotli?: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * Handler for `GET /assets/*`. Everything (some 200 kB) is read at start, so no request names a file on disk.
 * Names carry a hash of their content: browsers may keep them for good, and `before` lies beside. What is made for the
 * sandbox is served there alone.
 */
export function serveAssets(
  dir: string,
  { before, sandbox = false }: { readonly before?: string | undefined; readonly sandbox?: boolean } = {},
): Handler {
  const all = [...(before ? load(before) : []), ...load(openAssets(dir))];
  const assets = new Map(all.filter(([file]) => sandbox || !file.startsWith('sandbox-')));
  return (c) => {
    const asset = assets.get(c.req.path.slice(c.req.path.lastIndexOf('/') + 1));
    return asset ? send(c, asset) : c.body(null, 404); // no page: this is asked before anything is known of the visit
  };
}

function send(c: Context, asset: Asset): Response {
  c.header('content-type', asset.type);
  c.header('cache-control', 'public, max-age=31536000, immutable');
  c.header('vary', 'accept-encoding');
  const brotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? asset.brotli : undefined;
  if (brotli) c.header('content-encoding', 'br');
  return c.body(brotli ?? asset.plain);
}

function load(dir: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const file of readdirSync(dir)) {
    const type = types[extname(file)];
    if (!type) continue;
    const plain = new Uint8Array(readFileSync(join(dir, file)));
    const brotli = ['.woff2', '.png'].includes(extname(file))
      ? undefined
      : new Uint8Array(brotliCompressSync(plain));
    assets.set(file, { type, plain, brotli });
  }
  return assets;
}
