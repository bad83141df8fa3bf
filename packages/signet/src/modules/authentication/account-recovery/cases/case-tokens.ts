import { createHash } from 'node:crypto';
import { inFours, newCrockford } from '../../../../kernel/index.ts';

/** What a claimant reads to an agent, such as RCV-7K3M-2QXD. No secret: it opens nothing by itself. */
export const newCaseReference = (): string => `RCV-${inFours(newCrockford(8))}`;

/** What is kept of a link's token. `purpose` keeps the link that shows apart from the one that lets in. */
export const tokenLookup = (purpose: 'status' | 'link', token: string): Buffer =>
  createHash('sha256').update(`recovery-case ${purpose} 1/${token}`).digest();
