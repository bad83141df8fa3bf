import { z } from 'zod';
import { attributeNames } from './attributes/index.ts';
import { inEachLanguage, webAddress } from './fields.ts';
import { helpSchema } from './help.ts';

const publicJwk = z
  .looseObject({ kty: z.string(), kid: z.string().optional() })
  .refine((jwk) => !('d' in jwk), 'is a private key: register the public half');

const attribute = z.enum(attributeNames);

/**
 * A relying party and the agreement with it (C1): its keys, its exact addresses (P1), what it may ask for and what
 * of that a person may refuse (C4). Nothing is released that `entitled` does not name.
 */
const registration = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  name: inEachLanguage(z.string().min(1).max(80)),
  /**
   * The name as it stands within a sentence, with its article: "the Department of Revenue", "el Departamento de
   * Ingresos". Left out, the name is used as it is, which suits names that take no article.
   */
  nameInSentence: inEachLanguage(z.string().min(1).max(80)).optional(),
  /** Why it asks, one sentence each, shown above the consent. */
  purpose: inEachLanguage(z.string().max(200)),
  home: webAddress,
  help: helpSchema,
  redirectUris: z.array(webAddress).min(1),
  postLogoutRedirectUris: z.array(webAddress),
  backchannelLogoutUri: webAddress.optional(),
  keys: z.array(publicJwk).min(1),
  /**
   * What the identifiers that it knows people by are made from (C3): its `id` unless it says another. It stays whatever
   * becomes of its addresses. Agencies that name the same know people by the same identifiers.
   */
  sector: z
    .string()
    .regex(/^[\w.:-]{1,255}$/, 'is no name of letters, digits, dots, colons and dashes')
    .optional(),
  entitled: z.array(attribute),
  optional: z.array(attribute),
});

export const agencySchema = registration.transform((agency) => ({
  ...agency,
  nameInSentence: agency.nameInSentence ?? agency.name,
  sector: agency.sector ?? agency.id,
}));

export type Agency = z.output<typeof agencySchema>;
