import { addDays } from '../../amounts-and-dates/day.ts';
import { document, wages } from '../documents.ts';
import { payers } from '../payers.ts';
import { type SeedPerson, town } from '../person.ts';

/** Sent her latest return on paper, too recently to be followed. */
export const imaniOkoro: SeedPerson = {
  taxpayer: {
    customerFileNumber: '4100390247',
    taxpayerNumber: '906293371',
    numberKind: 'ssn',
    givenName: 'Imani',
    familyName: 'Okoro',
    birthDate: '1998-02-11',
    address: town('1203 Kestrel Avenue', 'Eastmoor', '00063'),
  },
  years: (latest, today) => [
    {
      taxYear: latest,
      filingStatus: 'single',
      documents: [
        wages(payers.school, 52_100_00, 5_300_00),
        document('1099-INT', payers.bank, { interest: 600_00 }, '7009130'),
      ],
      filedBy: 'paper',
      receivedOn: addDays(today, -10),
    },
    {
      taxYear: latest - 1,
      filingStatus: 'single',
      documents: [wages(payers.school, 49_880_00, 4_300_00)],
      filedBy: 'electronic',
      receivedOn: `${latest}-02-27`,
      processedOn: `${latest}-03-10`,
      refund: { sentOn: `${latest}-03-14`, accountLastFour: '9130' },
    },
  ],
  letters: () => [],
};
