import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { kmsContract } from '../../../../../test/support/kms-contract.ts';
import { keyIdOf } from './key-id.ts';
import { openLocalKms } from './local-kms.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'signet-kms-'));
afterAll(() => rmSync(dir, { recursive: true }));

kmsContract('the local key file', () => openLocalKms(path.join(dir, 'kms.json')));

it('makes the key file for its owner alone, in a folder that it makes too', async () => {
  const file = path.join(dir, 'made', 'kms.json');
  await openLocalKms(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(['kms.json']);
});

it.each([path.join(dir, 'none', 'of', 'these', 'kms.json'), '/proc/none/kms.json'])(
  'makes no folder but its own: %s is refused at once, and the folder that is missing is named',
  async (file) => {
    const folder = path.dirname(file);
    await expect(openLocalKms(file)).rejects.toThrow(`the folder ${folder} is not there`);
    expect(existsSync(folder)).toBe(false);
  },
);

it('refuses where there is no file and none may be made, and says what makes one', async () => {
  const file = path.join(dir, 'not-mounted', 'kms.json');
  await expect(openLocalKms(file, 'refuse')).rejects.toThrow(/^Setting SIGNET_KMS_KEY_FILE: .*key make/);
  expect(existsSync(path.dirname(file))).toBe(false);
});

it('gives processes that start together the same key', async () => {
  const file = path.join(dir, 'race', 'kms.json');
  const opened = await Promise.all(Array.from({ length: 8 }, () => openLocalKms(file)));
  const keys = await Promise.all(opened.map((kms) => kms.verifierKey()));
  expect(new Set(keys).size).toBe(1);
});

interface KeyFileText {
  readonly keys: Readonly<Record<string, string>>;
  readonly use: Readonly<Record<'wrap' | 'mac' | 'pseudonym' | 'sign', string>>;
}

const read = (file: string): KeyFileText => JSON.parse(readFileSync(file, 'utf8'));
const onlyKeyIn = ({ keys, use }: KeyFileText): string => String(keys[use.wrap]);

function edit(file: string, change: (before: KeyFileText) => Partial<KeyFileText>): void {
  const before = read(file);
  writeFileSync(file, JSON.stringify({ ...before, ...change(before) }));
}

/** As an operator changes keys: a second one beside the first, in use for `uses` from now on. */
const addKey = (file: string, ...uses: (keyof KeyFileText['use'])[]): void =>
  edit(file, ({ keys, use }) => ({
    keys: { ...keys, deadbeef: randomBytes(32).toString('base64') },
    use: { ...use, ...Object.fromEntries(uses.map((one) => [one, 'deadbeef'])) },
  }));

it('finding H7: after a change of keys, opens what the first one wrapped, and wraps under the second', async () => {
  const file = path.join(dir, 'second', 'kms.json');
  const before = await openLocalKms(file);
  const first = await before.wrap('vault', Buffer.from('kept'), 'c');
  addKey(file, 'wrap');
  const after = await openLocalKms(file);
  const second = await after.wrap('vault', Buffer.from('kept'), 'c');
  expect([keyIdOf(first), keyIdOf(second)]).toEqual([read(file).use.mac, 'deadbeef']);
  for (const wrapped of [first, second]) {
    expect((await after.unwrap('vault', wrapped, 'c')).toString()).toBe('kept');
  }
  await expect(before.unwrap('vault', second, 'c')).rejects.toMatchObject({
    code: 'kms-refused',
    message: expect.stringContaining('deadbeef'),
  });
});

it('attack: an envelope that names another key than the one that made it does not open', async () => {
  const file = path.join(dir, 'renamed', 'kms.json');
  const wrapped = await (await openLocalKms(file)).wrap('vault', Buffer.from('kept'), 'c');
  addKey(file);
  wrapped.write('deadbeef', 1, 'hex');
  await expect((await openLocalKms(file)).unwrap('vault', wrapped, 'c')).rejects.toMatchObject({
    code: 'kms-refused',
  });
});

it('after a change of keys, finds what was digested before, and signs and names people as before', async () => {
  const file = path.join(dir, 'index', 'kms.json');
  const before = await openLocalKms(file);
  const number = Buffer.from('a number');
  const digest = await before.mac('ssn-index', number);
  addKey(file, 'wrap');
  const after = await openLocalKms(file);
  expect(await after.mac('ssn-index', number)).toEqual(digest);
  const second = await after.mac('ssn-index', number, 'deadbeef');
  expect(keyIdOf(second)).toBe('deadbeef');
  expect(await after.isMac('ssn-index', number, second)).toBe(true); // by the key that it names, not the one in use
  expect(await after.pseudonym(number)).toEqual(await before.pseudonym(number));
  expect(await after.verifierKey()).toBe(await before.verifierKey());
});

it.each(['mac', 'pseudonym', 'sign'] as const)(
  'refuses a file in which use.%s is another key than the first, and says that use.wrap may change',
  async (use) => {
    const file = path.join(dir, `changed-${use}`, 'kms.json');
    await openLocalKms(file);
    addKey(file, 'wrap', use);
    await expect(openLocalKms(file)).rejects.toThrow(
      new RegExp(`^Setting SIGNET_KMS_KEY_FILE: .*: use\\.${use} must name the first key .*use\\.wrap only$`),
    );
  },
);

it('attack: a second key of digits alone, which a parser puts first, is not taken for the first one', async () => {
  const file = path.join(dir, 'digits', 'kms.json');
  const { first, second } = { first: randomBytes(32), second: randomBytes(32) };
  const keys = `"deadbeef":"${first.toString('base64')}","12345678":"${second.toString('base64')}"`;
  const using = (id: string) =>
    `{"format":"signet-local-kms-2","keys":{${keys}},"use":{"wrap":"12345678","mac":"${id}","pseudonym":"${id}","sign":"${id}"}}`;
  await openLocalKms(file);
  writeFileSync(file, using('deadbeef'));
  expect(keyIdOf(await (await openLocalKms(file)).mac('ssn-index', first))).toBe('deadbeef');
  writeFileSync(file, using('12345678'));
  await expect(openLocalKms(file)).rejects.toThrow(
    /use\.mac and use\.pseudonym and use\.sign must name the first/,
  );
});

it.each([
  ['readable by others', (file: string) => chmodSync(file, 0o640)],
  ['empty', (file: string) => writeFileSync(file, '')],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 60))],
  ['of a short key', (file: string) => edit(file, ({ use }) => ({ keys: { [use.wrap]: 'c2hvcnQ=' } }))],
  ['without the key that it uses', (file: string) => edit(file, () => ({ keys: {} }))],
])('refuses a key file that is %s, in one line that names the setting', async (name, spoil) => {
  const file = path.join(dir, `${name.replaceAll(' ', '-')}.json`);
  await openLocalKms(file);
  const before = onlyKeyIn(read(file));
  spoil(file);
  const refused = await openLocalKms(file).catch((cause: unknown) => cause);
  expect(refused).toMatchObject({ code: 'kms-unavailable' });
  expect(String(refused)).toMatch(/^AppError: Setting SIGNET_KMS_KEY_FILE: [^\n]+$/);
  expect(inspect(refused, { depth: 9 })).not.toContain(before.slice(0, 12));
});

it('refuses a path where no file can be, naming the setting', async () => {
  const file = path.join(dir, 'kms.json', 'below-a-file');
  await expect(openLocalKms(file)).rejects.toThrow(/SIGNET_KMS_KEY_FILE/);
});
