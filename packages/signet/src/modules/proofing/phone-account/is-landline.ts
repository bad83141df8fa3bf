import type { PersonId, Redacted } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import { phoneAccountLimits } from './limits.ts';
import type { LineTypeOf } from './ports.ts';

interface Needs {
  readonly lineTypeOf: LineTypeOf;
  readonly quotas: Quotas;
}

/**
 * A landline of the North American plan looks like a mobile phone; only its carrier knows, and a text to it is lost. Where
 * the carrier is silent, or was asked as often as it may be for this person, the text goes out, and the checks ask later.
 */
export async function isLandline(
  { lineTypeOf, quotas }: Needs,
  person: PersonId,
  number: Redacted<PhoneNumber>,
): Promise<boolean> {
  const taken = await quotas.take([{ limit: phoneAccountLimits['line-asked'], of: [person] }]);
  return taken.allowed && (await lineTypeOf(number)) === 'landline';
}
