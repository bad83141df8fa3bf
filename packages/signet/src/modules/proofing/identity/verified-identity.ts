import { z } from 'zod';

const isoDate = z.iso.date();

/** What is sealed to the person's vault as the item `identity`. Parse what `vault.read` gives with this. */
export const verifiedIdentity = z.object({
  givenName: z.string(),
  middleName: z.string().optional(),
  familyName: z.string(),
  birthDate: isoDate,
  address: z
    .object({ street: z.string(), city: z.string(), state: z.string(), postalCode: z.string() })
    .optional(),
  ssn: z.string().regex(/^\d{9}$/),
  document: z.object({
    type: z.literal('license'),
    number: z.string(),
    issuerId: z.string(),
    expiryDate: isoDate.optional(),
  }),
});
export type VerifiedIdentity = z.infer<typeof verifiedIdentity>;
