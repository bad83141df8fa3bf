const idBytes = 4;

/** What stands before everything that a KMS key made and that is kept: a form, and the id of the key. */
export const headBytes = 1 + idBytes;

/** Eight hexadecimal digits. A KMS that names its keys otherwise is told which of these stands for which. */
export const keyIdPattern = /^[0-9a-f]{8}$/;

export const headOf = (form: number, keyId: string): Buffer =>
  Buffer.concat([Buffer.of(form), Buffer.from(keyId, 'hex')]);

/** Which key an envelope or a digest was made with: under that one it is opened, or compared. */
export const keyIdOf = (kept: Uint8Array): string => Buffer.from(kept.subarray(1, headBytes)).toString('hex');
