import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { repository } from '../support/repository.ts';
import { runServer, signalAtOnce } from '../support/sites/operated-server.ts';

vi.setConfig({ testTimeout: 60_000 });

/** No settings and no database: usage is asked for before either is there. */
const run = (...args: string[]) => runServer(args, {});

it('help, a mistake and a command that there is not end with 0, 2 and 2, and need nothing', async () => {
  const [help, mistake, unknown] = await Promise.all([
    run('--help'),
    run('review', 'approve', 'SGN-1111-2222'),
    run('chekc'),
  ]);
  expect(help).toEqual({ code: 0, out: expect.stringMatching(/^ {2}node main.js check +\w/m), said: '' });
  expect(mistake).toEqual({ code: 2, out: '', said: expect.stringContaining('node main.js review approve') });
  expect(unknown).toEqual({ code: 2, out: '', said: expect.stringMatching(/"chekc".*check, migrate, key/) });
});

it('a Node that is too old is told so in one line, before anything that it cannot read', async () => {
  const node = path.join(repository, 'test/node-versions/20/node_modules/node/bin/node');
  for (const args of [[], ['check'], ['--help']]) {
    const { code, out, said } = await runServer(args, {}, { node });
    expect([code, out]).toEqual([1, '']);
    expect(said).toMatch(/^Signet needs Node 24 or newer, and this is Node 20\.[\d.]+\.\n$/);
  }
});

it('without any setting a server is not a sandbox: it refuses to start for want of what production needs', async () => {
  const { code, said } = await run();
  expect(code).toBe(1);
  expect(said).toMatch(
    /^Signet could not start\. [^\n]*SIGNET_SMTP_URL[^\n]*SIGNET_PROFILE: is production[^\n]*\n$/,
  );
});

it('a signal while the libraries are still being read ends it in order', async () => {
  const ends = ['SIGTERM', 'SIGINT', 'SIGHUP'].map((signal) =>
    runServer([], {}, { options: signalAtOnce(signal) }),
  );
  // without settings: had the program been there already it would have said that it cannot start
  for (const ended of await Promise.all(ends)) expect(ended).toEqual({ code: 0, out: '', said: '' });
});

it('a command that a signal cut off does not end as if it were done', async () => {
  const { code } = await runServer(['audit', 'export'], {}, { options: signalAtOnce('SIGTERM') });
  expect(code).toBe(143);
});
