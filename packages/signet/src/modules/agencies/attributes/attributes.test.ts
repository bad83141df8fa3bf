import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../../../../test/support/repository.ts';
import { attributeScopes } from './attribute.ts';
import { attributeNames, attributes, attributesByScope, claimsByScope, type HeldNow } from './index.ts';

const everything: HeldNow = {
  identity: {
    givenName: 'Avery',
    middleName: 'Quinn',
    familyName: 'Specimen',
    suffix: 'III',
    birthDate: '1990-04-05',
    address: { street: '100 Sample Street', city: 'Alder', state: 'AL', postalCode: '36000' },
    ssn: '900123456',
  },
  email: { address: 'avery@mail.example', masked: 'a•••@mail.example' },
};
const nothing: HeldNow = { identity: undefined, email: undefined };

describe.each(attributeNames)('%s', (name) => {
  const row = attributes[name];

  it('is released under each claim that it names, and under no other', () => {
    expect(Object.keys(row.release(everything))).toEqual(row.claims);
  });

  it('C4: is shown to its owner before it is given, and hides what others must not read', () => {
    const shown = row.shown(everything);
    expect(shown).toBeDefined();
    if (name !== 'name') expect(shown?.masked).toMatch(/[•…]/);
  });

  it('gives and shows nothing where nothing is held', () => {
    expect(row.release(nothing)).toEqual({});
    expect(row.shown(nothing)).toBeUndefined();
  });
});

it('leaves out what of an identity there is not', () => {
  const { givenName, familyName, birthDate } = everything.identity ?? {};
  if (!givenName || !familyName || !birthDate) throw new Error('no identity');
  const sparse: HeldNow = { ...nothing, identity: { givenName, familyName, birthDate } };
  expect(attributes.name.release(sparse)).toEqual({ given_name: 'Avery', family_name: 'Specimen' });
  for (const absent of ['address', 'ssn'] as const) {
    expect(attributes[absent].release(sparse)).toEqual({});
    expect(attributes[absent].shown(sparse)).toBeUndefined();
  }
});

it('finding T6: a taxpayer number is not called a Social Security number', () => {
  const { identity } = everything;
  if (!identity) throw new Error('no identity');
  expect(attributes.ssn.shown(everything)?.title?.en).toBe('Your Social Security number');
  expect(attributes.ssn.title.en).toBe('Your Social Security number or ITIN'); // where the value is not seen, as in a history
  const ofLucia: HeldNow = { ...everything, identity: { ...identity, numberKind: 'itin' } };
  expect(attributes.ssn.shown(ofLucia)).toMatchObject({
    masked: '•••-••-3456',
    title: { en: 'Your taxpayer number (ITIN)', es: 'Su número de contribuyente (ITIN)' },
  });
});

it('C1: what needs an agreement of its own has a scope of its own, which brings nothing else along', () => {
  for (const name of attributeNames.filter((one) => attributes[one].ownAgreement)) {
    for (const scope of attributes[name].scopes) expect(attributesByScope[scope]).toEqual([name]);
  }
  expect(attributes.ssn.ownAgreement).toBe(true);
});

it('docs/agencies.md tells of every scope', async () => {
  const page = await readFile(path.join(repository, 'docs/agencies.md'), 'utf8');
  const told = [...page.matchAll(/^\| `([a-z]+)` \| (.+) \|$/gm)].map(([, scope]) => scope);
  expect(told.filter((scope) => scope !== 'openid')).toEqual([...attributeScopes]);
  for (const scope of attributeScopes) expect(claimsByScope[scope].length).toBeGreaterThan(0);
});
