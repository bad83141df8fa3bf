import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { err, ok, type Result } from '../../kernel/index.ts';
import { numberFor, type PhoneNumber, type PhoneNumberProblem, readNumber } from './phone-number.ts';
import type { NumberProfile } from './ssn.ts';

/** How a code gets to a phone. */
export type CodeBy = 'text' | 'voice';

/** A number that codes may go to, with what limits on sending count by. */
export interface CodePhone {
  readonly number: PhoneNumber;
  /** ISO 3166, two letters; undefined where a number belongs to no one country (satellites). */
  readonly country: string | undefined;
  /** The number without its last four digits: a block that one carrier has, and that toll fraud is paid by. */
  readonly prefix: string;
}

export type CodePhoneProblem =
  | PhoneNumberProblem
  | 'costs-extra' // premium rate, shared cost: its owner earns from every call to it
  | 'toll-free'
  | 'internet-phone' // SP 800-63B-4 section 3.1.3: no specific device holds it
  | 'cannot-be-reached'; // pager, voice mail, a number that follows somebody around

/**
 * Reads a typed number as one that gets codes by text or by call. International numbers begin with +. What only the
 * carrier knows (a landline of the North American plan, a line out of service) it is asked about later.
 */
export function parseCodePhone(
  typed: string,
  profile: NumberProfile,
  by: CodeBy,
): Result<CodePhone, CodePhoneProblem> {
  const read = readNumber(typed);
  if (!read.ok) return read;
  const problem = problemOf(read.value.getType(), by);
  if (problem) return err(problem);
  const number = numberFor(read.value, profile);
  if (!number.ok) return number;
  return ok(codePhoneOf(number.value));
}

/** Makes one of a number that was accepted before. */
export const codePhoneOf = (number: PhoneNumber): CodePhone => ({
  number,
  country: parsePhoneNumberFromString(number)?.country,
  prefix: number.slice(0, -4),
});

function problemOf(type: NumberType, by: CodeBy): CodePhoneProblem | undefined {
  switch (type) {
    case 'MOBILE':
    case 'FIXED_LINE_OR_MOBILE':
      return undefined;
    case 'FIXED_LINE':
      return by === 'text' ? 'gets-no-texts' : undefined;
    case 'PREMIUM_RATE':
    case 'SHARED_COST':
      return 'costs-extra';
    case 'TOLL_FREE':
      return 'toll-free';
    case 'VOIP':
      return 'internet-phone';
    default:
      return 'cannot-be-reached';
  }
}
