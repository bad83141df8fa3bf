import type { SandboxPerson } from './person.ts';
import { person } from './with-story.ts';

/** License holders whose names or cards are out of the ordinary. */
export const moreLicenseHolders: readonly SandboxPerson[] = [
  person('passes-without-tax-record', {
    id: 'luis-rivera-jr',
    givenName: 'Luis',
    middleName: 'Alberto',
    familyName: 'Rivera',
    suffix: 'JR',
    birthDate: '1996-01-25',
    sex: 'male',
    address: { street: '1420 Juniper Street', city: 'Port Alder', state: 'ZZ', postalCode: '00012' },
    looks: { heightInches: 69, eyes: 'BRO', hair: 'BLK' },
    license: { number: 'N0046213', issued: '2024-01-25', expires: '2032-01-25' },
    phone: '+12025550135',
    ssn: '924-36-7715',
    portrait: 'p02_0',
    selfie: 'p02_1',
    story: {
      en: 'RIVERA JR, and a license number that begins with N. Verified; the Department of Revenue has no record.',
      es: 'RIVERA JR, y un número de licencia que empieza con N. Queda verificado; Ingresos no tiene registro.',
    },
  }),
];
