import { describe, expect, it } from 'vitest';
import { isSamePerson } from '../../agencies/revenue/records/taxpayers/same-person.ts';
import { seedRecords } from '../../agencies/revenue/sandbox-records/records.ts';
import { sandboxPeople } from '../../sandbox/people/people.ts';

const records = seedRecords('2026-11-24');
const joint = new Set(records.flatMap(({ spouse }) => spouse ?? []));

const recordOf = (ssn: string) =>
  records.find(({ taxpayer }) => taxpayer.taxpayerNumber === ssn.replaceAll('-', ''));

describe('the Department of Revenue and the sandbox tell the same story', () => {
  it.each(sandboxPeople.filter(({ outcome }) => outcome === 'passes'))(
    '$id has an account of several years',
    (person) => {
      const record = recordOf(person.ssn);
      if (record === undefined) throw new Error('no record');
      const proven = { ...person, ssn: person.ssn.replaceAll('-', '') };
      expect(isSamePerson(proven, record.taxpayer)).toBe(true);
      expect(record.taxpayer.address).toEqual(person.address);
      expect(record.years.length).toBeGreaterThan(1);
    },
  );

  it.each(sandboxPeople.filter(({ outcome }) => outcome === 'taxpayer-number'))(
    'finding T6: $id, who has an ITIN, has a file of her own, which opens the joint years',
    (person) => {
      const record = recordOf(person.ssn);
      if (record === undefined) throw new Error('no record');
      expect(record.taxpayer.numberKind).toBe('itin');
      expect(isSamePerson({ ...person, ssn: person.ssn.replaceAll('-', '') }, record.taxpayer)).toBe(true);
      expect(record.taxpayer.address).toEqual(person.address);
      expect(joint.has(record.taxpayer.customerFileNumber)).toBe(true);
    },
  );

  it.each(sandboxPeople.filter(({ outcome }) => outcome === 'passes-without-tax-record'))(
    '$id has none',
    (person) => {
      expect(recordOf(person.ssn)).toBeUndefined();
    },
  );

  it('every record is of somebody in the sandbox or files with them, and one of them bears another name', () => {
    const personOf = (number: string) => sandboxPeople.find(({ ssn }) => ssn.replaceAll('-', '') === number);
    const strangers = records.filter(
      ({ taxpayer }) => !personOf(taxpayer.taxpayerNumber) && !joint.has(taxpayer.customerFileNumber),
    );
    expect(strangers).toEqual([]);
    const disagreeing = records.filter(({ taxpayer }) => {
      const person = personOf(taxpayer.taxpayerNumber);
      return person && person.familyName !== taxpayer.familyName;
    });
    expect(disagreeing).toHaveLength(1);
  });
});
