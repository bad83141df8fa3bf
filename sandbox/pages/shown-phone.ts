/** +1 202 555 0101, from E.164 of the North American plan; any other as it is. */
export function shownPhone(e164: string): string {
  if (!/^\+1\d{10}$/.test(e164)) return e164;
  return [e164.slice(0, 2), e164.slice(2, 5), e164.slice(5, 8), e164.slice(8)].join(' ');
}
