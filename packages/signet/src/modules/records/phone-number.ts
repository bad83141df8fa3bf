import { parsePhoneNumberFromString, type PhoneNumber as Read } from 'libphonenumber-js/max';
import { err, ok, type Result } from '../../kernel/index.ts';
import type { NumberProfile } from './ssn.ts';

declare const brand: unique symbol;
/** A phone number that may get text messages, in E.164: `+12025550101`. */
export type PhoneNumber = string & { readonly [brand]: 'PhoneNumber' };

/** Why a typed number was not taken. The words a person reads come from the locale by this code. */
export type PhoneNumberProblem =
  | 'empty'
  | 'not-a-phone-number'
  | 'has-an-extension' // a switchboard's: nobody's own account
  | 'gets-no-texts' // toll-free, premium, a fixed line where those are told apart
  | 'fictional' // 555-0100 to 555-0199, which nobody has
  | 'not-for-sandbox'; // a number that somebody could really have: they would get a stranger's code

/** E.164 has at most 15 digits; the rest is room for how people group them. */
const longest = 40;

const getsTexts: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP'];

/** Kept for fiction: in every area code of the North American plan, in Sweden and in Australia. */
const fictional = /^\+(1\d{3}55501\d\d|467017406(0[5-9]|[1-9]\d)|6149157015[6-9])$/;

/**
 * Reads a typed phone number: of the United States unless it begins with + and a country. Says only what can be told
 * from the number itself; whether it is a mobile phone, and whose, the carrier says. As with SSNs (D7), the sandbox
 * takes only numbers that nobody has, and production only the others.
 */
export function parsePhoneNumber(
  typed: string,
  profile: NumberProfile,
): Result<PhoneNumber, PhoneNumberProblem> {
  const read = readNumber(typed);
  if (!read.ok) return read;
  if (!getsTexts.includes(read.value.getType())) return err('gets-no-texts');
  return numberFor(read.value, profile);
}

/** What may be a number of somebody, of whatever kind. */
export function readNumber(typed: string): Result<Read, 'empty' | 'not-a-phone-number' | 'has-an-extension'> {
  const text = typed.trim();
  if (text === '') return err('empty');
  if (text.length > longest) return err('not-a-phone-number');
  const read = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false });
  if (!read?.isValid()) return err('not-a-phone-number');
  return read.ext ? err('has-an-extension') : ok(read);
}

export function numberFor(
  { number }: Read,
  profile: NumberProfile,
): Result<PhoneNumber, 'fictional' | 'not-for-sandbox'> {
  const nobodys = fictional.test(number);
  if (profile === 'sandbox' && !nobodys) return err('not-for-sandbox');
  if (profile === 'production' && nobodys) return err('fictional');
  return ok(number as string as PhoneNumber);
}

/** The four digits that may be shown (T2). */
export const phoneLast4 = (phone: PhoneNumber): string => phone.slice(-4);
