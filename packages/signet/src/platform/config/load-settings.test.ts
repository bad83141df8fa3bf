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

it.each([
  ['DATABASE_URL', 'postgres://me:hunter#2@db/x'],
  ['SIGNET_SMTP_URL', 'smtp://me:hunter/2@mail.example'],
  ['SIGNET_SMS_URL', 'https://me:hunter/2@texts.example'],
])('attack: %s with a password that was not escaped is refused without being printed', (name, value) => {
  const start = () => loadSettings({ [name]: value });
  expect(start).toThrow(`${name}: cannot be read; percent-encode`);
  expect(start).not.toThrow(/hunter/);
});

it('A26: production asks no authority for anybody in clear', () => {
  const production = {
    SIGNET_PROFILE: 'production',
    SIGNET_SOCIAL_SECURITY_URL: 'http://records.example',
    SIGNET_SMS_URL: 'http://account:token-token@texts.example',
    SIGNET_MOTOR_VEHICLES_URL: 'https://records.example',
    SIGNET_PHONE_CARRIER_URL: 'http://127.0.0.1:9000',
  };
  const start = () => loadSettings(production);
  expect(start).toThrow(/SIGNET_SMS_URL: must be https.*SIGNET_SOCIAL_SECURITY_URL: must be https/);
  expect(start).not.toThrow(/SIGNET_MOTOR_VEHICLES_URL: must|SIGNET_PHONE_CARRIER_URL: must|token-token/);
});
