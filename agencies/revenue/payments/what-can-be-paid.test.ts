import { describe, expect, it } from 'vitest';
import type { Day } from '../amounts-and-dates/day.ts';
import { type PayableFacts, whatCanBePaid } from './what-can-be-paid.ts';

const filed = (taxYear: number, processed = true) => ({ taxYear, processed });
const processedAll = [filed(2026), filed(2025), filed(2024), filed(2023)];

const payable = (today: Day, facts: Partial<PayableFacts> = {}) =>
  whatCanBePaid({ today, balances: [], returns: processedAll, ...facts });
const names = (today: Day, facts: Partial<PayableFacts> = {}) =>
  payable(today, facts).map(({ kind, taxYear }) => `${kind} ${taxYear}`);
const ofKind = (kind: string, today: Day, facts: Partial<PayableFacts> = {}) =>
  names(today, facts).filter((name) => name.startsWith(`${kind} `));

describe('finding T1: estimated tax', () => {
  it.each([
    ['2026-12-31', ['estimated 2026']],
    ['2027-01-01', ['estimated 2026', 'estimated 2027']],
    ['2027-01-10', ['estimated 2026', 'estimated 2027']],
    ['2027-01-15', ['estimated 2026', 'estimated 2027']],
    ['2027-01-16', ['estimated 2027']],
    ['2028-01-18', ['estimated 2027', 'estimated 2028']], // the 15th is a Saturday, the 17th a holiday
    ['2028-01-19', ['estimated 2028']],
  ])('finding T1: on %s is offered for %j', (today, years) =>
    expect(ofKind('estimated', today)).toEqual(years),
  );

  it('finding T1: is taken until its due day in January and for no day after it', () => {
    expect(payable('2027-01-10')[0]).toEqual({
      kind: 'estimated',
      taxYear: 2026,
      due: '2027-01-15',
      until: '2027-01-15',
    });
    const thisYear = payable('2027-01-10').find(({ taxYear }) => taxYear === 2027);
    expect(thisYear).toMatchObject({ due: '2028-01-18', until: '2028-01-10' }); // a payment lies a year ahead at most
    expect(payable('2026-11-29').find(({ kind }) => kind === 'estimated')?.until).toBe('2027-01-15');
  });
});

describe('finding T2: the tax of a return', () => {
  it.each([
    ['before the year has ended', '2026-12-31', [filed(2025), filed(2024), filed(2023)], []],
    ['once it has', '2027-01-01', [filed(2025), filed(2024)], ['return 2026']],
    ['on the filing day, not filed', '2027-04-15', [filed(2025), filed(2024)], ['return 2026']],
    [
      'received, not processed',
      '2026-11-29',
      [filed(2025, false), filed(2024), filed(2023)],
      ['return 2025'],
    ],
    ['processed', '2027-06-01', processedAll, []],
    ['of years that were never filed', '2027-04-15', [], ['return 2026', 'return 2025', 'return 2024']],
  ])('finding T2: %s', (_, today, returns, offered) =>
    expect(ofKind('return', today, { returns })).toEqual(offered),
  );

  it.each([
    ['2027-01-02', [filed(2025)], ['extension 2026']],
    ['2027-04-15', [filed(2025)], ['extension 2026']],
    ['2027-04-16', [filed(2025)], []],
    ['2027-03-01', [filed(2026, false)], []],
    ['2022-04-18', [], ['extension 2021']], // the 15th was kept as a holiday
    ['2022-04-19', [], []],
  ])('finding T2: an extension on %s', (today, returns, offered) =>
    expect(ofKind('extension', today, { returns })).toEqual(offered),
  );

  it('finding T2: an extension is paid by the day on which the return is due', () => {
    const [extension] = payable('2027-02-01', { returns: [] }).filter(({ kind }) => kind === 'extension');
    expect(extension?.until).toBe('2027-04-15');
  });

  it('finding T2: notices and amended returns are about processed years that are still open', () => {
    const returns = [filed(2026, false), filed(2025), filed(2024), filed(2021)];
    expect(ofKind('notice', '2027-05-01', { returns })).toEqual(['notice 2025', 'notice 2024']);
    expect(ofKind('amended-return', '2027-05-01', { returns })).toEqual([
      'amended-return 2025',
      'amended-return 2024',
    ]);
  });
});

it('findings T1 and T2: on the filing day the form offers, in this order', () => {
  const balances = [{ taxYear: 2025, owed: 5 }];
  expect(names('2027-04-15', { balances, returns: [filed(2025), filed(2024)] })).toEqual([
    'balance 2025',
    'return 2026',
    'extension 2026',
    'estimated 2027',
    'notice 2025',
    'notice 2024',
    'amended-return 2025',
    'amended-return 2024',
  ]);
});

it('offers nothing for a day in the past, whatever the day', () => {
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
    const today = new Date(day).toISOString().slice(0, 10);
    for (const { until } of payable(today, { returns: [] })) expect(until >= today).toBe(true);
  }
});
