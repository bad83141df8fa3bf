import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceOf } from './device.ts';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36';

describe('a device in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
      'Firefox',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [chrome, 'Chrome', 'Windows'],
  ])('is read from the user agent: %s', (userAgent, browser, system) => {
    expect(deviceOf({ userAgent })).toEqual({ browser, system });
  });

  it('is read from client hints where the browser sends them: they tell apart what looks the same', () => {
    const brands = '"Chromium";v="124", "Brave";v="124", "Not-A.Brand";v="99"';
    expect(deviceOf({ userAgent: chrome, brands, platform: '"macOS"' })).toEqual({
      browser: 'Brave',
      system: 'macOS',
    });
    expect(deviceOf({ userAgent: chrome, brands: '"Br', platform: 'x"' })).toEqual({
      browser: 'Chrome',
      system: 'Windows',
    });
  });

  it('is nothing where a program says nothing that we know', () => {
    for (const userAgent of [undefined, '', 'node', 'Wget/1.2', '\u0000\u0000'])
      expect([userAgent, deviceOf({ userAgent })]).toEqual([userAgent, {}]);
  });
});

describe('attack, user agent injection', () => {
  it('nothing of what was sent comes through, however it is made', () => {
    const marked = '<img src=x onerror=alert(1)>\r\nBcc: a@mail.example';
    for (const userAgent of [
      `${marked}/1.0 (Windows NT 10)`,
      `Firefox/${marked}`,
      `Mozilla/5.0 (${marked}) Gecko Firefox/1`,
      marked.repeat(100_000),
    ])
      expect(
        JSON.stringify(deviceOf({ userAgent, brands: `"${marked}";v="1"`, platform: `"${marked}"` })),
      ).not.toMatch(/img|Bcc|[<>\r\n]/);
    const known = /^[A-Za-z][\w -]{0,40}$/;
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string(), fc.string(), (userAgent, brands, platform) => {
        for (const name of Object.values(deviceOf({ userAgent, brands, platform })))
          expect(name).toMatch(known);
      }),
    );
  });
});
