import { isIPv6 } from 'node:net';

/**
 * The network that an address belongs to, to count by. One customer has 2^64 addresses of IPv6 (a /64 at the least), and
 * a new one as often as they like. An IPv4 address inside an IPv6 one is that address; what is neither stays as it is.
 */
export function networkOf(source: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(source)?.[1];
  if (mapped || !isIPv6(source)) return mapped ?? source;
  const [head = '', tail] = source.split('::');
  const first = groupsOf(head);
  const last = groupsOf(tail);
  const left = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const network = [...first, ...Array(left).fill('0'), ...last].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groupsOf = (part = ''): string[] => (part === '' ? [] : part.split(':'));
