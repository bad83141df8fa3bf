import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatMoment,
  formatMoney,
  languages,
  monthNames,
  pickLang,
  showTimesIn,
  speakOfService,
  words,
} from './index.ts';

/** Every leaf: its path, and its text (functions called with telling arguments). */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'function') return [[path, String(value('«a»', 7, 9))]];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe('the dictionaries', () => {
  it('have the same keys, no empty text and the same placeholders in every language', () => {
    const english = leaves(words('en'));
    const spanish = leaves(words('es'));
    expect(spanish.map(([path]) => path)).toEqual(english.map(([path]) => path));
    for (const [index, [path, text]] of english.entries()) {
      const other = spanish[index]?.[1] ?? '';
      expect(other.trim(), path).not.toBe('');
      const marks = (it: string) => [...it.matchAll(/\{\w+\}|«a»/g)].map(String).toSorted();
      expect(marks(other), path).toEqual(marks(text));
    }
  });

  it.each(['en', 'es'] as const)('name the service as the operator does, in %s', (lang) => {
    const before = leaves(words(lang)).filter(([, text]) => text.includes('Signet'));
    try {
      speakOfService('Alder Pass');
      const branded = leaves(words(lang));
      expect(branded.filter(([, text]) => text.includes('Signet'))).toEqual([]);
      expect(branded.filter(([, text]) => text.includes('Alder Pass')).map(([path]) => path)).toEqual(
        before.map(([path]) => path),
      );
    } finally {
      speakOfService('Signet');
    }
  });

  it('speak to the person as usted', () => {
    // Only forms that cannot be the usted or the third person.
    const familiar =
      /(?<!\p{L})(tú|tu|tus|te|ti|contigo|puedes|tienes|debes|quieres|necesitas|inténtalo)(?!\p{L})/iu;
    expect(leaves(words('es')).filter(([, text]) => familiar.test(text))).toEqual([]);
  });
});

describe('pickLang', () => {
  it('follows the choice made now, then the one kept, then the browser, then English', () => {
    expect(pickLang({ query: 'es', cookie: 'en', acceptLanguage: 'en' })).toBe('es');
    expect(pickLang({ query: 'xx', cookie: 'es', acceptLanguage: 'en' })).toBe('es');
    expect(pickLang({ acceptLanguage: 'fr-CA, en;q=0.4, es-MX;q=0.8' })).toBe('es');
    expect(pickLang({ acceptLanguage: 'fr, *;q=0.5, es;q=0' })).toBe('en');
    expect(pickLang({ query: '<script>', acceptLanguage: ',;q=x' })).toBe('en');
    expect(languages.map(({ lang }) => lang)).toEqual(['en', 'es']);
  });
});

describe('formats', () => {
  it('finding P14: write a moment in the zone of the service, by its name, where the reader’s is not known', () => {
    const at = new Date('2026-06-03T14:05:00Z');
    try {
      showTimesIn('America/Los_Angeles');
      expect(formatMoment('en', at)).toBe('Jun 3, 2026, 7:05 AM PDT');
      expect(formatMoment('es', at)).toContain('7:05 a.m. PDT');
      expect(formatMoment('en', at, 'America/New_York')).toContain('10:05 AM EDT');
    } finally {
      showTimesIn('UTC');
    }
  });

  it('write days, months and money as each language does in the United States', () => {
    expect(formatDay('en', '1986-04-28')).toBe('April 28, 1986');
    expect(formatDay('es', '1986-04-28')).toBe('28 de abril de 1986');
    expect(monthNames('es')[0]).toBe('enero');
    expect(formatMoney('es', 1234.5)).toContain('1,234.50');
  });
});
