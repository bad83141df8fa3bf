import { z } from 'zod';

const isoDate = z.iso.date();

/** The vault's item `identity`: the person as they were proven. The one schema of it; proofing makes what fits here. */
export const identity = z.object({
  givenName: z.string(),
  middleName: z.string().optional(),
  familyName: z.string(),
  suffix: z.string().optional(), // JR, SR, III, 2ND: as the document writes it, without a dot
  birthDate: isoDate,
  address: z
    .object({ street: z.string(), city: z.string(), state: z.string(), postalCode: z.string() })
    .optional(),
  ssn: z.string().regex(/^\d{9}$/),
  numberKind: z.literal('itin').optional(), // absent: an SSN
  document: z.object({
    type: z.string().min(1), // a kind of evidence, of which the vault knows nothing
    number: z.string(),
    issuerId: z.string(),
    expiryDate: isoDate.optional(),
  }),
});
export type Identity = z.infer<typeof identity>;
