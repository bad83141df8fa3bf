import { isIP } from 'node:net';
import { Reader } from 'maxmind';
import { z } from 'zod';
import { AppError } from '../../../kernel/index.ts';
import { readSettingFile } from '../../../platform/config/index.ts';
import { type Place, type PlaceOf, placeSchema } from '../place.ts';

const named = z.looseObject({ names: z.looseObject({ en: z.string().optional() }).optional() });

/** What is read of a record, in the fields of MaxMind's City and Enterprise databases, which others follow. */
const recordSchema = z.looseObject({
  country: named.extend({ iso_code: z.string().optional() }).optional(),
  subdivisions: z.array(named).optional(),
  city: named.optional(),
  location: z
    .looseObject({
      latitude: z.number().optional(),
      longitude: z.number().optional(),
      accuracy_radius: z.number().optional(),
    })
    .optional(),
  traits: z.looseObject({}).optional(),
});

const anonymizerTraits = [
  'is_anonymous',
  'is_anonymous_proxy',
  'is_anonymous_vpn',
  'is_public_proxy',
  'is_residential_proxy',
  'is_tor_exit_node',
];

/** Where no radius is given: as wide as a country, so that nothing is concluded from it. */
const widestRadiusKm = 1000;

/**
 * Places from an MMDB file of the operator's own (MaxMind GeoLite2 City or another in its fields), read once at start:
 * nobody is asked about a person's address. Throws AppError `bad-setting` when the file cannot serve.
 */
export async function mmdbPlaces(file: string): Promise<PlaceOf> {
  const reader = readerOf(file, await readSettingFile('SIGNET_PLACES_FILE', file, largestFile));
  return (address) => {
    const plain = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1] ?? address;
    if (isIP(plain) === 0) return undefined;
    if (isIP(plain) === 6 && reader.metadata.ipVersion === 4) return undefined;
    const record = recordSchema.safeParse(reader.get(plain));
    return record.success ? placeIn(record.data) : undefined;
  };
}

/** The largest of MaxMind's own have less than a quarter of it, in bytes. */
const largestFile = 2 ** 31 - 1;

function readerOf(file: string, bytes: Buffer): Reader<Record<string, unknown>> {
  try {
    return new Reader(bytes);
  } catch (cause) {
    const message = `Setting SIGNET_PLACES_FILE: ${file} cannot be read as a MaxMind DB file`;
    throw new AppError('bad-setting', { message, cause });
  }
}

function placeIn(record: z.infer<typeof recordSchema>): Place | undefined {
  const { country, subdivisions, city, location, traits } = record;
  const { latitude, longitude, accuracy_radius: radiusKm = widestRadiusKm } = location ?? {};
  const known = {
    country: country?.iso_code,
    region: subdivisions?.[0]?.names?.en,
    city: city?.names?.en,
    at: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude, radiusKm },
    anonymizer: anonymizerTraits.some((name) => traits?.[name] === true) || undefined,
  };
  const place = placeSchema.safeParse(
    Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  );
  return place.success && Object.keys(place.data).length > 0 ? place.data : undefined;
}
