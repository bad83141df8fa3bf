import { z } from 'zod';
import { isToken, type Language, languages } from '../../../kernel/index.ts';
import { lookupUnder, openUnder, sealUnder } from '../../vault/index.ts';

/** What a link does; one that is mailed for one of them is none for the other. */
export type LinkPurpose = 'email-link' | 'recovery-link';

const linkContents = z.object({ address: z.string(), language: z.enum(languages) });

/** What a mailed link confirms; its row is found and opened by the link's token alone. */
export interface LinkContents {
  readonly address: string;
  readonly language: Language;
}

export const sealUnderLink = (purpose: LinkPurpose, token: string, contents: LinkContents) =>
  sealUnder(token, purpose, Buffer.from(JSON.stringify(contents)));

export const openUnderLink = (purpose: LinkPurpose, token: string, sealed: Buffer): LinkContents =>
  linkContents.parse(JSON.parse(openUnder(token, purpose, sealed).toString()));

/** What the link's row is found by; a wrong shape is not looked up. */
export const linkLookup = (purpose: LinkPurpose, token: string): Buffer | undefined =>
  isToken(token) ? lookupUnder(token, purpose) : undefined;
