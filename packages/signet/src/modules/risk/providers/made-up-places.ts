import { BlockList, isIP } from 'node:net';
import type { Place, PlaceOf } from '../place.ts';

/** The networks of RFC 5737 and RFC 3849, which nobody can have, each with a place that the sandbox gives it. */
const madeUp: readonly { readonly network: string; readonly bits: number; readonly place: Place }[] = [
  { network: '192.0.2.0', bits: 24, place: near('Columbus', 'Ohio', 'US', 39.96, -83.0) },
  { network: '198.51.100.0', bits: 24, place: near('Phoenix', 'Arizona', 'US', 33.45, -112.07) },
  { network: '203.0.113.0', bits: 25, place: near('Lisbon', 'Lisbon', 'PT', 38.72, -9.14) },
  {
    network: '203.0.113.128',
    bits: 25,
    place: { ...near('Zurich', 'Zurich', 'CH', 47.37, 8.54), anonymizer: true },
  },
  { network: '2001:db8::', bits: 32, place: near('Toronto', 'Ontario', 'CA', 43.65, -79.38) },
  { network: '127.0.0.0', bits: 8, place: { thisComputer: true } },
  { network: '::1', bits: 128, place: { thisComputer: true } },
];

function near(city: string, region: string, country: string, latitude: number, longitude: number): Place {
  return { country, region, city, at: { latitude, longitude, radiusKm: 20 } };
}

/** Places for addresses of documentation and of this computer; all others are nowhere. For the sandbox. */
export function madeUpPlaces(): PlaceOf {
  const places = madeUp.map(({ network, bits, place }) => {
    const addresses = new BlockList();
    addresses.addSubnet(network, bits, isIP(network) === 6 ? 'ipv6' : 'ipv4');
    return { addresses, place };
  });
  return (address) => {
    const version = isIP(address);
    if (version === 0) return undefined;
    const family = version === 6 ? 'ipv6' : 'ipv4';
    return places.find(({ addresses }) => addresses.check(address, family))?.place;
  };
}
