import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';
import { packageRoot } from '../../packages/signet/src/platform/root.ts';

/** A house of a few files, some of which break a rule each: the parser must see every way to import. */
const files: Readonly<Record<string, string>> = {
  'packages/signet/src/kernel/index.ts':
    "import { open } from '../platform/log/index.ts'; export const kernel = open;",
  'packages/signet/src/platform/log/index.ts': 'export const open = 1; export type Open = number;',
  'packages/signet/src/platform/log/inside.ts': 'export const inside = 1;',
  'packages/signet/src/modules/vault/index.ts':
    "export type { Account } from '../accounts/index.ts'; export type Vault = 1;",
  'packages/signet/src/modules/vault/one.ts': "import type { Two } from './two.ts'; export type One = Two;",
  'packages/signet/src/modules/vault/two.ts': "import type { One } from './one.ts'; export type Two = One;",
  'packages/signet/src/modules/accounts/index.ts': 'export type Account = 1;',
  'packages/signet/src/modules/accounts/find.ts':
    "import { open } from '../../platform/log/index.ts'; export const find = open;",
  'packages/signet/src/modules/accounts/postgres-accounts.ts':
    "import { open } from '../../platform/log/index.ts'; export const kept = open;",
  'packages/signet/src/web/page.tsx':
    "import type { One } from '../modules/vault/one.ts'; export const Page = ({ one }: { one: One }) => <p>{one}</p>;",
  'packages/signet/src/web/late.ts': "export const late = () => import('../../../../sandbox/people.ts');",
  'packages/signet/src/http/server.ts':
    "import { type Vault } from '../modules/vault/index.ts'; export type Server = Vault;",
  'agencies/one/app.ts':
    "import { kernel } from '../../packages/signet/src/kernel/index.ts'; export const app = kernel;",
  'sandbox/people.ts': "import { app } from '../agencies/one/app.ts'; export const people = [app];",
};

const ruleFile = pathToFileURL(path.join(packageRoot, '.dependency-cruiser.mjs')).href;

async function brokenRules(): Promise<string[]> {
  const baseDir = await mkdtemp(path.join(tmpdir(), 'signet-rules-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.join(baseDir, path.dirname(file)), { recursive: true });
      await writeFile(path.join(baseDir, file), text);
    }
    const { forbidden, options }: IConfiguration = (await import(ruleFile)).default;
    const given: ICruiseOptions = {
      ...options,
      baseDir,
      validate: true,
      ruleSet: { forbidden: forbidden ?? [] },
    };
    const { output } = await cruise(['packages', 'agencies', 'sandbox'], given, given.enhancedResolveOptions);
    return (output as ICruiseResult).summary.violations
      .map(({ rule, from }) => `${rule.name}: ${from}`)
      .sort();
  } finally {
    await rm(baseDir, { recursive: true });
  }
}

it('the import rules see types, re-exports, .tsx and import(), and let through what is allowed', async () => {
  expect(await brokenRules()).toEqual([
    'agencies-import-only-relying-party: agencies/one/app.ts',
    'http-imports-web-and-federation: packages/signet/src/http/server.ts',
    'kernel-imports-nothing: packages/signet/src/kernel/index.ts',
    'module-through-its-index: packages/signet/src/web/page.tsx',
    'modules-downwards-only-vault: packages/signet/src/modules/vault/index.ts',
    'no-cycles: packages/signet/src/modules/vault/one.ts',
    'nothing-imports-sandbox: packages/signet/src/web/late.ts',
    'platform-only-in-postgres-and-providers: packages/signet/src/modules/accounts/find.ts',
    'sandbox-stands-alone: sandbox/people.ts',
    'web-imports-modules-and-web: packages/signet/src/web/late.ts',
  ]);
});
