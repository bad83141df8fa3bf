import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { expect, it } from 'vitest';
import { openMailServer } from '../../../../test/support/sites/mail-server.ts';
import { Redacted } from '../kernel/index.ts';
import { loadSettings } from '../platform/config/index.ts';
import { openLog } from '../platform/log/index.ts';
import { answeringWithin } from '../platform/postgres/index.ts';
import { mailerOf, openResources } from './resources.ts';

it('finding O1: no login waits for a silent server longer than another, that of the audit log neither', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-resources-'));
  const agencies = path.join(dir, 'agencies.json');
  await writeFile(agencies, '[]');
  const outbox = { SIGNET_OUTBOX_URL: 'http://127.0.0.1:9', SIGNET_OUTBOX_KEY: 'of-nobody' };
  const authorities = ['MOTOR_VEHICLES', 'SOCIAL_SECURITY', 'PHONE_CARRIER'].flatMap((name) => [
    [`SIGNET_${name}_URL`, 'http://127.0.0.1:9'],
    [`SIGNET_${name}_KEY`, 'of-nobody'],
  ]);
  const settings = loadSettings({
    SIGNET_PROFILE: 'sandbox',
    SIGNET_ORIGIN: 'http://localhost:8080',
    SIGNET_AGENCIES_FILE: agencies,
    SIGNET_KMS_KEY_FILE: path.join(dir, 'kms.json'),
    DATABASE_URL: 'postgres://signet@127.0.0.1:9/signet',
    SIGNET_DATABASE_AUDIT_URL: 'postgres://signet_audit@127.0.0.1:9/signet',
    ...outbox,
    ...Object.fromEntries(authorities),
  });
  const { pool, auditPool } = await openResources(settings, openLog('silent'), answeringWithin(10));
  const waits = [pool, auditPool].map(({ pg }) => {
    const { query_timeout: answer, connectionTimeoutMillis: connection } = pg.options as PoolConfig;
    return { answer, connection };
  });
  const asAnyRequest = { answer: 12_000, connection: 5000 };
  expect(waits).toEqual([asAnyRequest, asAnyRequest]);
  await Promise.all([pool.close(), auditPool.close(), rm(dir, { recursive: true })]);
});

it.each([
  ['production', 'nothing is sent'],
  ['sandbox', 'it is sent in clear'],
] as const)('finding S12: in %s, to a mail server without TLS, %s', async (profile, what) => {
  const server = await openMailServer('not-offered');
  const mailer = mailerOf({
    SIGNET_PROFILE: profile,
    SIGNET_BRAND: 'Signet',
    SIGNET_MAIL_FROM: 'no-reply@signet.example',
    SIGNET_SMTP_URL: new Redacted(`smtp://localhost:${server.port}`),
    SIGNET_OUTBOX_URL: undefined,
    SIGNET_OUTBOX_KEY: undefined,
  });
  const text = 'The code is 431092.';
  const mail = { id: 'mail-1', channel: 'mail', to: 'ana@mail.example', subject: 'Your code', text } as const;
  const sent = await mailer.deliver(mail).then(
    () => true,
    () => false,
  );
  const refused = what === 'nothing is sent';
  expect(sent).toBe(!refused);
  expect(server.inClear.join('\n').includes('431092')).toBe(!refused);
  await server.close();
});
