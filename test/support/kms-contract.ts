import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { headBytes, keyIdOf, keyIdPattern } from '../../packages/signet/src/platform/kms/key-id.ts';
import type { Kms } from '../../packages/signet/src/platform/kms/kms.ts';

/** What any KMS adapter must do, whatever keeps its keys. `open` may be called again and finds the same keys. */
export function kmsContract(name: string, open: () => Promise<Kms>): void {
  describe(`${name} as a KMS`, () => {
    let kms: Kms;
    beforeAll(async () => {
      kms = await open();
    });
    const secret = randomBytes(32);

    it('unwraps what it wrapped, after a restart too', async () => {
      const wrapped = await kms.wrap('vault', secret, 'person-1');
      expect(await kms.unwrap('vault', wrapped, 'person-1')).toEqual(secret);
      expect(await (await open()).unwrap('vault', wrapped, 'person-1')).toEqual(secret);
      expect(wrapped.includes(secret)).toBe(false);
    });

    it('wraps the empty value and 4 KiB, and refuses more', async () => {
      for (const size of [0, 4096]) {
        const value = randomBytes(size);
        expect(await kms.unwrap('case', await kms.wrap('case', value, 'c'), 'c')).toEqual(value);
      }
      await expect(kms.wrap('case', randomBytes(4097), 'c')).rejects.toMatchObject({ code: 'kms-refused' });
    });

    it('never wraps a value the same way twice', async () => {
      expect(await kms.wrap('totp', secret, 'c')).not.toEqual(await kms.wrap('totp', secret, 'c'));
    });

    it('attack: a wrapped value moved to another context or purpose is refused', async () => {
      const wrapped = await kms.wrap('vault', secret, 'person-1');
      await expect(kms.unwrap('vault', wrapped, 'person-2')).rejects.toMatchObject({ code: 'kms-refused' });
      await expect(kms.unwrap('escrow', wrapped, 'person-1')).rejects.toMatchObject({ code: 'kms-refused' });
    });

    it('attack: a wrapped value with any byte changed, or cut short, is refused', async () => {
      const wrapped = await kms.wrap('vault', secret, 'person-1');
      for (let at = 0; at < wrapped.length; at++) {
        const changed = Buffer.from(wrapped);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        await expect(kms.unwrap('vault', changed, 'person-1')).rejects.toMatchObject({ code: 'kms-refused' });
      }
      for (const length of [0, 1, 16, wrapped.length - 1]) {
        await expect(kms.unwrap('vault', wrapped.subarray(0, length), 'person-1')).rejects.toMatchObject({
          code: 'kms-refused',
        });
      }
    });

    it('digests the same for the same purpose only', async () => {
      const digest = await kms.mac('ssn-index', secret);
      expect(digest.subarray(headBytes)).toHaveLength(32);
      expect(await (await open()).mac('ssn-index', secret)).toEqual(digest);
      expect(await kms.mac('contact-index', secret)).not.toEqual(digest);
      expect(await kms.mac('ssn-index', randomBytes(32))).not.toEqual(digest);
    });

    it('names its key in everything that is kept, and digests under the key that is named to it', async () => {
      const [wrapped, digest] = [await kms.wrap('vault', secret, 'c'), await kms.mac('ssn-index', secret)];
      for (const kept of [wrapped, digest]) expect(keyIdOf(kept)).toMatch(keyIdPattern);
      expect(await kms.mac('ssn-index', secret, keyIdOf(digest))).toEqual(digest);
    });

    it('knows its digest again, by the key that it names, and nothing else for it', async () => {
      const digest = await kms.mac('ssn-index', secret);
      expect(await kms.isMac('ssn-index', secret, digest)).toBe(true);
      expect(await kms.isMac('ssn-index', randomBytes(32), digest)).toBe(false);
      expect(await kms.isMac('contact-index', secret, digest)).toBe(false);
      for (const none of [Buffer.of(), randomBytes(32), digest.subarray(headBytes)]) {
        expect(await kms.isMac('ssn-index', secret, none)).toBe(false);
      }
    });

    it('says of a key that it does not have which one that is', async () => {
      const foreign = await kms.wrap('vault', secret, 'c');
      foreign.write(otherThan(keyIdOf(foreign)), 1, 'hex');
      const refused = { code: 'kms-refused', message: expect.stringContaining(keyIdOf(foreign)) };
      await expect(kms.unwrap('vault', foreign, 'c')).rejects.toMatchObject(refused);
      await expect(kms.mac('ssn-index', secret, keyIdOf(foreign))).rejects.toMatchObject(refused);
      const digest = await kms.mac('ssn-index', secret);
      foreign.copy(digest, 1, 1, headBytes);
      await expect(kms.isMac('ssn-index', secret, digest)).rejects.toMatchObject(refused);
    });

    it('gives what agencies keep of a person the same for ever, and no key’s name with it', async () => {
      const pseudonym = await kms.pseudonym(secret);
      expect(pseudonym).toHaveLength(32);
      expect(await (await open()).pseudonym(secret)).toEqual(pseudonym);
      expect(await kms.pseudonym(randomBytes(32))).not.toEqual(pseudonym);
    });

    it('signs with the key that it publishes', async () => {
      const message = Buffer.from('a checkpoint');
      const key = createPublicKey(await kms.verifierKey());
      const signature = await kms.sign(message);
      expect(verify(null, message, key, signature)).toBe(true);
      expect(verify(null, Buffer.from('another'), key, signature)).toBe(false);
      expect(await (await open()).verifierKey()).toBe(await kms.verifierKey());
    });
  });
}

const otherThan = (keyId: string): string => (keyId === '00000000' ? '11111111' : '00000000');
