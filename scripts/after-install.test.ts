import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

async function saidAfterInstallOn(node: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(import.meta.dirname, 'after-install.mjs')],
    { env: { npm_config_user_agent: `npm/11.0.0 node/${node} linux x64 workspaces/true` } },
  );
  return stdout;
}

it('npm ci on Node 24 or newer says nothing of Node, and on an older one a single line', async () => {
  expect(await saidAfterInstallOn('v24.1.0')).toBe('');
  expect(await saidAfterInstallOn('v26.0.0')).toBe('');
  expect(await saidAfterInstallOn('v20.20.2')).toMatch(/^This machine has Node 20; [^\n]*Node 24[^\n]*\n$/);
});
