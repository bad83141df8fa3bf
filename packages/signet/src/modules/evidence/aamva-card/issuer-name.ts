/** Issuer identification numbers that AAMVA publishes: who issued a license or ID card, in the order of the numbers. */
const jurisdictions: readonly (readonly [first: number, ...names: string[]])[] = [
  [
    604426,
    'Prince Edward Island',
    'American Samoa',
    'Quebec',
    'Yukon',
    'Northern Mariana Islands',
    'Puerto Rico',
    'Alberta',
    'Nunavut',
    'Northwest Territories',
  ],
  [
    636000,
    ...['Virginia', 'New York', 'Massachusetts', 'Maryland', 'North Carolina', 'South Carolina'],
    ...['Connecticut', 'Louisiana', 'Montana', 'New Mexico', 'Florida', 'Delaware', 'Ontario'],
    ...['Nova Scotia', 'California', 'Texas', 'Newfoundland and Labrador', 'New Brunswick', 'Iowa'],
    ...['Guam', 'Colorado', 'Arkansas', 'Kansas', 'Ohio', 'Vermont', 'Pennsylvania', 'Arizona'],
    ...['U.S. Department of State', 'British Columbia', 'Oregon', 'Missouri', 'Wisconsin', 'Michigan'],
    ...['Alabama', 'North Dakota', 'Illinois', 'New Jersey', 'Indiana', 'Minnesota', 'New Hampshire'],
    ...['Utah', 'Maine', 'South Dakota', 'District of Columbia', 'Saskatchewan', 'Washington'],
    ...['Kentucky', 'Hawaii', 'Manitoba', 'Nevada', 'Idaho', 'Mississippi', 'Rhode Island'],
    ...['Tennessee', 'Nebraska', 'Georgia', 'Coahuila', 'Hidalgo', 'Oklahoma', 'Alaska', 'Wyoming'],
    ...['West Virginia', 'U.S. Virgin Islands'],
  ],
  [636998, 'Province of Larch', 'Commonwealth of Alder'], // the sandbox's made-up ones
];

const names = new Map(
  jurisdictions.flatMap(([first, ...inOrder]) =>
    inOrder.map((name, at): [string, string] => [String(first + at), name]),
  ),
);

/** The number of the issuer that a print names, its longest name first: Virginia is in West Virginia. */
export function issuerNamedIn(texts: readonly string[]): string | undefined {
  const letters = (text: string) => text.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const print = texts.map(letters);
  const byLength = [...names].sort(([, a], [, b]) => b.length - a.length);
  return byLength.find(([, name]) => print.some((text) => text.includes(letters(name))))?.[0];
}

/** The issuer in words. A carrier's short name ("alder-wireless") is written out; a number on no list stays. */
export const issuerName = (issuerId: string): string =>
  names.get(issuerId) ?? (/^[a-z0-9-]+$/.test(issuerId) ? writtenOut(issuerId) : issuerId);

const writtenOut = (shortName: string): string =>
  shortName
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
