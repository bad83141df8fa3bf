import { document, wages } from '../documents.ts';
import { payers } from '../payers.ts';
import { type SeedPerson, town } from '../person.ts';

const address = town('77 Alameda del Río Apt 3', 'San Telmo', '00031');
const joseNumber = '4100351902';
const luciaNumber = '4100351919';

const daughters = [
  { givenName: 'Inés', familyName: 'Núñez Vega', ssnLastFour: '7741', relation: 'child' },
  { givenName: 'Carmen', familyName: 'Núñez Vega', ssnLastFour: '7742', relation: 'child' },
] as const;

/** Files jointly with Lucía; paid the latest year late, and owes what a penalty and interest added. */
export const joseNunez: SeedPerson = {
  taxpayer: {
    customerFileNumber: joseNumber,
    taxpayerNumber: '666217730',
    numberKind: 'ssn',
    givenName: 'José María',
    familyName: 'Núñez-Ortiz',
    birthDate: '1989-11-02',
    address,
  },
  spouse: luciaNumber,
  years: (latest) => [
    {
      taxYear: latest,
      filingStatus: 'married-joint',
      dependents: daughters,
      documents: [
        wages(payers.hospital, 84_300_00, 7_150_00),
        document(
          '1099-DIV',
          payers.fund,
          { 'ordinary-dividends': 1_600_00, 'qualified-dividends': 1_100_00 },
          '31840092',
        ),
      ],
      spouseDocuments: [wages(payers.school, 36_000_00, 0)],
      filedBy: 'electronic',
      receivedOn: `${latest + 1}-04-14`,
      processedOn: `${latest + 1}-05-05`,
      further: [
        { code: '276', postedOn: `${latest + 1}-05-26`, amount: 7_55 },
        { code: '196', postedOn: `${latest + 1}-05-26`, amount: 12_18 },
        { code: '670', postedOn: `${latest + 1}-05-28`, amount: -600_00 },
      ],
    },
    {
      taxYear: latest - 1,
      filingStatus: 'married-joint',
      dependents: daughters,
      documents: [wages(payers.hospital, 79_450_25, 8_800_00)],
      spouseDocuments: [wages(payers.school, 33_000_00, 2_000_00)],
      filedBy: 'electronic',
      receivedOn: `${latest}-03-29`,
      processedOn: `${latest}-04-18`,
      refund: { sentOn: `${latest}-04-24`, accountLastFour: '0092' },
    },
    {
      taxYear: latest - 2,
      filingStatus: 'single',
      documents: [wages(payers.hospital, 58_020_00, 5_600_00)],
      filedBy: 'paper',
      receivedOn: `${latest - 1}-03-08`,
      processedOn: `${latest - 1}-04-22`,
      refund: { sentOn: `${latest - 1}-04-29` },
    },
  ],
  letters: (latest) => [
    { kind: 'balance-due', taxYear: latest, sentOn: `${latest + 1}-05-29`, dueOn: `${latest + 1}-06-19` },
  ],
};

/** José's wife: she has an ITIN, and sees the joint years from her own file. */
export const luciaVega: SeedPerson = {
  taxpayer: {
    customerFileNumber: luciaNumber,
    taxpayerNumber: '912934471', // group 93 of 9xx is no ITIN either, so nobody can have been given it (D6)
    numberKind: 'itin',
    givenName: 'Lucía',
    familyName: 'Vega Montero',
    birthDate: '1991-07-19',
    address,
  },
  years: () => [],
  letters: () => [],
};
