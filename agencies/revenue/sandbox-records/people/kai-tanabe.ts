import { wages } from '../documents.ts';
import { payers } from '../payers.ts';
import { type SeedPerson, town } from '../person.ts';

/** On file under a former name: the record does not open for Kai Nakamura. */
export const kaiTanabe: SeedPerson = {
  taxpayer: {
    customerFileNumber: '4100376618',
    taxpayerNumber: '909246630',
    numberKind: 'ssn',
    givenName: 'Kai',
    familyName: 'Tanabe',
    birthDate: '1997-08-24',
    address: town('16 Lighthouse Way', 'Port Alder', '00012'),
  },
  years: (latest) => [
    {
      taxYear: latest,
      filingStatus: 'single',
      documents: [wages(payers.bakery, 55_000_00, 5_100_00)],
      filedBy: 'electronic',
      receivedOn: `${latest + 1}-02-20`,
      processedOn: `${latest + 1}-03-02`,
      refund: { sentOn: `${latest + 1}-03-06`, accountLastFour: '3158' },
    },
  ],
  letters: () => [],
};
