import { expect, it } from 'vitest';
import { alder } from '../../../../../../sandbox/documents/issuer.ts';
import { issuerName } from './issuer-name.ts';

it.each([
  ['604426', 'Prince Edward Island'],
  ['604431', 'Puerto Rico'],
  ['636000', 'Virginia'],
  ['636014', 'California'],
  ['636023', 'Ohio'],
  ['636040', 'Utah'],
  ['636055', 'Georgia'],
  ['636062', 'U.S. Virgin Islands'],
  [alder.issuerId, alder.name],
  ['123456', '123456'],
  ['alder-wireless', 'Alder Wireless'],
  ['Ohio BMV', 'Ohio BMV'],
])('finding P14: %s is said as %s', (issuerId, name) => expect(issuerName(issuerId)).toBe(name));
