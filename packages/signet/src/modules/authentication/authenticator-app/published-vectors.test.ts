import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { Redacted } from '../../../kernel/index.ts';
import { totpStep } from './totp.ts';

describe('one-time codes', () => {
  const secret = new Redacted(Secret.fromUTF8('12345678901234567890').base32);
  const hotp = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');

  it.each(hotp.map((code, count) => [count, code] as const))(
    'B7: RFC 4226, appendix D: count %i is %s',
    (count, code) => {
      expect(totpStep(secret, code, new Date(count * 30_000))).toBe(count);
    },
  );

  /** Eight digits there, six here: the last six of the same number (RFC 4226 section 5.3). */
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('B7: RFC 6238, appendix B: at %i s it is %s', (seconds, code) => {
    expect(totpStep(secret, code.slice(-6), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });
});
