import { describe, expect, it } from 'vitest';
import { isSamePerson } from '../../agencies/revenue/records/same-person.ts';
import { seedTaxpayers } from '../../agencies/revenue/records/seed.ts';
import { sandboxPeople } from '../../sandbox/people.ts';

const records = seedTaxpayers('2026-11-24');

const recordOf = (ssn: string) => records.find((record) => record.ssn === ssn);

describe('the Department of Revenue and the sandbox tell the same story', () => {
  it.each(sandboxPeople.filter(({ outcome }) => outcome === 'passes'))(
    '$id has an account of several years',
    (person) => {
      const record = recordOf(person.ssn);
      if (record === undefined) throw new Error('no record');
      const proven = { ...person, ssn: person.ssn.replaceAll('-', '') };
      expect(isSamePerson(proven, { ...record.taxpayer, ssnLastFour: '' })).toBe(true);
      expect(record.taxpayer.address).toEqual(person.address);
      expect(record.accounts.length).toBeGreaterThan(1);
    },
  );

  it.each(sandboxPeople.filter(({ outcome }) => outcome === 'passes-without-tax-record'))(
    '$id has none',
    (person) => {
      expect(recordOf(person.ssn)).toBeUndefined();
    },
  );

  it('every record is of somebody in the sandbox, and one of them bears another name', () => {
    const strangers = records.filter(({ ssn }) => !sandboxPeople.some((person) => person.ssn === ssn));
    expect(strangers).toEqual([]);
    const disagreeing = records.filter(({ ssn, taxpayer }) =>
      sandboxPeople.some((person) => person.ssn === ssn && person.familyName !== taxpayer.familyName),
    );
    expect(disagreeing).toHaveLength(1);
  });
});
