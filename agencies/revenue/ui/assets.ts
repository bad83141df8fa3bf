import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** This folder's place on disk, from the source tree and from a bundle alike. */
function folderOfAssets(from: string): string {
  for (const folder of [from, path.join(from, 'agencies', 'revenue', 'ui')]) {
    if (existsSync(path.join(folder, 'revenue.css'))) return folder;
  }
  const above = path.dirname(from);
  if (above === from) throw new Error('agencies/revenue/ui/revenue.css not found above the program');
  return folderOfAssets(above);
}

export interface Asset {
  /** Changes with the content, so that it may be kept for good. */
  readonly url: string;
  readonly route: string;
  readonly type: string;
  readonly body: string;
}

function asset(file: string, type: string): Asset {
  const body = readFileSync(path.join(folderOfAssets(import.meta.dirname), file), 'utf8');
  const version = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { route: `/assets/${file}`, url: `/assets/${file}?v=${version}`, type, body };
}

export const assets = {
  style: asset('revenue.css', 'text/css; charset=utf-8'),
  records: asset('records.css', 'text/css; charset=utf-8'),
  icon: asset('revenue.svg', 'image/svg+xml'),
} as const;
