import { describe, expect, it } from 'vitest';
import { Redacted } from '../../../kernel/index.ts';
import type { CaseView } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';
import { IdentityCard } from './identity-card.tsx';

const check = (more: object) => ({ step: 'front', ...more }) as CaseView;
const decided = (outcome: string) => check({ step: 'decision', decision: { outcome, reasons: [] } });
const card = (
  identityCheck: CaseView | undefined,
  lang: 'en' | 'es' = 'en',
  verifiedAt?: Date,
  locked = false,
) => {
  const frame: PageFrame = { lang, path: '/account', csrf: 'token', sandbox: true };
  return String(
    <IdentityCard frame={frame} verifiedAt={verifiedAt} identityCheck={identityCheck} locked={locked} />,
  );
};

describe('the identity on the first page of the account', () => {
  it.each([
    [undefined, 'Not verified yet', 'Prove who I am'],
    [check({}), 'Started', 'Continue where I was'],
    [check({ step: 'checking' }), 'Being checked', 'See how it is going'],
    [decided('try-again'), 'Started', 'Continue where I was'],
    [decided('pending-records'), 'Being checked', 'See how it is going'],
    [decided('needs-person'), 'Being reviewed', 'See your case'],
    [decided('refused'), 'Not verified', 'See why, and what you can do'],
    [decided('verified'), 'Not verified yet', 'Prove who I am'],
  ])('says how far it is, and the way on: %o', (at, tag, link) => {
    const drawn = card(at);
    expect(drawn).toMatch(new RegExp(`>${tag}<`));
    expect(drawn).toMatch(new RegExp(`<a[^>]*href="/verify"[^>]*>${link}</a>`));
    expect(card(at, 'es')).not.toContain(link);
  });

  it.each([
    ['en', 'Letter on its way', 'June 10, 2026', 'June 24, 2026'],
    ['es', 'Carta en camino', '10 de junio de 2026', '24 de junio de 2026'],
  ] as const)(
    'A12: in %s says that a letter is on its way, when it should arrive and until when its code counts',
    (lang, tag, arrives, until) => {
      const [arrivesBy, last] = [new Date('2026-06-10T14:05:00Z'), new Date('2026-06-24T14:05:00Z')];
      const letter = { to: new Redacted([]), leavesAt: arrivesBy, arrivesBy, until: last };
      const drawn = card(check({ step: 'letter', letter }), lang);
      for (const said of [tag, arrives, until]) expect(drawn).toContain(said);
      expect(drawn).toContain('href="/verify"');
      expect(drawn).not.toMatch(/not finished|no ha terminado/);
    },
  );

  it('is verified where it is, whatever a new check of it is at', () => {
    expect(card(check({}), 'en', new Date())).toContain('>Verified<');
  });

  it.each(['en', 'es'] as const)(
    'where what was verified is locked, leads in %s to what opens it',
    (lang) => {
      const say = words(lang).account.overview;
      const way = `href="/sign-in/open-vault?to=/account">${say.open}`;
      const [locked, open] = [card(undefined, lang, new Date(), true), card(undefined, lang, new Date())];
      expect(locked).toContain(say.locked);
      expect(locked).toContain(way);
      expect(open).not.toContain(say.locked);
      expect(open).not.toContain(way);
      expect(card(undefined, lang, undefined, true)).not.toContain(say.locked); // nothing was verified
    },
  );
});
