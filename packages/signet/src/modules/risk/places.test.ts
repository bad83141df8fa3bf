import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../../../test/support/repository.ts';
import type { PlaceOf } from './place.ts';
import { madeUpPlaces } from './providers/made-up-places.ts';
import { mmdbPlaces } from './providers/mmdb-places.ts';

const fixture = path.join(repository, 'test/support/places/made-up-places.mmdb');

describe.each<[string, () => Promise<PlaceOf>]>([
  ['the sandbox', async () => madeUpPlaces()],
  ['a MaxMind DB file', () => mmdbPlaces(fixture)],
])('places, from %s', (_name, open) => {
  it('knows the city, the country and how sure it is, of IPv4, IPv6 and one inside the other', async () => {
    const placeOf = await open();
    const columbus = {
      country: 'US',
      region: 'Ohio',
      city: 'Columbus',
      at: { latitude: 39.96, longitude: -83, radiusKm: 20 },
    };
    expect(placeOf('192.0.2.77')).toEqual(columbus);
    expect(placeOf('::ffff:192.0.2.77')).toEqual(columbus);
    expect(placeOf('198.51.100.1')).toMatchObject({ city: 'Phoenix' });
    expect(placeOf('203.0.113.1')).toMatchObject({ city: 'Lisbon', country: 'PT' });
    expect(placeOf('2001:db8:1:2::3')).toMatchObject({ city: 'Toronto', country: 'CA' });
  });

  it('says which network hides its users', async () => {
    expect((await open())('203.0.113.200')).toMatchObject({ country: 'CH', anonymizer: true });
    expect((await open())('203.0.113.1')).not.toHaveProperty('anonymizer');
  });

  it('says nothing of an address that it does not know, or that is none', async () => {
    const placeOf = await open();
    for (const address of ['10.0.0.1', '8.8.8.8', 'fe80::1', 'unknown', '', '192.0.2', '<b>192.0.2.1'])
      expect([address, placeOf(address)]).toEqual([address, undefined]);
  });
});

describe('places', () => {
  it('of this very computer are known in the sandbox alone: behind a proxy everybody would be there', async () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(madeUpPlaces()(address)).toEqual({ thisComputer: true });
    expect((await mmdbPlaces(fixture))('127.0.0.1')).toBeUndefined();
  });

  it('a file that is not one is named at start', async () => {
    for (const file of [path.join(repository, 'package.json'), path.join(repository, 'no-such-file')])
      await expect(mmdbPlaces(file)).rejects.toMatchObject({ code: 'bad-setting' });
  });
});
