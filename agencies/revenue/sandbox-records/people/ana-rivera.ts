import { document, leftOff, wages } from '../documents.ts';
import { payers } from '../payers.ts';
import { type SeedPerson, town } from '../person.ts';

const mateo = { givenName: 'Mateo', familyName: 'Rivera', ssnLastFour: '3425', relation: 'child' } as const;

/** One child, refunds every spring; the year before last was amended for a forgotten interest statement. */
export const anaRivera: SeedPerson = {
  taxpayer: {
    customerFileNumber: '4100327784',
    taxpayerNumber: '900123417',
    numberKind: 'ssn',
    givenName: 'Ana Lucia',
    familyName: 'Rivera',
    birthDate: '1983-03-14',
    address: town('1420 Juniper Street', 'Port Alder', '00012'),
  },
  years: (latest) => [
    {
      taxYear: latest,
      filingStatus: 'head-of-household',
      dependents: [mateo],
      documents: [
        wages(payers.shipyard, 68_200_00, 6_240_00),
        document('1099-INT', payers.bank, { interest: 212_00 }, '7004821'),
      ],
      filedBy: 'electronic',
      receivedOn: `${latest + 1}-02-11`,
      processedOn: `${latest + 1}-02-20`,
      refund: { sentOn: `${latest + 1}-02-25`, accountLastFour: '4821' },
    },
    {
      taxYear: latest - 1,
      filingStatus: 'head-of-household',
      dependents: [mateo],
      documents: [
        wages(payers.shipyard, 64_800_00, 5_180_00),
        leftOff(document('1099-INT', payers.bank, { interest: 105_50 }, '7004821')),
        document('1098', payers.bank, { 'mortgage-interest': 8_960_12 }, '5530071'),
      ],
      filedBy: 'electronic',
      receivedOn: `${latest}-02-19`,
      processedOn: `${latest}-03-03`,
      rejectedBefore: { sentOn: `${latest}-02-17`, rejection: 'prior-year-income-differs' },
      refund: { sentOn: `${latest}-03-07`, accountLastFour: '4821' },
      amended: {
        filedBy: 'electronic',
        sentOn: `${latest}-06-02`,
        state: 'completed',
        since: `${latest}-08-21`,
        paidOn: `${latest}-08-29`,
      },
    },
    {
      taxYear: latest - 2,
      filingStatus: 'single',
      documents: [wages(payers.shipyard, 61_300_00, 5_000_00)],
      filedBy: 'electronic',
      receivedOn: `${latest - 1}-04-02`,
      processedOn: `${latest - 1}-04-16`,
      further: [{ code: '610', postedOn: `${latest - 1}-04-15`, amount: -316_00 }],
    },
    {
      taxYear: latest - 3,
      filingStatus: 'single',
      documents: [
        wages(payers.bakery, 31_050_00, 2_900_00),
        document('1099-G', payers.labor, { unemployment: 4_316_00, 'federal-tax-withheld': 430_00 }),
      ],
      filedBy: 'paper',
      receivedOn: `${latest - 2}-03-21`,
      processedOn: `${latest - 2}-05-04`,
      refund: { sentOn: `${latest - 2}-05-12` },
    },
  ],
  letters: (latest) => [
    { kind: 'refund-approved', taxYear: latest, sentOn: `${latest + 1}-02-20` },
    { kind: 'return-adjusted', taxYear: latest - 1, sentOn: `${latest}-08-21` },
    { kind: 'amended-return-received', taxYear: latest - 1, sentOn: `${latest}-06-05` },
    { kind: 'return-rejected', taxYear: latest - 1, sentOn: `${latest}-02-17` },
  ],
};
