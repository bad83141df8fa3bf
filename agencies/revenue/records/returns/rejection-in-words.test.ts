import { describe, expect, it } from 'vitest';
import { type Filing, rejections } from './filing.ts';
import { sayRejection } from './rejection-in-words.ts';

const rejected: Filing = {
  taxYear: 2025,
  form: '1040',
  filedBy: 'electronic',
  sentOn: '2026-02-17',
  state: 'rejected',
  since: '2026-02-17',
  rejection: 'prior-year-income-differs',
};
const again = (over: Partial<Filing> = {}): Filing => {
  const { rejection, ...rest } = rejected;
  return { ...rest, sentOn: '2026-02-19', state: 'accepted', since: '2026-03-03', ...over };
};
const said = (one: Filing, others: readonly Filing[], lang: 'en' | 'es' = 'en') =>
  sayRejection(lang, one, [one, ...others]).join(' ');

describe('finding T20: a return that was sent back', () => {
  it.each(rejections)('finding T20: %s: says what is wrong and that it has to be sent again', (rejection) => {
    expect(said({ ...rejected, rejection }, [])).toMatch(/\. .*send the return again/);
    expect(said({ ...rejected, rejection }, [], 'es')).toMatch(/\. .*envíe la declaración otra vez/);
  });

  it.each(rejections)(
    'finding T20: %s, sent again and accepted: says so, and asks for nothing',
    (rejection) => {
      const [en, es] = (['en', 'es'] as const).map((lang) =>
        said({ ...rejected, rejection }, [again()], lang),
      );
      expect(en).toContain('You sent it again on February 19, 2026, and it was accepted.');
      expect(es).toContain('La envió otra vez el 19 de febrero de 2026 y fue aceptada.');
      expect(`${en} ${es}`).not.toMatch(/send the return|envíe la declaración/);
    },
  );

  it('finding T20: sent again and not accepted yet: no word of its being accepted', () => {
    const text = said(rejected, [again({ state: 'received' })]);
    expect(text).toContain('You sent it again on February 19, 2026.');
    expect(text).not.toContain('accepted');
  });

  it('finding T20: another year’s return, an amended one and a second rejection settle nothing', () => {
    const others = [
      again({ taxYear: 2024 }),
      again({ form: '1040-X' }),
      again({ state: 'rejected' }),
      again({ sentOn: '2026-02-16' }),
    ];
    expect(said(rejected, others)).toContain('send the return again');
  });
});
