import { expect, it } from 'vitest';
import { openLog } from './index.ts';

function lines(): { log: ReturnType<typeof openLog>; text: () => string } {
  const written: string[] = [];
  return { log: openLog('info', { write: (line) => void written.push(line) }), text: () => written.join('') };
}

it('blots personal data that reached a log line by way of an error', () => {
  const { log, text } = lines();
  const cause = new Error('duplicate key (address)=(ana.rivera@people.example), born 1990-01-31');
  log.error(
    { error: new Error('SSN 666-12-3456, 912345678, {"ssn":666123456} and 000111222', { cause }) },
    'fault',
  );
  expect(text()).not.toMatch(/666-12-3456|912345678|666123456|000111222|ana\.rivera|1990-01-31/);
  expect(text()).toContain('[blotted]');
});

it('keeps times, codes and identifiers readable', () => {
  const { log, text } = lines();
  log.info(
    { status: 200, ms: 1234567890, position: 123456789, id: '0d9e2b1e-5a6f-4b1c-8e1e-3f2a666123456' },
    'request',
  );
  expect(JSON.parse(text())).toMatchObject({
    level: 'info',
    status: 200,
    ms: 1234567890,
    position: 123456789,
  });
  expect(text()).not.toContain('[blotted]');
});
