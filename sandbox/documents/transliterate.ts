/**
 * A name as an issuing agency's machines hold it: capital A to Z, no marks (José becomes JOSE, Núñez NUNEZ).
 * AAMVA cards and passports' machine-readable zones both do so; hyphens, apostrophes and spaces stay.
 */
export function asPrinted(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'L')
    .replace(/[øØ]/g, 'O')
    .replace(/[đĐðÐ]/g, 'D')
    .replace(/[þÞ]/g, 'TH')
    .replace(/[ħĦ]/g, 'H')
    .replace(/ı/g, 'I')
    .replace(/[æÆ]/g, 'AE')
    .replace(/[œŒ]/g, 'OE')
    .replace(/[ßẞ]/g, 'SS')
    .replace(/[’‘`´]/g, "'")
    .toUpperCase()
    .replace(/[^A-Z0-9 '#/.,-]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
