import { z } from 'zod';
import type { Language } from '../../kernel/index.ts';
import { attributeNames } from './attributes/index.ts';

const publicJwk = z
  .looseObject({ kty: z.string(), kid: z.string().optional() })
  .refine((jwk) => !('d' in jwk), 'is a private key: register the public half');

const address = z.url({ protocol: /^https?$/ });
const inEachLanguage = (text: z.ZodString) =>
  z.strictObject({ en: text, es: text } satisfies Record<Language, z.ZodString>);
const attribute = z.enum(attributeNames);

/**
 * A relying party and the agreement with it (C1): its keys, its exact addresses (P1), what it may ask for and what
 * of that a person may refuse (C4). Nothing is released that `entitled` does not name.
 */
export const agencySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  name: inEachLanguage(z.string().min(1).max(80)),
  /** Why it asks, one sentence each, shown above the consent. */
  purpose: inEachLanguage(z.string().max(200)),
  home: address,
  redirectUris: z.array(address).min(1),
  postLogoutRedirectUris: z.array(address),
  backchannelLogoutUri: address.optional(),
  keys: z.array(publicJwk).min(1),
  entitled: z.array(attribute),
  optional: z.array(attribute),
});

export type Agency = z.output<typeof agencySchema>;
