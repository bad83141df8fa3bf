import { document } from '../documents.ts';
import { payers } from '../payers.ts';
import { type SeedPerson, town } from '../person.ts';

/** Owns a small design business, pays as the year goes, and fell behind with the latest two years. */
export const robinAldous: SeedPerson = {
  taxpayer: {
    customerFileNumber: '4100214453',
    taxpayerNumber: '907185512',
    numberKind: 'ssn',
    givenName: 'Robin',
    familyName: 'Aldous',
    birthDate: '1965-10-26',
    address: town('34 Weaver Mews', 'Port Alder', '00012'),
    business: { name: 'Aldous Lettering Workshop', ein: '00-6139047' },
  },
  years: (latest) => [
    {
      taxYear: latest,
      filingStatus: 'surviving-spouse',
      documents: [
        document('1099-NEC', payers.studio, { 'nonemployee-compensation': 61_400_00 }),
        document(
          '1099-R',
          payers.pension,
          { 'gross-distribution': 14_400_00, 'taxable-amount': 12_240_00 },
          'WG-22-8814',
        ),
      ],
      businessProfit: 83_800_00,
      estimated: [
        { on: `${latest}-04-15`, amount: 2_372_20 },
        { on: `${latest}-06-15`, amount: 2_372_20 },
        { on: `${latest}-09-15`, amount: 2_372_20 },
        { on: `${latest + 1}-01-15`, amount: 2_372_20 },
      ],
      filedBy: 'electronic',
      receivedOn: `${latest + 1}-03-30`,
      processedOn: `${latest + 1}-04-13`,
    },
    {
      taxYear: latest - 1,
      filingStatus: 'surviving-spouse',
      documents: [
        document('1099-NEC', payers.studio, { 'nonemployee-compensation': 44_000_00 }),
        document('SSA-1099', payers.pension, { 'net-benefits': 9_600_00 }),
      ],
      businessProfit: 70_115_00,
      estimated: [
        { on: `${latest - 1}-04-15`, amount: 3_000_00 },
        { on: `${latest - 1}-09-15`, amount: 3_000_00 },
      ],
      filedBy: 'electronic',
      receivedOn: `${latest}-04-01`,
      processedOn: `${latest}-04-15`,
      further: [
        { code: '276', postedOn: `${latest}-07-20`, amount: 61_07 },
        { code: '196', postedOn: `${latest}-07-20`, amount: 88_40 },
        { code: '670', postedOn: `${latest}-08-02`, amount: -500_00 },
        { code: '671', postedOn: `${latest}-08-06`, amount: 500_00 },
      ],
    },
  ],
  letters: (latest) => [
    { kind: 'balance-due', taxYear: latest, sentOn: `${latest + 1}-04-20`, dueOn: `${latest + 1}-05-11` },
    { kind: 'payment-returned', taxYear: latest - 1, sentOn: `${latest}-08-06`, amount: 500_00 },
    { kind: 'balance-due', taxYear: latest - 1, sentOn: `${latest}-07-20`, dueOn: `${latest}-08-10` },
  ],
};
