import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxPeople } from './people.ts';
import { sandboxPhones } from './phones.ts';
import { stories } from './stories.ts';

describe('the sandbox people', () => {
  it('D7: have SSNs only in areas 666 and 900-999, and D6: none that could be an ITIN', () => {
    for (const { ssn, outcome } of sandboxPeople) {
      expect(ssn).toMatch(/^(666|9\d\d)-\d\d-\d{4}$/);
      const [area, group, serial] = ssn.split('-').map(Number);
      expect(group).toBeGreaterThan(0);
      if (outcome === 'taxpayer-number')
        expect(group).toBe(93); // between two ITIN ranges, in neither
      else expect(group).toBeLessThan(area === 666 ? 100 : 50);
      expect(serial).toBeGreaterThan(0);
    }
  });

  it('D7: have no other number of nine digits', () => {
    const facts = sandboxPeople.map(({ ssn: _ssn, phone: _phone, ...rest }) => rest);
    expect(JSON.stringify(facts)).not.toMatch(/(?<!\d)\d{9}(?!\d)/);
  });

  it('meet every outcome that has a story, each story in both languages', () => {
    expect(new Set(sandboxPeople.map((person) => person.outcome))).toEqual(new Set(Object.keys(stories)));
    for (const { en, es } of Object.values(stories))
      expect(Math.min(en.length, es.length)).toBeGreaterThan(20);
  });

  it('differ in id, email and phone; only the second account of one person shares a number', () => {
    const distinct = (values: string[]) => new Set(values).size;
    const count = sandboxPeople.length;
    expect(distinct(sandboxPeople.map((person) => person.id))).toBe(count);
    expect(distinct(sandboxPeople.map((person) => person.email))).toBe(count);
    expect(distinct(sandboxPeople.map((person) => person.phone))).toBe(count);
    expect(distinct(sandboxPeople.map((person) => person.ssn))).toBe(count - 1);
    expect(distinct(sandboxPeople.map((person) => person.license.number))).toBe(count - 1);
  });

  it('have phone numbers that are kept for fiction, and so do the other phones', () => {
    const others = sandboxPhones.map(({ account }) => account.phoneNumber);
    const all = [...sandboxPeople.map((person) => person.phone), ...others];
    for (const phone of all) expect(phone).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
    expect(new Set(all).size).toBe(all.length);
  });

  it('have faces that are in the folder', () => {
    for (const face of sandboxPeople.flatMap((person) => [person.portrait, person.selfie])) {
      expect(existsSync(path.join(import.meta.dirname, '..', 'faces', `${face}.jpg`))).toBe(true);
    }
  });
});
