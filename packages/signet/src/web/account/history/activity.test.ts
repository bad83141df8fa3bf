import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../locales/index.ts';
import { actOf } from './activity.ts';

const modules = path.join(import.meta.dirname, '../../..');

const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(modules|composition)\b.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(modules, file), 'utf8'));

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Every action that the source records: the literals after `action:`, and those handed to `record…(…)`. */
function recorded(): string[] {
  const name = /'([a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)'/g;
  const said = sources.flatMap((text) => [
    ...all(text, /\baction: ([^,;}]*)/g),
    ...all(text, /\brecord\w*(\([^;]*?;)/g),
  ]);
  return [...new Set(said.flatMap((text) => all(text, name)))].sort();
}

describe('history', () => {
  it.each(['en', 'es'] as const)('has words in %s for every action that the source records', (lang) => {
    const said = Object.values(words(lang).account.history.acts).flatMap((group) => Object.keys(group));
    const missing = recorded().filter((action) => !said.includes(action));
    expect(recorded().length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('says who looked, by a reference that names nobody, and what an agency got', () => {
    const nobody = { find: () => undefined };
    const at = new Date('2026-06-03T14:05:00Z');
    const looked = {
      position: 1,
      hash: 'e3b0',
      at,
      action: 'proofing.reviewed',
      actor: { kind: 'staff', ref: 'agent-7' } as const,
      details: { status: 'approved' },
    };
    expect(actOf(looked, 'en', nobody)).toMatchObject({
      text: 'A person reviewed your identity check and decided: approved',
      by: 'By a member of our staff, reference agent-7',
    });
    const given = {
      position: 2,
      hash: 'e3b0',
      at,
      action: 'agency.signed-in',
      actor: { kind: 'person' } as const,
      details: { agency: 'gone-agency', items: 'name+ssn' },
    };
    expect(actOf(given, 'es', nobody)).toMatchObject({
      text: 'Usted inició sesión en gone-agency',
      given: 'Recibió su nombre y su número de Seguro Social o ITIN.',
    });
  });
});
