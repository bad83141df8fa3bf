import { addDays } from '../../amounts-and-dates/day.ts';
import { document, wages } from '../documents.ts';
import { payers } from '../payers.ts';
import { type SeedPerson, town } from '../person.ts';

/** Sent his latest return late: approved, and the refund is on its way. A part of the one before went to a loan. */
export const samuelBrookes: SeedPerson = {
  taxpayer: {
    customerFileNumber: '4100388160',
    taxpayerNumber: '908357746',
    numberKind: 'ssn',
    givenName: 'Samuel Dean',
    familyName: 'Brookes',
    birthDate: '1997-05-03',
    address: town('450 Tannery Row', 'San Telmo', '00031'),
  },
  years: (latest, today) => [
    {
      taxYear: latest,
      filingStatus: 'single',
      documents: [wages(payers.shipyard, 47_250_00, 4_400_00)],
      filedBy: 'electronic',
      receivedOn: addDays(today, -9),
      processedOn: addDays(today, -2),
      refund: { accountLastFour: '0077' },
    },
    {
      taxYear: latest - 1,
      filingStatus: 'single',
      documents: [
        wages(payers.shipyard, 44_100_00, 3_950_00),
        document('1098-T', payers.college, { 'tuition-payments': 2_400_00 }),
      ],
      filedBy: 'electronic',
      receivedOn: `${latest}-03-14`,
      processedOn: `${latest}-03-24`,
      refund: {
        sentOn: `${latest}-03-28`,
        accountLastFour: '0077',
        offset: { amount: 250_00, debt: 'student-loan' },
      },
    },
  ],
  letters: (latest, today) => [
    { kind: 'refund-approved', taxYear: latest, sentOn: addDays(today, -2) },
    { kind: 'refund-offset', taxYear: latest - 1, sentOn: `${latest}-03-28`, amount: 250_00 },
  ],
};
