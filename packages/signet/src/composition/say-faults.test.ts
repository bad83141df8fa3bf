import { expect, it } from 'vitest';
import { markDriverError } from '../kernel/index.ts';
import { openLog } from '../platform/log/index.ts';
import { sayFault, sayTriedAgain } from './say-faults.ts';

const refused = (port: number) =>
  Object.assign(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`), { code: 'ECONNREFUSED' });

function said(say: (log: ReturnType<typeof openLog>) => void): unknown {
  const lines: string[] = [];
  say(openLog('info', { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

it('finding O2: a job that failed for the database says by which fault, and one that failed for its mail server none', () => {
  const failed = (error: unknown) => said((log) => sayTriedAgain(log, error, { job: 'deliver' }, 'failed'));
  expect(failed(markDriverError(refused(5432)))).toMatchObject({
    level: 'warn',
    job: 'deliver',
    fault: 'database-unreachable',
    error: { code: 'ECONNREFUSED' },
  });
  expect(failed(refused(587))).not.toHaveProperty('fault');
});

it('finding O2: what works by itself makes an error of a fault of ours, and none of a database that is away', () => {
  const level = (error: unknown) =>
    (said((log) => sayFault(log, error, 'failed')) as { level: string }).level;
  expect(level(Object.assign(new Error('too slow'), { code: '57014' }))).toBe('warn');
  expect(level(Object.assign(new Error('damaged'), { code: 'XX001' }))).toBe('error');
  expect(level(new Error('no sequence'))).toBe('error');
});
