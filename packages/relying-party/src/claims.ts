import { z } from 'zod';
import { type Levels, levelInAcr } from './levels.ts';

/** OpenID Connect Core 1.0, section 5.1.1. */
const addressSchema = z.looseObject({
  formatted: z.string().optional(),
  street_address: z.string().optional(),
  locality: z.string().optional(),
  region: z.string().optional(),
  postal_code: z.string().optional(),
  country: z.string().optional(),
});

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const personSchema = z.looseObject({
  given_name: z.string().optional(),
  middle_name: z.string().optional(),
  name_suffix: z.string().optional(),
  family_name: z.string().optional(),
  birthdate: dateSchema.optional(),
  address: addressSchema.optional(),
  /** Signet's own claim, only for an agency that is entitled to it. Given to the agency as nine digits. */
  social_security_number: z
    .string()
    .regex(/^\d{3}-?\d{2}-?\d{4}$/)
    .transform((ssn) => ssn.replaceAll('-', ''))
    .optional(),
});

/** OpenID Identity Assurance Schema 1.0: what was verified, and how (P7). */
const verifiedClaimsSchema = z.looseObject({
  verification: z.looseObject({
    trust_framework: z.string(),
    assurance_level: z.string().optional(),
    time: z.string().optional(),
    evidence: z.array(z.looseObject({ type: z.string() })).optional(),
  }),
  claims: personSchema,
});

export const claimsSchema = personSchema.extend({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  verified_claims: verifiedClaimsSchema.optional(),
});

/** What the ID token must say about the event, whatever else it carries (C8). */
export const idTokenSchema = z.looseObject({
  sub: z.string().min(1),
  auth_time: z.number().int().positive(),
  sid: z.string().optional(),
  acr: z.string().optional(),
  amr: z.array(z.string()).default([]),
  ial: z.number().int().min(0).max(3).optional(),
  aal: z.number().int().min(0).max(3).optional(),
  fal: z.number().int().min(0).max(3).optional(),
});

export type Address = z.infer<typeof addressSchema>;
export type VerifiedClaims = z.infer<typeof verifiedClaimsSchema>;
export type Claims = z.infer<typeof claimsSchema>;

/** The levels that the ID token reports: Signet's numbers or, from another provider, what `acr` names. */
export function levelsOf(idToken: z.infer<typeof idTokenSchema>): Levels {
  const { acr, amr } = idToken;
  return {
    ial: idToken.ial ?? levelInAcr(acr, 'ial'),
    aal: idToken.aal ?? levelInAcr(acr, 'aal'),
    fal: idToken.fal ?? levelInAcr(acr, 'fal'),
    acr,
    amr,
  };
}
