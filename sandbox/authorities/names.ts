/** A name reduced to what registers compare: letters only, without case or marks. */
function comparable(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/**
 * A house and its street, or a city: case, marks and punctuation make no other place of it, and where a number ends does: 12
 * 3rd Street is not 1 23rd Street.
 */
export const samePlace = (one: string, other: string): boolean => placeOf(one) === placeOf(other);

const placeOf = (text: string): string =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{N}+|\p{L}+/gu) ?? []
  ).join(' ');

export function sameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

/** Given names match alone or with the middle name: forms ask for them in either way. */
function sameGivenName(
  asked: string,
  held: { readonly givenName: string; readonly middleName: string | null },
): boolean {
  return sameName(asked, held.givenName) || sameName(asked, `${held.givenName} ${held.middleName ?? ''}`);
}

/** Left out where the holder has one name only: the same where the record has none either. */
export const sameStatedGivenName = (
  asked: string | undefined,
  held: { readonly givenName: string; readonly middleName: string | null },
): boolean => (asked === undefined ? held.givenName === '' : sameGivenName(asked, held));
