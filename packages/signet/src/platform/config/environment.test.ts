import { afterEach, expect, it, vi } from 'vitest';
import { childEnvironment } from './environment.ts';
import { loadSettings } from './load-settings.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const parent = {
  SIGNET_PROFILE: 'sandbox',
  DATABASE_URL: 'postgres://signet:password@localhost/signet',
  SIGNET_DATABASE_AUDIT_URL: 'postgres://audit:password@localhost/signet',
  SIGNET_VAULT_ESCROW: 'on',
  SIGNET_EVALUATION_REPORTS: '/reports/face.json,/reports/document.json',
  SIGNET_POST_URL: 'http://localhost:1/letters',
  SIGNET_POST_KEY: 'the key of the post, long enough for one',
  SIGNET_POST_SENDER: 'Signet, mail room|PO Box 12|Alder Creek, AL 99002',
  SIGNET_EVALUATOR_KEYS: '/reports/laboratory.pem',
};

it('gives a child the same settings in another role', () => {
  const child = loadSettings(childEnvironment(loadSettings(parent), 'worker'));
  expect(child).toEqual({ ...loadSettings(parent), SIGNET_ROLE: 'worker' });
});

it('attack, a hostile image takes the worker over: it finds no login of the owner of the tables there', () => {
  const owner = 'postgres://owner:hunter2@localhost/signet';
  vi.stubEnv('SIGNET_DATABASE_OWNER_URL', owner); // as the parent itself was started
  const settings = loadSettings({ ...parent, SIGNET_DATABASE_OWNER_URL: owner });
  expect(JSON.stringify(childEnvironment(settings, 'worker'))).not.toContain('hunter2');
});
