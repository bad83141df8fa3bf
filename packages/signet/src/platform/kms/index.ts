export { makeKeyFile } from './key-file.ts';
export type { Kms } from './kms.ts';
export { openLocalKms } from './local-kms.ts';
