export type { Kms, MacKey, WrapKey } from './kms.ts';
export { openLocalKms } from './local-kms.ts';
