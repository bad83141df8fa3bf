import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkpointText, openCheckpoint, openNote, signedNote } from './signed-note.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const verifier = { name: 'id.example/audit', key: publicKey };
const checkpoint = { origin: 'id.example/audit', size: 5, root: Buffer.alloc(32, 7) };
const note = signedNote(
  checkpointText(checkpoint),
  verifier,
  sign(null, Buffer.from(checkpointText(checkpoint)), privateKey),
);

it('opens the example of the signed-note specification', () => {
  // The key is `PeterNeumann+c74f20a3+ARpc2Qc…`: one byte for Ed25519, then the public key.
  const encoded = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), encoded]);
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const example = `${text}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  expect(openNote(example, { name: 'PeterNeumann', key })).toBe(text);
});

it('writes a checkpoint as the specification lays it out', () => {
  const root = Buffer.alloc(32, 7).toString('base64');
  expect(note).toMatch(new RegExp(`^id.example/audit\n5\n${root}\n\n\u2014 id.example/audit [\\w+/=]+\n$`));
  expect(openCheckpoint(note, verifier)).toEqual(checkpoint);
});

it('attack: a note that was changed, or signed by another key or name, does not open', () => {
  const other = generateKeyPairSync('ed25519').publicKey;
  expect(openCheckpoint(note.replace('\n5\n', '\n4\n'), verifier)).toBeUndefined();
  expect(openCheckpoint(note, { ...verifier, key: other })).toBeUndefined();
  expect(openCheckpoint(note, { ...verifier, name: 'other.example/audit' })).toBeUndefined();
  for (const text of ['', '\n\n', note.split('\n\n')[0] ?? '']) {
    expect(openCheckpoint(text, verifier)).toBeUndefined();
  }
});
