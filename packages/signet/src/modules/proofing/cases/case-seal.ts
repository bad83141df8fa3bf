import { randomBytes } from 'node:crypto';
import { type CaseId, Redacted } from '../../../kernel/index.ts';
import { openUnder, sealUnder } from '../../vault/index.ts';
import { type CaseContents, caseContents } from './case-contents.ts';

/** A key of a case's own, 256 random bits. */
export const newCaseKey = (): Redacted<string> => new Redacted(randomBytes(32).toString('base64url'));

const contentsPurpose = (id: CaseId): string => `proofing-case/${id}/contents`;
const imagePurpose = (id: CaseId, image: string): string => `proofing-case/${id}/image/${image}`;

export function sealContents(key: Redacted<string>, id: CaseId, contents: CaseContents): Buffer {
  const written = Buffer.from(JSON.stringify(caseContents.write(contents)));
  return sealUnder(key.reveal(), contentsPurpose(id), written).sealed;
}

/** Throws AppError `artifact-refused` for anything that this case's key did not seal as this case's contents. */
export const openContents = (key: Redacted<string>, id: CaseId, sealed: Uint8Array): CaseContents =>
  caseContents.read(JSON.parse(openUnder(key.reveal(), contentsPurpose(id), sealed).toString('utf8')));

export const sealImage = (key: Redacted<string>, id: CaseId, image: string, jpeg: Uint8Array): Buffer =>
  sealUnder(key.reveal(), imagePurpose(id, image), jpeg).sealed;

export const openImage = (key: Redacted<string>, id: CaseId, image: string, sealed: Uint8Array): Buffer =>
  openUnder(key.reveal(), imagePurpose(id, image), sealed);
