import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { loadSettings } from './index.ts';

it('has a default for everything a newcomer would not know', () => {
  const settings = loadSettings({});
  expect(settings).toMatchObject({ SIGNET_PROFILE: 'sandbox', SIGNET_ORIGIN: 'http://localhost:8080' });
});

it('names the setting at fault and never its value', () => {
  const start = () => loadSettings({ SIGNET_PORT: '99999', DATABASE_URL: 'mysql://me:hunter2@db' });
  expect(start).toThrow(/SIGNET_PORT/);
  expect(start).toThrow(/DATABASE_URL: must begin with postgres:/);
  expect(start).not.toThrow(/hunter2/);
});

it('refuses a production start that misses what production needs', () => {
  expect(() => loadSettings({ SIGNET_PROFILE: 'production' })).toThrow(/SIGNET_AGENCIES_FILE.*SIGNET_ORIGIN/);
});

it('never prints a secret', () => {
  const settings = loadSettings({
    DATABASE_URL: 'postgres://me:hunter2@db/x',
    SIGNET_SMTP_URL: 'smtp://a:hunter2@m',
  });
  expect(inspect(settings) + JSON.stringify(settings)).not.toContain('hunter2');
});
