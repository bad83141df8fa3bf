export type { Kms } from './kms.ts';
export { openLocalKms } from './local-kms.ts';
