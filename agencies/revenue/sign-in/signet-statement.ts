import type { SignIn } from '@signet/relying-party';
import { z } from 'zod';

/** One thing that a person showed to Signet, and how Signet made sure of it. */
export interface ShownEvidence {
  /** Signet's word for it: `drivers-license`, `passport` … */
  readonly kind: string;
  readonly issuer: string | undefined;
  readonly checks: readonly { readonly method: string; readonly at: string | undefined }[];
}

/** What Signet told the department at a sign-in, for the person to see again. JSON; without the taxpayer number. */
export interface SignetStatement {
  readonly name: string;
  readonly birthDate: string | undefined;
  readonly address: string | undefined;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly provenAt: string | undefined;
  readonly evidence: readonly ShownEvidence[];
}

const moment = z.iso.datetime({ offset: true }).optional().catch(undefined);

const evidenceSchema = z.object({
  type: z.string(),
  kind: z.string().optional().catch(undefined),
  issuer: z.object({ name: z.string() }).optional().catch(undefined),
  check_details: z
    .array(z.object({ check_method: z.string(), time: moment }))
    .optional()
    .catch(undefined),
});

/** Only verified details, and the e-mail address if it was shared (P7). Undefined when nothing was verified. */
export function signetStatement({ claims, verifiedClaims }: SignIn): SignetStatement | undefined {
  if (!verifiedClaims) return undefined;
  const { verification, claims: verified } = verifiedClaims;
  const { street_address: street, locality, region, postal_code: postalCode } = verified.address ?? {};
  return {
    name: [verified.given_name, verified.middle_name, verified.family_name, verified.name_suffix]
      .filter(Boolean)
      .join(' '),
    birthDate: verified.birthdate,
    address: street && `${street}, ${locality ?? ''}, ${region ?? ''} ${postalCode ?? ''}`,
    email: claims.email,
    emailVerified: claims.email_verified === true,
    provenAt: moment.parse(verification.time),
    evidence: (verification.evidence ?? []).flatMap((one) => {
      const shown = evidenceSchema.safeParse(one);
      if (!shown.success) return [];
      const { type, kind = type, issuer, check_details: checks = [] } = shown.data;
      return [
        {
          kind,
          issuer: issuer?.name,
          checks: checks.map(({ check_method: method, time: at }) => ({ method, at })),
        },
      ];
    }),
  };
}
