import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { databaseSetting, loadSettings } from './index.ts';

const sandbox = { SIGNET_PROFILE: 'sandbox' };

it('has a default for everything a newcomer would not know', () => {
  const settings = loadSettings(sandbox);
  expect(settings).toMatchObject({ SIGNET_ROLE: 'both', SIGNET_ORIGIN: 'http://localhost:8080' });
});

it.each([{}, { SIGNET_PROFILE: '' }])(
  'attack, a make-believe server before real people: %j is production',
  (unset) => {
    const simulators = {
      ...unset,
      SIGNET_OUTBOX_URL: 'http://localhost:9',
      SIGNET_SANDBOX_URL: 'http://localhost:9',
    };
    expect(() => loadSettings(simulators)).toThrow(
      /SIGNET_SMTP_URL: needed in production.*SIGNET_OUTBOX_URL: a sandbox thing.*SIGNET_PROFILE: is production unless/,
    );
  },
);

it('reads the address of the database alone, whatever else is set or missing', () => {
  expect(databaseSetting({ DATABASE_URL: 'postgres://me@db/x', SIGNET_PORT: 'none' }).reveal()).toBe(
    'postgres://me@db/x',
  );
  expect(() => databaseSetting({ DATABASE_URL: '' })).toThrow('Setting DATABASE_URL: needed');
  const wrong = () => databaseSetting({ DATABASE_URL: 'mysql://me:hunter2@db' });
  expect(wrong).toThrow(/^Setting DATABASE_URL: must begin with postgres:/);
  expect(wrong).not.toThrow(/hunter2/);
});

it('names the setting at fault and never its value', () => {
  const start = () =>
    loadSettings({ ...sandbox, SIGNET_PORT: '99999', DATABASE_URL: 'mysql://me:hunter2@db' });
  expect(start).toThrow(/SIGNET_PORT/);
  expect(start).toThrow(/DATABASE_URL: must begin with postgres:/);
  expect(start).not.toThrow(/hunter2/);
});

it('refuses a production start that misses what production needs', () => {
  expect(() => loadSettings({ SIGNET_PROFILE: 'production' })).toThrow(/SIGNET_AGENCIES_FILE.*SIGNET_ORIGIN/);
});

it('A15, A16, A18: a report is believed by a key, so a start without one is refused', () => {
  const reports = { SIGNET_EVALUATION_REPORTS: 'face.json,document.json' };
  expect(() => loadSettings({ ...sandbox, ...reports })).toThrow(
    'SIGNET_EVALUATOR_KEYS: needed with SIGNET_EVALUATION_REPORTS',
  );
  const named = loadSettings({ ...sandbox, ...reports, SIGNET_EVALUATOR_KEYS: 'laboratory.pem' });
  expect(named.SIGNET_EVALUATION_REPORTS).toEqual(['face.json', 'document.json']);
});

it('finding P14: takes a time zone that there is, and no other', () => {
  const zone = (name: string) => () => loadSettings({ ...sandbox, SIGNET_TIME_ZONE: name });
  expect(zone('')().SIGNET_TIME_ZONE).toBe('America/New_York');
  expect(zone('Pacific/Guam')().SIGNET_TIME_ZONE).toBe('Pacific/Guam');
  expect(zone('America/Port_Alder')).toThrow('Setting SIGNET_TIME_ZONE: must be a time zone like');
});

it('never prints a secret', () => {
  const settings = loadSettings({
    ...sandbox,
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
  const start = () => loadSettings({ ...sandbox, [name]: value });
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
    SIGNET_POST_URL: 'http://letters.example',
  };
  const start = () => loadSettings(production);
  expect(start).toThrow(/SIGNET_POST_URL: must be https/);
  expect(start).toThrow(/SIGNET_POST_URL, _KEY and _SENDER: needed all, or none/);
  expect(start).toThrow(/SIGNET_SMS_URL: must be https.*SIGNET_SOCIAL_SECURITY_URL: must be https/);
  expect(start).not.toThrow(/SIGNET_MOTOR_VEHICLES_URL: must|SIGNET_PHONE_CARRIER_URL: must|token-token/);
});
