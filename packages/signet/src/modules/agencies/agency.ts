import { z } from 'zod';
import { attributeNames } from './attributes/index.ts';

const publicJwk = z
  .looseObject({ kty: z.string(), kid: z.string().optional() })
  .refine((jwk) => !('d' in jwk), 'is a private key: register the public half');

const address = z.url({ protocol: /^https?$/ });
const attribute = z.enum(attributeNames);

/**
 * A relying party and the agreement with it (C1): its keys, its exact addresses (P1), what it may ask for and what
 * of that a person may refuse (C4). Nothing is released that `entitled` does not name.
 */
export const agencySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  name: z.strictObject({ en: z.string().min(1).max(80), es: z.string().min(1).max(80) }),
  /** Why it asks, one sentence each, shown above the consent. */
  purpose: z.strictObject({ en: z.string().max(200), es: z.string().max(200) }),
  home: address,
  redirectUris: z.array(address).min(1),
  postLogoutRedirectUris: z.array(address),
  backchannelLogoutUri: address.optional(),
  keys: z.array(publicJwk).min(1),
  entitled: z.array(attribute),
  optional: z.array(attribute),
});

export type Agency = z.output<typeof agencySchema>;
