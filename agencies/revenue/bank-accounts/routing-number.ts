/**
 * Whether nine digits can be a bank's routing number (T6): the ABA check digit, weights 3-7-1, modulo 10. Says nothing
 * about whether there is such a bank.
 */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const weights = [3, 7, 1] as const;
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * (weights[at % 3] ?? 0), 0);
  return sum % 10 === 0;
}
