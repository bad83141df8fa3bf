import { z } from 'zod';

/**
 * Where a network address is, as far as such data says: the place of a network, not of a person. Never kept in clear.
 */
export const placeSchema = z.object({
  /** The computer that Signet itself runs on (sandbox). */
  thisComputer: z.literal(true).exactOptional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(), // ISO 3166-1
  region: z.string().max(80).exactOptional(),
  city: z.string().max(80).exactOptional(),
  /** Degrees, and how far off they may be. */
  at: z.object({ latitude: z.number(), longitude: z.number(), radiusKm: z.number() }).exactOptional(),
  /** The address hides where its user is: a VPN, a relay, an exit of an anonymizing network. */
  anonymizer: z.literal(true).exactOptional(),
});

export type Place = z.infer<typeof placeSchema>;

/** The place of a network address (IPv4 or IPv6); undefined where nothing is known. Asks nobody outside. */
export type PlaceOf = (address: string) => Place | undefined;

/** Where the operator has no such data. */
export const placesUnknown: PlaceOf = () => undefined;
