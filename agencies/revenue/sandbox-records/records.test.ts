import { describe, expect, it } from 'vitest';
import { sumOf } from '../amounts-and-dates/cents.ts';
import { balanceOf } from '../records/accounts/account.ts';
import { boxesOf } from '../records/documents/income-document.ts';
import { incomeOf, withheldIn } from './documents.ts';
import { seedRecords } from './records.ts';

describe.each(['2026-11-24', '2027-01-10', '2027-05-31', '2028-06-01'])('the records on %s', (today) => {
  const records = seedRecords(today);
  const years = records.flatMap(({ taxpayer, years: all }) =>
    all.map((year) => [`${taxpayer.familyName} ${year.account.taxReturn.taxYear}`, year] as const),
  );

  it.each(years)('%s: the account agrees with its return and its refund', (_name, { account }) => {
    const { taxReturn, transactions, refund } = account;
    const posted = (code: string) => transactions.filter((one) => one.code === code);
    const { lines } = taxReturn;
    if (posted('150').length > 0) expect(balanceOf(posted('150'))).toBe(lines['total-tax']);
    expect(balanceOf(posted('806')) + balanceOf(posted('660'))).toBe(-lines['total-payments']);
    if (refund === undefined) expect([...posted('846'), ...posted('898')]).toEqual([]);
    if (refund?.sentOn !== undefined) {
      expect(balanceOf(posted('846')) + balanceOf(posted('898'))).toBe(refund.amount);
      expect(balanceOf(posted('898'))).toBe(refund.offset?.amount ?? 0);
      expect(balanceOf(transactions)).toBe(0);
    }
    if (refund?.approvedOn !== undefined && refund.sentOn === undefined) {
      expect(balanceOf(transactions)).toBe(-refund.amount);
    }
    if (refund === undefined) expect(balanceOf(transactions)).toBeGreaterThanOrEqual(0);
    const days = transactions.map(({ postedOn }) => postedOn);
    expect(days).toEqual(days.toSorted());
    expect(days.filter((day) => day > today)).toEqual([]);
    expect(taxReturn.receivedOn <= today).toBe(true);
  });

  it.each(years)('%s: the return is what the documents say, line by line', (_name, year) => {
    const { lines } = year.account.taxReturn;
    const documents = [...year.documents, ...year.spouseDocuments];
    const returned = Object.fromEntries(
      Object.keys(incomeOf([])).map((line) => [line, lines[line as keyof typeof lines]]),
    );
    const amended = year.filings.some(({ form }) => form === '1040-X'); // for what was left off
    if (amended) expect(incomeOf(documents)).not.toEqual(returned);
    else expect(incomeOf(documents)).toEqual(returned);
    expect(withheldIn(documents)).toBe(lines.withheld);
    expect(lines['total-income'] - lines.adjustments).toBe(lines['adjusted-gross-income']);
    expect(lines['income-tax'] - lines['child-credit'] + lines['self-employment-tax']).toBe(
      lines['total-tax'],
    );
    expect(lines['total-payments'] - lines['total-tax']).toBe(lines.overpaid - lines.owed);
    for (const { kind, boxes } of documents) {
      expect(Object.keys(boxes).filter((box) => !boxesOf[kind].some((known) => known === box))).toEqual([]);
    }
  });

  it('nobody owes, or is owed, a part of a cent', () => {
    const cents = records.flatMap(({ years: all }) =>
      all.flatMap(({ account }) => [
        ...account.transactions.map(({ amount }) => amount),
        ...Object.values(account.taxReturn.lines),
      ]),
    );
    expect(cents.every(Number.isSafeInteger)).toBe(true);
    expect(Number.isSafeInteger(sumOf(cents))).toBe(true);
  });

  it('a letter about a year is about one on file, says what was owed on its day, and was sent by now', () => {
    for (const { letters, years: all } of records) {
      for (const { kind, taxYear, sentOn, amount } of letters) {
        const about = all.find(({ account }) => account.taxReturn.taxYear === taxYear)?.account;
        expect(about).toBeDefined();
        expect(sentOn <= today).toBe(true);
        if (kind !== 'balance-due') continue;
        const owed = balanceOf((about?.transactions ?? []).filter(({ postedOn }) => postedOn <= sentOn));
        expect(amount).toBe(owed);
        expect(owed).toBeGreaterThan(0);
      }
    }
  });

  it('finding T15: what an amended return changes is the tax on what was left off, with interest, and is paid', () => {
    const ana = records.find(({ taxpayer }) => taxpayer.familyName === 'Rivera');
    const year = ana?.years.find(({ filings }) => filings.some(({ form }) => form === '1040-X'));
    if (!ana || !year) throw new Error('nobody amended');
    const { taxReturn, transactions } = year.account;
    expect(year.documents.find(({ kind }) => kind === '1099-INT')?.boxes.interest).toBe(105_50);
    expect(taxReturn.lines.interest).toBe(0); // the return stays as it was filed
    const posted = (code: string) => transactions.filter((one) => one.code === code);
    expect(balanceOf(posted('290'))).toBe(12_66); // 12 percent of it
    expect(balanceOf(posted('196'))).toBe(31); // 128 days at 7 percent a year
    expect(balanceOf(posted('670'))).toBe(-12_97);
    expect(year.filings.find(({ form }) => form === '1040-X')?.change).toBe(12_66);
    expect(ana.letters.find(({ kind }) => kind === 'return-adjusted')?.amount).toBe(12_66);
    expect(balanceOf(transactions)).toBe(0);
  });

  it('D7: no number could be anybody’s', () => {
    for (const { taxpayer } of records) expect(taxpayer.taxpayerNumber).toMatch(/^(666|9\d\d)\d{6}$/);
  });

  it('T3: file numbers have at most ten digits and are no taxpayer numbers', () => {
    const numbers = records.map(({ taxpayer }) => taxpayer.customerFileNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\d{10}$/);
  });
});
