import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/*
 * C2SP signed-note and tlog-checkpoint: three lines (origin, size, root) signed with Ed25519, so that any tool that
 * reads transparency logs reads these too.
 */

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer; // 32 bytes
}

/** The key that a note must be signed with; its name is the log's origin. */
export interface Verifier {
  readonly name: string;
  readonly key: KeyObject;
}

export const verifierFrom = (name: string, spkiPem: string): Verifier => ({
  name,
  key: createPublicKey(spkiPem),
});

/** The text that is signed; its last newline belongs to it. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

export function signedNote(text: string, verifier: Verifier, signature: Uint8Array): string {
  const signed = Buffer.concat([keyId(verifier), signature]);
  return `${text}\n${dash} ${verifier.name} ${signed.toString('base64')}\n`;
}

/** The checkpoint in a note, or undefined when it is malformed or not signed by this verifier. */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint | undefined {
  const text = openNote(note, verifier);
  return text === undefined ? undefined : parseCheckpoint(text);
}

/** The text of a note, or undefined when this verifier has not signed it. Other signatures beside it are ignored. */
export function openNote(note: string, verifier: Verifier): string | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return undefined;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2).split('\n');
  return lines.some((line) => isSignature(line, text, verifier)) ? text : undefined;
}

function isSignature(line: string, text: string, verifier: Verifier): boolean {
  const prefix = `${dash} ${verifier.name} `;
  if (!line.startsWith(prefix)) return false;
  const bytes = Buffer.from(line.slice(prefix.length), 'base64');
  if (!bytes.subarray(0, 4).equals(keyId(verifier))) return false;
  return verify(null, Buffer.from(text), verifier.key, bytes.subarray(4));
}

function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root] = text.split('\n');
  const hash = Buffer.from(root ?? '', 'base64');
  if (!origin || !size || !/^(0|[1-9]\d{0,14})$/.test(size) || hash.length !== 32) return undefined;
  return { origin, size: Number(size), root: hash };
}

const dash = '\u2014';

/** The first four bytes of sha256(name, newline, algorithm 0x01 for Ed25519, public key). */
function keyId({ name, key }: Verifier): Buffer {
  const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-32);
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(1), publicKey]))
    .digest()
    .subarray(0, 4);
}

/** The log that a note says it is of; believe it only once the note is opened. */
export const originOf = (note: string): string => note.slice(0, Math.max(0, note.indexOf('\n')));
