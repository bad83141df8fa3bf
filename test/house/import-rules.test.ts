import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';
import { repository } from '../support/repository.ts';

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
  'agencies/one/package.json': '{ "name": "one", "dependencies": { "named": "1.0.0" } }',
  'agencies/one/queue.ts':
    "import { named } from 'named'; import { queue } from 'queue'; export const jobs = [named, queue];",
  'agencies/ui/forms/index.ts': "export { form } from './form.ts';",
  'agencies/ui/forms/form.ts': 'export const form = 1;',
  'agencies/revenue/ui/page.ts':
    "import { form } from '../../ui/forms/form.ts'; import { pay } from '../payments/index.ts'; export const page = [form, pay];",
  'agencies/revenue/payments/index.ts': "export { pay } from './pay.ts';",
  'agencies/revenue/payments/pay.ts':
    "import { plan } from '../plans/index.ts'; import { form } from '../../ui/forms/index.ts'; export const pay = [plan, form];",
  'agencies/revenue/plans/index.ts': 'export const plan = 1;',
  'agencies/revenue/staff/index.ts': "import { pay } from '../payments/pay.ts'; export const staff = pay;",
  'packages/relying-party/package.json': '{ "name": "two", "devDependencies": { "queue": "1.0.0" } }',
  'packages/relying-party/src/jobs.ts': "import { queue } from 'queue'; export const jobs = queue;",
  'packages/relying-party/src/jobs.test.ts': "import { queue } from 'queue'; export const jobs = queue;",
  'node_modules/queue/package.json':
    '{ "name": "queue", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  'node_modules/queue/index.js': 'export const queue = 1;',
  'node_modules/named/package.json':
    '{ "name": "named", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  'node_modules/named/index.js': 'export const named = 1;',
  'sandbox/people.ts': "import { app } from '../agencies/one/app.ts'; export const people = [app];",
};

/** A module with rooms: `catalog` below `cart` and `gifts`. */
const shop = 'packages/signet/src/modules/shop';
const roomsOfShop = [['catalog'], ['cart', 'gifts']];
const filesOfShop: Readonly<Record<string, string>> = {
  'packages/signet/src/platform/log/index.ts': 'export const open = 1;',
  [`${shop}/index.ts`]:
    "export type { Cart } from './cart/index.ts'; export type { Price } from './catalog/price.ts';",
  [`${shop}/create-shop.ts`]: "import type { Cart } from './cart/index.ts'; export type Shop = Cart;",
  [`${shop}/catalog/index.ts`]: "export type { Price } from './price.ts';",
  [`${shop}/catalog/price.ts`]: 'export type Price = 1;',
  [`${shop}/catalog/upwards.ts`]: "import type { Cart } from '../cart/index.ts'; export type Upwards = Cart;",
  [`${shop}/cart/index.ts`]: "import type { Price } from '../catalog/index.ts'; export type Cart = Price;",
  [`${shop}/cart/inside.ts`]: "import type { Price } from '../catalog/price.ts'; export type Inside = Price;",
  [`${shop}/cart/beside.ts`]: "import type { Gift } from '../gifts/index.ts'; export type Beside = Gift;",
  [`${shop}/cart/whole.ts`]: "import type { Shop } from '../create-shop.ts'; export type Whole = Shop;",
  [`${shop}/gifts/index.ts`]: 'export type Gift = 1;',
  [`${shop}/gifts/postgres-gifts.ts`]:
    "import { open } from '../../../platform/log/index.ts'; export const kept = open;",
};

const ruleFile = pathToFileURL(path.join(repository, '.dependency-cruiser.mjs')).href;
const roomsFile = pathToFileURL(path.join(repository, 'lint/imports/rooms.mjs')).href;

async function brokenRules(
  written: Readonly<Record<string, string>>,
  roomsOf?: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<string[]> {
  const baseDir = await mkdtemp(path.join(tmpdir(), 'signet-rules-'));
  try {
    for (const [file, text] of Object.entries(written)) {
      await mkdir(path.join(baseDir, path.dirname(file)), { recursive: true });
      await writeFile(path.join(baseDir, file), text);
    }
    const { default: house } = await import(ruleFile);
    const { roomRules } = await import(roomsFile);
    const { forbidden = [], options }: IConfiguration = house;
    const ofRooms = Object.entries(roomsOf ?? {}).flatMap(([name, tiers]) => roomRules(name, tiers));
    const given: ICruiseOptions = {
      ...options,
      baseDir,
      validate: true,
      ruleSet: { forbidden: [...forbidden, ...ofRooms] },
    };
    const { output } = await cruise(['.'], given, given.enhancedResolveOptions);
    return (output as ICruiseResult).summary.violations
      .map(({ rule, from }) => `${rule.name}: ${from}`)
      .sort();
  } finally {
    await rm(baseDir, { recursive: true });
  }
}

it('the import rules see types, re-exports, .tsx and import(), and let through what is allowed', async () => {
  expect(await brokenRules(files)).toEqual([
    'agencies-import-only-relying-party: agencies/one/app.ts',
    'agencies-ui-through-its-index: agencies/revenue/ui/page.ts',
    'http-imports-web-and-federation: packages/signet/src/http/server.ts',
    'kernel-imports-nothing: packages/signet/src/kernel/index.ts',
    'module-through-its-index: packages/signet/src/web/page.tsx',
    'modules-downwards-only-vault: packages/signet/src/modules/vault/index.ts',
    'no-cycles: packages/signet/src/modules/vault/one.ts',
    'nothing-imports-sandbox: packages/signet/src/web/late.ts',
    'package-names-what-it-imports: agencies/one/queue.ts',
    'package-needs-no-development-dependency: packages/relying-party/src/jobs.ts',
    'platform-only-in-postgres-and-providers: packages/signet/src/modules/accounts/find.ts',
    'revenue-downwards-only-payments: agencies/revenue/payments/pay.ts',
    'revenue-frame-knows-no-room: agencies/revenue/ui/page.ts',
    'revenue-room-through-its-index: agencies/revenue/staff/index.ts',
    'sandbox-stands-alone: sandbox/people.ts',
    'web-imports-modules-and-web: packages/signet/src/web/late.ts',
  ]);
});

it('rooms are entered through their index, see only the tiers below, and never the module that they make', async () => {
  expect(await brokenRules(filesOfShop, { shop: roomsOfShop })).toEqual([
    `room-through-its-index-from-another-shop: ${shop}/cart/inside.ts`,
    `room-through-its-index-shop: ${shop}/index.ts`,
    `rooms-do-not-know-their-module-shop: ${shop}/cart/whole.ts`,
    `rooms-downwards-only-shop-cart: ${shop}/cart/beside.ts`,
    `rooms-downwards-only-shop-catalog: ${shop}/catalog/upwards.ts`,
  ]);
});

it('the table of rooms names every folder of a module that has a row there, once', async () => {
  const { rooms } = await import(roomsFile);
  for (const [name, tiers] of Object.entries<readonly (readonly string[])[]>(rooms)) {
    const entries = await readdir(path.join(repository, 'packages/signet/src/modules', name), {
      withFileTypes: true,
    });
    const folders = entries.flatMap((one) => (one.isDirectory() ? [one.name] : []));
    const wanted = folders.filter((folder) => !['providers', 'words'].includes(folder));
    expect(tiers.flat().sort(), name).toEqual(wanted.sort());
  }
});

it('rooms of the pages are entered through their index, and see what their own journey is made from', async () => {
  const web = 'packages/signet/src/web';
  const found = await brokenRules({
    [`${web}/account/index.ts`]: "export type { Owner } from './contact/index.ts';",
    [`${web}/account/deps.ts`]: 'export type Deps = 1;',
    [`${web}/account/past-the-door.ts`]: "export type { Inside } from './contact/inside.ts';",
    [`${web}/account/contact/index.ts`]: "export type { Inside as Owner } from './inside.ts';",
    [`${web}/account/contact/inside.ts`]:
      "import type { Deps } from '../deps.ts'; export type Inside = Deps;",
    [`${web}/account/devices/beside.ts`]: "export type { Inside } from '../contact/inside.ts';",
    [`${web}/proofing/elsewhere.ts`]: "export type { Deps } from '../account/deps.ts';",
    'packages/signet/src/http/server.ts': "export type { Deps } from '../web/account/deps.ts';",
  });
  expect(found).toEqual([
    'web-through-its-index-from-a-journey: packages/signet/src/web/account/past-the-door.ts',
    'web-through-its-index-from-a-journey: packages/signet/src/web/proofing/elsewhere.ts',
    'web-through-its-index-from-a-room: packages/signet/src/web/account/devices/beside.ts',
    'web-through-its-index: packages/signet/src/http/server.ts',
  ]);
});
