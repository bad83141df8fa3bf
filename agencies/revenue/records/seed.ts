import type { TaxYearAccount } from '../accounts/account.ts';
import { addDays } from '../accounts/refund-progress.ts';
import { accountOf, type SeedYear } from './seed-year.ts';
import type { Taxpayer } from './taxpayer.ts';

/**
 * The sandbox's master file. Its people are nobody: their numbers are in areas that are never issued (D7).
 * Nora Lindgren (901-33-0642) is left out on purpose: she has no record here. Kai Nakamura is on file under
 * a former name, so his record does not open.
 */
export interface SeedTaxpayer {
  readonly ssn: string;
  readonly taxpayer: Omit<Taxpayer, 'ssnLastFour'>;
  readonly accounts: readonly TaxYearAccount[];
}

/** The latest tax year whose return was due before `today`. */
const latestTaxYear = (today: string): number =>
  Number(today.slice(0, 4)) - (today.slice(5) > '05-31' ? 1 : 2);

type History = (latest: number, today: string) => readonly SeedYear[];

const anaRivera: History = (latest) => [
  {
    taxYear: latest,
    filingStatus: 'head-of-household',
    income: 68_412_00,
    withheld: 6_240_00,
    filedBy: 'electronic',
    receivedOn: `${latest + 1}-02-11`,
    processedOn: `${latest + 1}-02-20`,
    refundSentOn: `${latest + 1}-02-25`,
    refundAccountLastFour: '4821',
  },
  {
    taxYear: latest - 1,
    filingStatus: 'head-of-household',
    income: 64_905_50,
    withheld: 5_180_00,
    filedBy: 'electronic',
    receivedOn: `${latest}-02-19`,
    processedOn: `${latest}-03-03`,
    refundSentOn: `${latest}-03-07`,
    refundAccountLastFour: '4821',
  },
  {
    taxYear: latest - 2,
    filingStatus: 'single',
    income: 61_300_00,
    withheld: 5_000_00,
    filedBy: 'electronic',
    receivedOn: `${latest - 1}-04-02`,
    processedOn: `${latest - 1}-04-16`,
    further: [{ code: '610', postedOn: `${latest - 1}-04-15`, amount: -316_00 }],
  },
];

const joseNunez: History = (latest) => [
  {
    taxYear: latest,
    filingStatus: 'married-joint',
    income: 121_900_00,
    withheld: 13_800_00,
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
    income: 112_450_25,
    withheld: 11_920_00,
    filedBy: 'electronic',
    receivedOn: `${latest}-03-29`,
    processedOn: `${latest}-04-18`,
    further: [{ code: '610', postedOn: `${latest}-04-12`, amount: -1_179_06 }],
  },
  {
    taxYear: latest - 2,
    filingStatus: 'single',
    income: 58_020_00,
    withheld: 5_600_00,
    filedBy: 'paper',
    receivedOn: `${latest - 1}-03-08`,
    processedOn: `${latest - 1}-04-22`,
    refundSentOn: `${latest - 1}-04-29`,
  },
];

/** Sent his latest return late: approved, and the refund is on its way. */
const samuelBrookes: History = (latest, today) => [
  {
    taxYear: latest,
    filingStatus: 'single',
    income: 47_250_00,
    withheld: 4_400_00,
    filedBy: 'electronic',
    receivedOn: addDays(today, -9),
    processedOn: addDays(today, -2),
    refundAccountLastFour: '0077',
  },
  {
    taxYear: latest - 1,
    filingStatus: 'single',
    income: 44_100_00,
    withheld: 3_950_00,
    filedBy: 'electronic',
    receivedOn: `${latest}-03-14`,
    processedOn: `${latest}-03-24`,
    refundSentOn: `${latest}-03-28`,
    refundAccountLastFour: '0077',
  },
];

/** Sent her latest return on paper, too recently to be followed. */
const imaniOkoro: History = (latest, today) => [
  {
    taxYear: latest,
    filingStatus: 'single',
    income: 52_700_00,
    withheld: 5_300_00,
    filedBy: 'paper',
    receivedOn: addDays(today, -10),
  },
  {
    taxYear: latest - 1,
    filingStatus: 'single',
    income: 49_880_00,
    withheld: 4_300_00,
    filedBy: 'electronic',
    receivedOn: `${latest}-02-27`,
    processedOn: `${latest}-03-10`,
    refundSentOn: `${latest}-03-14`,
    refundAccountLastFour: '9130',
  },
];

const robinAldous: History = (latest) => [
  {
    taxYear: latest,
    filingStatus: 'surviving-spouse',
    income: 96_040_00,
    withheld: 0,
    filedBy: 'electronic',
    receivedOn: `${latest + 1}-03-30`,
    processedOn: `${latest + 1}-04-13`,
    further: [
      { code: '660', postedOn: `${latest}-04-15`, amount: -2_372_20 },
      { code: '660', postedOn: `${latest}-06-15`, amount: -2_372_20 },
      { code: '660', postedOn: `${latest}-09-15`, amount: -2_372_20 },
      { code: '660', postedOn: `${latest + 1}-01-15`, amount: -2_372_20 },
    ],
  },
  {
    taxYear: latest - 1,
    filingStatus: 'married-joint',
    income: 90_115_00,
    withheld: 8_600_00,
    filedBy: 'electronic',
    receivedOn: `${latest}-04-01`,
    processedOn: `${latest}-04-15`,
    refundSentOn: `${latest}-04-19`,
    refundAccountLastFour: '6604',
  },
];

const kaiTanabe: History = (latest) => [
  {
    taxYear: latest,
    filingStatus: 'single',
    income: 55_000_00,
    withheld: 5_100_00,
    filedBy: 'electronic',
    receivedOn: `${latest + 1}-02-20`,
    processedOn: `${latest + 1}-03-02`,
    refundSentOn: `${latest + 1}-03-06`,
    refundAccountLastFour: '3158',
  },
];

const town = (street: string, city: string, postalCode: string) => ({
  street,
  city,
  state: 'ZZ',
  postalCode,
});

/** The records as they stand on `today` (`YYYY-MM-DD`): what is under way stays recent. */
export function seedTaxpayers(today: string): readonly SeedTaxpayer[] {
  const latest = latestTaxYear(today);
  const entry = (ssn: string, taxpayer: SeedTaxpayer['taxpayer'], history: History): SeedTaxpayer => ({
    ssn,
    taxpayer,
    accounts: history(latest, today).map(accountOf),
  });

  return [
    entry(
      '900-12-3417',
      {
        customerFileNumber: '4100327784',
        givenName: 'Ana Lucia',
        familyName: 'Rivera',
        birthDate: '1983-03-14',
        address: town('1420 Juniper Street', 'Port Alder', '00012'),
      },
      anaRivera,
    ),
    entry(
      '666-21-7730',
      {
        customerFileNumber: '4100351902',
        givenName: 'José María',
        familyName: 'Núñez-Ortiz',
        birthDate: '1989-11-02',
        address: town('77 Alameda del Río Apt 3', 'San Telmo', '00031'),
      },
      joseNunez,
    ),
    entry(
      '908-35-7746',
      {
        customerFileNumber: '4100388160',
        givenName: 'Samuel Dean',
        familyName: 'Brookes',
        birthDate: '1997-05-03',
        address: town('450 Tannery Row', 'San Telmo', '00031'),
      },
      samuelBrookes,
    ),
    entry(
      '906-29-3371',
      {
        customerFileNumber: '4100390247',
        givenName: 'Imani',
        familyName: 'Okoro',
        birthDate: '1998-02-11',
        address: town('1203 Kestrel Avenue', 'Eastmoor', '00063'),
      },
      imaniOkoro,
    ),
    entry(
      '907-18-5512',
      {
        customerFileNumber: '4100214453',
        givenName: 'Robin',
        familyName: 'Aldous',
        birthDate: '1965-10-26',
        address: town('34 Weaver Mews', 'Port Alder', '00012'),
      },
      robinAldous,
    ),
    entry(
      '909-24-6630',
      {
        customerFileNumber: '4100376618',
        givenName: 'Kai',
        familyName: 'Tanabe',
        birthDate: '1997-08-24',
        address: town('16 Lighthouse Way', 'Port Alder', '00012'),
      },
      kaiTanabe,
    ),
  ];
}
