import { isIPv6 } from 'node:net';

/**
 * The network that an address belongs to, to count by. One customer has 2^64 addresses of IPv6 (a /64 at the least), and
 * a new one as often as they like. An IPv4 address inside an IPv6 one is that address; what is neither stays as it is.
 */
export const networkOf = (source: string): string => prefixOf(source, 64);

/**
 * The largest block that one customer is given: a home line has a /56 or a /48 (RFC 6177), a rented host often a /48, and
 * so as many /64s as they like to be counted anew in. For IPv4 it is the network itself.
 */
export const wideNetworkOf = (source: string): string => prefixOf(source, 48);

/**
 * How much more than one network a wide one bears. Whoever has a whole /48 then does no more than four neighbors, and a
 * carrier with a /64 for each phone is no worse off than behind four shared IPv4 addresses.
 */
export const wideBears = 4;

function prefixOf(source: string, bits: 64 | 48): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(source)?.[1];
  if (mapped || !isIPv6(source)) return mapped ?? source;
  const [head = '', tail] = source.split('::');
  const first = groupsOf(head);
  const last = groupsOf(tail);
  const left = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const prefix = [...first, ...Array(left).fill('0'), ...last].slice(0, bits / 16);
  return `${prefix.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/${bits}`;
}

const groupsOf = (part = ''): string[] => (part === '' ? [] : part.split(':'));
