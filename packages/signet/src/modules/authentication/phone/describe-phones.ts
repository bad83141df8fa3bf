import type { PhoneDescriptions } from '../authenticators/index.ts';
import { masked, openNumber } from './phone-number-seal.ts';
import { waysTo } from './phone-ways.ts';
import type { PhoneKeys } from './ports.ts';

/** How a person's phones are shown beside their other authenticators. */
export const createPhoneDescriptions = (
  kms: Pick<PhoneKeys, 'unwrap'>,
  calls: boolean,
): PhoneDescriptions => ({
  masked: async (person, id, sealed) => masked((await openNumber(kms, person, id, sealed)).reveal()),
  ways: (kind) => waysTo(kind, calls),
});
