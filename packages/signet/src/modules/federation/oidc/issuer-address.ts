import type { HttpPair } from '../http-pair.ts';

/**
 * The provider makes addresses, accepted audiences and `Secure` cookies from what a request says of its host and
 * scheme. Behind a proxy that is not what people see, and anyone may write any Host; so each request says what the
 * issuer says, before the provider reads it.
 */
export function addressedToIssuer(issuer: string): (pair: HttpPair) => HttpPair {
  const { host, protocol } = new URL(issuer);
  return (pair) => {
    Object.assign(pair.req.headers, {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
    });
    return pair;
  };
}
