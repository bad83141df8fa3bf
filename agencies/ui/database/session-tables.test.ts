import { readFile } from 'node:fs/promises';
import { sessionTables } from '@signet/relying-party/hono';
import { expect, it } from 'vitest';

const folder = new URL('../../', import.meta.url);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

it.each([
  'revenue/database/migrations/0001_tax_accounts.sql',
  'benefits/database/migrations/0001_claims.sql',
])('%s makes the session tables as the relying-party package wants them', async (file) => {
  expect(oneLine(await readFile(new URL(file, folder), 'utf8'))).toContain(oneLine(sessionTables));
});
